import { sha256 } from '../effects.ts'

/** Without its salt a short text could be guessed from its commitment. */
export const saltBytes = 16

/** SHA-256 of the salt followed by the text in UTF-8, as hex: proves the text without telling it. */
export function commitTo(salt: Uint8Array, text: string): string {
  return Buffer.from(sha256(salt, text)).toString('hex')
}
