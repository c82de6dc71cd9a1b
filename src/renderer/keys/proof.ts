import type { Failure } from '../../shared/ipc/failure.ts'
import { parseRecoveryCode } from '../../shared/vault/recovery-code.ts'

/** What shows that it is the author. */
export interface Proof {
  readonly kind: 'passphrase' | 'recovery'
  readonly secret: string
}

export const slipWords = 'There is a slip in it: the groups do not fit together. Compare it with the paper.'

/** What is wrong with it; undefined while nothing is. */
export function proofError(
  { kind, secret }: Proof,
  wasAsked: boolean,
  failure: Failure | null,
): string | undefined {
  if (failure?.code === 'wrong-secret')
    return kind === 'passphrase'
      ? 'That is not your passphrase. Nothing was changed. Five wrong tries lock the vault.'
      : 'That code does not open this vault. Nothing was changed. Five wrong tries lock the vault.'
  if (!wasAsked) return undefined
  if (kind === 'passphrase') return secret === '' ? 'The one that you use now.' : undefined
  return parseRecoveryCode(secret) === null ? slipWords : undefined
}
