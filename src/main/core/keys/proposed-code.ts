import { parseRecoveryCode, proposeRecoveryCode } from '../../../shared/vault/recovery-code.ts'
import { sha256, type Random } from '../effects.ts'

/** The recovery code that was proposed last, known again without being kept. */
export interface ProposedCode {
  /** A fresh code, which takes the place of the one before. */
  propose(): string
  /** The proposed code in its one form, 28 symbols, where what was written is that one; null for any other. */
  recognise(written: string): string | null
  /** From now on it is a code like any other. */
  forget(): void
}

export function createProposedCode(random: Random): ProposedCode {
  // 135 random bits: nobody finds the code from its digest.
  let digest: Uint8Array | null = null
  return {
    propose() {
      const shown = proposeRecoveryCode(random.bytes)
      const code = parseRecoveryCode(shown)
      digest = code === null ? null : sha256(code)
      return shown
    },
    recognise(written) {
      const code = parseRecoveryCode(written)
      return code !== null && digest !== null && isSame(digest, sha256(code)) ? code : null
    },
    forget() {
      digest = null
    },
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one).equals(other)
}
