import type { NoteId, PersonId, SessionId } from '../../../shared/ids.ts'
import type { ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Facilitator } from '../../../shared/roster/member.ts'
import type { SessionEvent } from '../../../shared/session/events.ts'
import type { Clock } from '../clock.ts'
import { hashPin, isPin } from '../conceal/pin-hash.ts'
import { findEnded } from '../debrief/find-ended.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { listFacilitators } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb, WritableDb } from '../vault/database.ts'
import { checkSecret } from '../vault/unlock-vault.ts'
import { appendSigned, type Signing } from './append-signed.ts'
import { signatureOf } from './signature.ts'
import { readSigningPin, saveSigningPin } from './signing-pin-repository.ts'
import type { SigningTries } from './signing-tries.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly random: Random
  readonly clock: Clock
  readonly vaultDir: string
  readonly tries: SigningTries
}

type Done = Result<null, Failure>
type CallName = 'note.co-sign' | 'roster.set-signing-pin' | 'roster.reset-signing-pin'

export function coSignHandlers(sources: Sources): Handlers<CallName> {
  return {
    'note.co-sign': (input) => coSign(sources, input),
    'roster.set-signing-pin': (input) => setPin(sources, input),
    'roster.reset-signing-pin': (input) => resetPin(sources, input),
  }
}

async function coSign(
  sources: Sources,
  { sessionId, amends, signedById, pin }: ParsedInputOf<'note.co-sign'>,
): Promise<Result<SessionEvent[], Failure>> {
  const { record } = sources
  const signer = listFacilitators(record).find(({ id }) => id === signedById)
  if (signer === undefined) return fail({ code: 'not-found' })
  if (!signer.mayCoSign) return fail({ code: 'not-allowed' })
  const proven = await prove(sources, signedById, pin)
  if (!proven.ok) return proven
  return appendCoSignature(sources, sessionId, amends, signer)
}

/** Signs as somebody who has proved to be who they are: by their PIN, or by a passphrase of their own. */
export function appendCoSignature(
  sources: Pick<Sources, 'record' | 'log' | 'random'>,
  sessionId: SessionId,
  amends: NoteId,
  signer: Facilitator,
): Result<SessionEvent[], Failure> {
  const { log } = sources
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  const { signed, endedAtMs } = ended.value
  const amended = signed.find(({ noteId }) => noteId === amends)
  if (amended === undefined || endedAtMs === null) return fail({ code: 'refused', refusal: 'unknown-note' })
  const signing: Signing = {
    personId: amended.personId,
    kind: 'co-signature',
    amends,
    signedById: signer.id,
    needsCoSignature: false,
    overridden: [],
  }
  return appendSigned(sources, sessionId, signing, (signedAtMs) => ({
    kind: 'co-signature',
    amends,
    signature: signatureOf(signer, signedAtMs, endedAtMs, false),
    ...(signer.signingPinResetAtMs === null ? {} : { pinResetAtMs: signer.signingPinResetAtMs }),
  }))
}

async function setPin(
  sources: Sources,
  { personId, pin, oldPin, passphrase }: ParsedInputOf<'roster.set-signing-pin'>,
): Promise<Done> {
  const { record, random, clock } = sources
  if (!isFacilitator(record, personId)) return fail({ code: 'not-found' })
  const allowed = await provePassphrase(sources, personId, passphrase)
  if (!allowed.ok) return allowed
  const before = readSigningPin(record, personId)
  if (before !== undefined) {
    const proven =
      oldPin === null ? fail({ code: 'wrong-secret' } as const) : await prove(sources, personId, oldPin)
    if (!proven.ok) return proven
  }
  const hashed = await hashPin(pin, random)
  const resetAtMs = before?.resetAtMs ?? null
  saveSigningPin(record, personId, { ...hashed, setAtMs: clock.read().wallMs, resetAtMs })
  return succeed(null)
}

async function resetPin(
  sources: Sources,
  { personId, pin, passphrase }: ParsedInputOf<'roster.reset-signing-pin'>,
): Promise<Done> {
  const { record, random, clock, tries } = sources
  if (!isFacilitator(record, personId)) return fail({ code: 'not-found' })
  const allowed = await provePassphrase(sources, personId, passphrase)
  if (!allowed.ok) return allowed
  const before = readSigningPin(record, personId)
  // Nothing to forget: the first one is set.
  if (before === undefined) return fail({ code: 'not-found' })
  const hashed = await hashPin(pin, random)
  const { wallMs } = clock.read()
  // The wall clock may have been put back since the last time.
  const resetAtMs = Math.max(wallMs, before.resetAtMs ?? wallMs)
  saveSigningPin(record, personId, { ...hashed, setAtMs: wallMs, resetAtMs })
  tries.forgive(personId)
  return succeed(null)
}

function isFacilitator(record: ReadableDb<'record'>, personId: PersonId): boolean {
  return listFacilitators(record).some(({ id }) => id === personId)
}

/** Whether it is whoever's vault this is. A wrong passphrase counts with the wrong tries at the PIN that is asked about. */
async function provePassphrase(
  { vaultDir, tries }: Sources,
  personId: PersonId,
  secret: string,
): Promise<Done> {
  if (!tries.isOver(personId) && (await checkSecret(vaultDir, { kind: 'passphrase', secret })))
    return succeed(null)
  tries.miss(personId)
  return fail({ code: 'wrong-secret' })
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
