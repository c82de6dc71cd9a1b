import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { noteCalls, SignedEntry } from '../../../shared/ipc/note-calls.ts'
import { dueAt } from '../../../shared/record/due.ts'
import type { Finding } from '../../../shared/record/guards/finding.ts'
import { guardKindSchema, type GuardKind } from '../../../shared/record/note-kinds.ts'
import type { Amendment, NoteFacts } from '../../../shared/record/note.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Refusal } from '../../../shared/session/commands.ts'
import { mayAmend, maySign } from '../../../shared/session/decide-signing.ts'
import type { SessionEvent } from '../../../shared/session/events.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { deleteAmendmentDraft } from '../debrief/amendment-draft-repository.ts'
import { findEnded } from '../debrief/find-ended.ts'
import { checkAmendment } from '../guards/check-amendment.ts'
import { findAuthor } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb, WritableDb } from '../vault/database.ts'
import { appendSigned, type Signing } from './append-signed.ts'
import { readNoteDraft, type NoteDraft } from './note-draft.ts'
import { readRecordRules, saveRecordRules } from './record-rules-repository.ts'
import { signatureOf } from './signature.ts'
import { listSignedEntries } from './signed-note-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly random: Random
  /** What the guards ask about a member's note as it would be signed now. */
  readonly check: (state: SessionState, draft: NoteDraft) => readonly Finding[]
}

type Appended = Result<SessionEvent[], Failure>

export function signingHandlers(sources: Sources): Handlers<Exclude<keyof typeof noteCalls, 'note.co-sign'>> {
  const { record } = sources
  return {
    ...signedNoteHandlers(sources),
    'note.sign': (input) => sign(sources, input),
    'note.amend': (input) => amend(sources, input),
    'record-rules.change': (rules) => {
      saveRecordRules(record, { ...rules, required: [...new Set(rules.required)] })
      return succeed(null)
    },
  }
}

/** Reading what is signed, for whoever may. */
export function signedNoteHandlers(
  sources: Pick<Sources, 'record' | 'log'>,
): Handlers<'note.list' | 'record-rules.read'> {
  return {
    'note.list': ({ sessionId }) => list(sources, sessionId),
    'record-rules.read': () => succeed(readRecordRules(sources.record)),
  }
}

function list(
  { record, log }: Pick<Sources, 'record' | 'log'>,
  sessionId: SessionId,
): Result<SignedEntry[], Failure> {
  if (log.state(sessionId) === undefined) return fail({ code: 'not-found' })
  return succeed(listSignedEntries(record, sessionId))
}

// Who signs is never what a window says: it is the one whose vault this is. Nor is what is signed.
function sign(sources: Sources, { sessionId, personId, overridden }: ParsedInputOf<'note.sign'>): Appended {
  const { record, log, check } = sources
  const author = findAuthor(record)
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  const draft = readNoteDraft(record, log, sessionId, personId)
  if (!draft.ok) return draft
  if (author === undefined) return fail({ code: 'not-found' })
  // Nobody is asked about a note that cannot be signed anyway.
  const refusal = refuse(ended.value, personId, author.id)
  if (refusal !== null) return fail({ code: 'refused', refusal })
  const decided = decideAgainst(check(ended.value, draft.value), overridden)
  if (!decided.ok) return decided
  const { facts, words } = draft.value
  const signing: Signing = {
    personId,
    kind: 'note',
    amends: null,
    signedById: author.id,
    needsCoSignature: author.needsCoSignature,
    overridden: decided.value,
  }
  return appendSigned(sources, sessionId, signing, (signedAtMs) => ({
    kind: 'note',
    facts,
    words,
    signature: signatureOf(author, signedAtMs, facts.endedAtMs, isLate(record, facts, signedAtMs)),
  }))
}

function refuse(state: SessionState, personId: PersonId, authorId: PersonId): Refusal | null {
  if (!maySign(state, authorId)) return 'may-not-sign'
  const isSigned = state.signed.some((place) => place.kind === 'note' && place.personId === personId)
  return isSigned ? 'already-signed' : null
}

function amend(
  sources: Sources,
  { sessionId, amends, kind, text: typed, overridden }: ParsedInputOf<'note.amend'>,
): Appended {
  const { record, log } = sources
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  const { signed, endedAtMs } = ended.value
  const amended = signed.find((place) => place.kind === 'note' && place.noteId === amends)
  if (amended === undefined) return fail({ code: 'refused', refusal: 'unknown-note' })
  const author = findAuthor(record)
  if (author === undefined || endedAtMs === null) return fail({ code: 'not-found' })
  if (!mayAmend(ended.value, kind, author.id)) return fail({ code: 'refused', refusal: 'may-not-sign' })
  // What is committed to is what the disk can hold: well-formed text. It says by its kind what it is, late or not.
  const text = typed.toWellFormed()
  const asked = checkAmendment(sources, { sessionId, amends, text })
  if (!asked.ok) return asked
  const decided = decideAgainst(asked.value, overridden)
  if (!decided.ok) return decided
  const signing: Signing = {
    personId: amended.personId,
    kind,
    amends,
    signedById: author.id,
    needsCoSignature: author.needsCoSignature,
    overridden: decided.value,
  }
  const write = (signedAtMs: number): Amendment => ({
    kind,
    amends,
    text,
    signature: signatureOf(author, signedAtMs, endedAtMs, false),
  })
  return appendSigned(sources, sessionId, signing, write, () => deleteAmendmentDraft(record, amends))
}

/** The guards that asked, as the log keeps them. Refused while one of them is not among those that were decided against. */
function decideAgainst(
  asked: readonly Finding[],
  overridden: readonly GuardKind[],
): Result<GuardKind[], Failure> {
  const guards = new Set(asked.map(({ guard }) => guard))
  return [...guards].every((guard) => overridden.includes(guard))
    ? succeed(guardKindSchema.options.filter((guard) => guards.has(guard)))
    : fail({ code: 'refused', refusal: 'guards-open' })
}

function isLate(
  record: ReadableDb<'record'>,
  { endedAtMs, zone, followUps }: NoteFacts,
  signedAtMs: number,
): boolean {
  return signedAtMs >= dueAt(endedAtMs, followUps.length > 0, readRecordRules(record), zone)
}
