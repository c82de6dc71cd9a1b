import type { PersonId } from '../../../shared/ids.ts'
import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import { fail } from '../../../shared/result.ts'
import type { Random } from '../effects.ts'
import { listFacilitators } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import { appendCoSignature } from '../signing/co-sign-handlers.ts'
import type { SigningTries } from '../signing/signing-tries.ts'
import { lettingWrite, type WritableDb } from '../vault/database.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly random: Random
  /** Whose slot opened the vault: nobody else can sign here. */
  readonly personId: PersonId
  readonly isTheirs: (passphrase: string) => Promise<boolean>
  readonly tries: SigningTries
}

/** Their own passphrase is what a PIN is at the author's desk: it shows, at the moment of signing, that it is they. */
export async function coSignAsReviewer(
  { record, log, random, personId, isTheirs, tries }: Sources,
  { sessionId, amends, passphrase }: ParsedInputOf<'reviewer.co-sign'>,
): Promise<Answer<'reviewer.co-sign'>> {
  const signer = listFacilitators(record).find(({ id }) => id === personId)
  if (signer === undefined) return fail({ code: 'not-found' })
  if (!signer.mayCoSign) return fail({ code: 'not-allowed' })
  if (tries.isOver(personId) || !(await isTheirs(passphrase))) {
    tries.miss(personId)
    return fail({ code: 'wrong-secret' })
  }
  tries.forgive(personId)
  // A PIN had no part in it, so that one was set anew says nothing of this signature.
  const byOwnPassphrase = { ...signer, signingPinResetAtMs: null }
  return lettingWrite(record, () =>
    appendCoSignature({ record, log, random }, sessionId, amends, byOwnPassphrase),
  )
}
