import type { PersonId } from '../../../shared/ids.ts'
import type { ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { SessionEvent } from '../../../shared/session/events.ts'
import { hashPin, isPin } from '../conceal/pin-hash.ts'
import { findEnded } from '../debrief/find-ended.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { listFacilitators } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { WritableDb } from '../vault/database.ts'
import { checkSecret } from '../vault/unlock-vault.ts'
import { appendSigned, type Signing } from './append-signed.ts'
import { signatureOf } from './signature.ts'
import { readSigningPin, saveSigningPin } from './signing-pin-repository.ts'
import type { SigningTries } from './signing-tries.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly random: Random
  readonly vaultDir: string
  readonly tries: SigningTries
}

type Done = Result<null, Failure>

export function coSignHandlers(sources: Sources): Handlers<'note.co-sign' | 'roster.set-signing-pin'> {
  return {
    'note.co-sign': (input) => coSign(sources, input),
    'roster.set-signing-pin': (input) => setPin(sources, input),
  }
}

async function coSign(
  sources: Sources,
  { sessionId, amends, signedById, pin }: ParsedInputOf<'note.co-sign'>,
): Promise<Result<SessionEvent[], Failure>> {
  const { record, log } = sources
  const signer = listFacilitators(record).find(({ id }) => id === signedById)
  if (signer === undefined) return fail({ code: 'not-found' })
  if (!signer.mayCoSign) return fail({ code: 'not-allowed' })
  const proven = await prove(sources, signedById, pin)
  if (!proven.ok) return proven
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  const { signed, endedAtMs } = ended.value
  const amended = signed.find(({ noteId }) => noteId === amends)
  if (amended === undefined || endedAtMs === null) return fail({ code: 'refused', refusal: 'unknown-note' })
  const signing: Signing = {
    personId: amended.personId,
    kind: 'co-signature',
    amends,
    signedById,
    needsCoSignature: false,
    overridden: [],
  }
  return appendSigned(sources, sessionId, signing, (signedAtMs) => ({
    kind: 'co-signature',
    amends,
    signature: signatureOf(signer, signedAtMs, endedAtMs, false),
  }))
}

async function setPin(
  sources: Sources,
  { personId, pin, oldPin, passphrase }: ParsedInputOf<'roster.set-signing-pin'>,
): Promise<Done> {
  const { record, random, vaultDir } = sources
  if (!listFacilitators(record).some(({ id }) => id === personId)) return fail({ code: 'not-found' })
  if (!(await checkSecret(vaultDir, { kind: 'passphrase', secret: passphrase })))
    return fail({ code: 'wrong-secret' })
  if (readSigningPin(record, personId) !== undefined) {
    const proven =
      oldPin === null ? fail({ code: 'wrong-secret' } as const) : await prove(sources, personId, oldPin)
    if (!proven.ok) return proven
  }
  saveSigningPin(record, personId, await hashPin(pin, random))
  return succeed(null)
}

/** Whether it is they. Fails with `wrong-secret`, or `not-allowed` for whoever has no PIN to prove it with. */
async function prove({ record, tries }: Sources, personId: PersonId, pin: string): Promise<Done> {
  const row = readSigningPin(record, personId)
  if (row === undefined) return fail({ code: 'not-allowed' })
  if (!tries.isOver(personId) && (await isPin(pin, row))) {
    tries.forgive(personId)
    return succeed(null)
  }
  tries.miss(personId)
  return fail({ code: 'wrong-secret' })
}
