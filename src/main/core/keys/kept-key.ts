import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from '../../../shared/zod.ts'
import type { CoreSettings, SealedSecret } from '../protocol.ts'
import { writeFileWhole } from '../write-file.ts'

type Place = Pick<CoreSettings, 'preferencesPath'>

/** More than any system makes of 44 characters. */
const maxSealedLength = 8_192

const keptKeySchema = z.strictObject({
  /** The slot that it leads to: what was kept for another one leads nowhere. */
  slotId: z.uuid(),
  keptBy: z.string().min(1).max(64),
  /** In Base64. */
  sealed: z.base64().min(1).max(maxSealedLength),
})

/** What lies in the file: the secret as the computer has sealed it, and for which slot. */
export interface KeptKey extends SealedSecret {
  readonly slotId: string
}

/** Where it lies: beside the vault and not in it, so that no copy of the vault takes it along. */
export function keptKeyPath({ preferencesPath }: Place): string {
  return join(dirname(preferencesPath), 'computer-key.json')
}

/** Null where there is none, or one that cannot be read: it is no more than a convenience. */
export function readKeptKey(place: Place): KeptKey | null {
  try {
    const kept = keptKeySchema.parse(JSON.parse(readFileSync(keptKeyPath(place), 'utf8')))
    return { ...kept, sealed: Buffer.from(kept.sealed, 'base64') }
  } catch {
    return null
  }
}

/** Throws the file system's error, and then leaves what was there. */
export function writeKeptKey(place: Place, { slotId, keptBy, sealed }: KeptKey): void {
  const kept = { slotId, keptBy, sealed: Buffer.from(sealed).toString('base64') }
  writeFileWhole(keptKeyPath(place), `${JSON.stringify(kept)}\n`)
}

export function removeKeptKey(place: Place): void {
  rmSync(keptKeyPath(place), { force: true })
}
