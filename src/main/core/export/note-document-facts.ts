import type { NoteId, PersonId, SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { sessionCode } from '../../../shared/record/group-summary.ts'
import {
  noteCodes,
  noteFileName,
  type Consent,
  type NoteDocumentFacts,
} from '../../../shared/record/note-document.ts'
import { signedTextSchema, type SignedText } from '../../../shared/record/note.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { isCoSigned } from '../../../shared/session/decide-signing.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import { stricterPart2, type Part2 } from '../../../shared/session/vocabulary.ts'
import { commitTo } from '../notes/commitment.ts'
import { findGroup } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import { readSignedTexts, type StoredSignedText } from '../signing/signed-note-repository.ts'
import { jsonSchema, type ReadableDb } from '../vault/database.ts'
import { StoreError } from '../vault/store-error.ts'
import { hashContent } from './document-stamps.ts'

const bodySchema = jsonSchema(signedTextSchema)

interface Entry<Text extends SignedText = SignedText> {
  readonly noteId: NoteId
  readonly text: Text
}

/** The members of a session whose notes are signed, in the order in which they were signed. Fails with `not-found`. */
export function listSignedPeople(log: SessionLog, sessionId: SessionId): Result<PersonId[], Failure> {
  const state = log.state(sessionId)
  if (state === undefined) return fail({ code: 'not-found' })
  return succeed(state.signed.filter(({ kind }) => kind === 'note').map(({ personId }) => personId))
}

/**
 * What the progress note of one member shows: signed texts alone, each as the log committed to it. Fails with `not-found`
 * while there is no signed note; throws `StoreError` when a text is not what was signed.
 */
export function readNoteDocument(
  record: ReadableDb<'record'>,
  log: SessionLog,
  sessionId: SessionId,
  personId: PersonId,
  consent: Consent,
): Result<NoteDocumentFacts, Failure> {
  const state = log.state(sessionId)
  if (state === undefined) return fail({ code: 'not-found' })
  const entries = readCommitted(state, personId, readSignedTexts(record, sessionId))
  const note = entries.find(isNote)
  if (note === undefined) return fail({ code: 'not-found' })
  const part2 = stricterPart2(note.text.facts.part2, currentPart2(record, state))
  const shown = { part2, consent, note, later: entries.filter(isLater), awaited: awaitedOf(state, personId) }
  const codes = noteCodes(state.signed.filter(({ kind }) => kind === 'note').map(({ noteId }) => noteId))
  const noteCode = codes.get(note.noteId) ?? ''
  const session = sessionCode(sessionId)
  return succeed({
    ...shown,
    stamp: {
      kind: 'progress-note',
      sessionId,
      personId,
      code: `${session}-${noteCode}`,
      version: entries.length,
      contentHash: hashContent('progress-note', shown),
      fileName: noteFileName(note.text.facts, session, noteCode),
    },
  })
}

function isNote(entry: Entry): entry is Entry<Extract<SignedText, { kind: 'note' }>> {
  return entry.text.kind === 'note'
}

function isLater(entry: Entry): entry is Entry<Exclude<SignedText, { kind: 'note' }>> {
  return entry.text.kind !== 'note'
}

// A paper says "signed", so nothing goes onto it but what the log proves to have been signed, and all of it.
function readCommitted(state: SessionState, personId: PersonId, rows: readonly StoredSignedText[]): Entry[] {
  const byId = new Map(rows.map((row) => [row.noteId, row]))
  const commitments = commitmentsOf(state)
  return state.signed
    .filter((place) => place.personId === personId)
    .map(({ noteId, kind }) => {
      const row = byId.get(noteId)
      const text = row === undefined ? undefined : bodySchema.safeParse(row.body).data
      const isCommitted =
        row?.personId === personId && commitTo(row.salt, row.body) === commitments.get(noteId)
      if (text === undefined || text.kind !== kind || !isCommitted)
        throw new StoreError('record', 'damaged-record', new Error('a signed text is not what was signed'))
      return { noteId, text }
    })
}

function awaitedOf(state: SessionState, personId: PersonId): NoteId[] {
  return state.signed
    .filter((place) => place.personId === personId && place.needsCoSignature && !isCoSigned(state, place))
    .map(({ noteId }) => noteId)
}

function commitmentsOf(state: SessionState): Map<NoteId, string> {
  const commitments = new Map<NoteId, string>()
  for (let entry = state.history; entry !== null; entry = entry.earlier) {
    const { body } = entry.event
    if (body.type === 'note.signed') commitments.set(body.noteId, body.commitment)
  }
  return commitments
}

/** What the group of a session is under now. */
function currentPart2(record: ReadableDb<'record'>, { groupId, part2 }: SessionState): Part2 {
  return (groupId === null ? undefined : findGroup(record, groupId)?.part2) ?? part2
}
