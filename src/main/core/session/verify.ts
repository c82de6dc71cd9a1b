import { isDeepStrictEqual } from 'node:util'
import type { NoteId, SessionId } from '../../../shared/ids.ts'
import { committedTexts } from '../../../shared/session/decide-record.ts'
import type { BodyOf, SessionEvent } from '../../../shared/session/events.ts'
import { foldAll } from '../../../shared/session/fold.ts'
import { jumpBetween } from '../../../shared/session/stamp.ts'
import { commitTo } from '../notes/commitment.ts'
import { readRecordNotes, type StoredNote } from '../notes/note-repository.ts'
import { readSignedTexts, type StoredSignedText } from '../signing/signed-note-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import { chainHash, eventText, genesisHash } from './chain.ts'
import { parseEvent } from './event-reader.ts'
import { listLoggedSessions, readStoredEvents, type StoredEvent } from './event-repository.ts'
import { projectSession } from './projection.ts'
import { readProjection } from './projection-repository.ts'

/** What can be wrong with a session's log, or with what was kept beside it. */
export type BreakKind =
  | 'log-missing'
  | 'seq-gap'
  | 'hash-differs'
  | 'event-unreadable'
  | 'not-prepared-first'
  | 'act-out-of-order'
  | 'clock-ran-back'
  | 'jump-unrecorded'
  | 'note-missing'
  | 'note-altered'
  | 'note-unknown'
  | 'note-not-erased'
  | 'erased-otherwise'
  | 'projection-missing'
  | 'projection-differs'

/** The first place at which a session is not what its log says. `seq` is that of the event, or of the log's end. */
interface Break {
  readonly sessionId: SessionId
  readonly seq: number
  readonly what: BreakKind
}

export interface Verdict {
  readonly sessionId: SessionId
  readonly eventCount: number
  readonly firstBreak: Break | null
}

/** Checks every session of a vault. Throws `StoreError` when the database itself cannot be read. */
export function verifyAll(db: ReadableDb<'record'>): Verdict[] {
  return listLoggedSessions(db).map((sessionId) => verifySession(db, sessionId))
}

/**
 * Checks one session: chain and sequence, the events' own order, the commitments of its notes, and that the tables folded
 * from it are what a fresh fold gives.
 */
export function verifySession(db: ReadableDb<'record'>, sessionId: SessionId): Verdict {
  const stored = readStoredEvents(db, sessionId)
  const log = readChain(sessionId, stored)
  const found =
    log.found ??
    findDisorder(log.events) ??
    findNoteBreak(db, sessionId, log.events) ??
    findDrift(db, sessionId, log)
  return {
    sessionId,
    eventCount: stored.length,
    firstBreak: found === null ? null : { sessionId, ...found },
  }
}

type Found = Omit<Break, 'sessionId'> | null

interface Chain {
  readonly events: readonly SessionEvent[]
  readonly headHash: Uint8Array
  readonly found: Found
}

function readChain(sessionId: SessionId, stored: readonly StoredEvent[]): Chain {
  const events: SessionEvent[] = []
  let headHash = genesisHash(sessionId)
  const broken = (seq: number, what: BreakKind): Chain => ({ events, headHash, found: { seq, what } })
  if (stored.length === 0) return broken(0, 'log-missing')
  for (const [index, { seq, body, hash }] of stored.entries()) {
    if (seq !== index + 1) return broken(index + 1, 'seq-gap')
    headHash = chainHash(headHash, body)
    if (!Buffer.from(headHash).equals(hash)) return broken(seq, 'hash-differs')
    const event = parseEvent(body)
    if (event === null || event.seq !== seq || eventText(event) !== body)
      return broken(seq, 'event-unreadable')
    events.push(event)
  }
  return { events, headHash, found: null }
}

// Hashes prove that nothing was changed later; this proves that it was the console's kind of log from the beginning.
function findDisorder(events: readonly SessionEvent[]): Found {
  for (const [index, event] of events.entries()) {
    const { seq } = event
    const previous = events[index - 1]
    if ((previous === undefined) !== (event.body.type === 'session.prepared'))
      return { seq, what: 'not-prepared-first' }
    if (previous === undefined) {
      if (event.act !== seq) return { seq, what: 'act-out-of-order' }
      continue
    }
    const goesOn = event.act === previous.act
    if (!goesOn && event.act !== seq) return { seq, what: 'act-out-of-order' }
    if (goesOn && !isDeepStrictEqual(event.stamp, previous.stamp)) return { seq, what: 'act-out-of-order' }
    if (event.stamp.run === previous.stamp.run && event.stamp.monoMs < previous.stamp.monoMs) {
      return { seq, what: 'clock-ran-back' }
    }
    const byMs = jumpBetween(previous.stamp, event.stamp)
    if (byMs !== recordedJump(events, event)) return { seq, what: 'jump-unrecorded' }
  }
  return null
}

// A jump that is found with a return stands behind it in the same act: the return alone tells how the time passed.
function recordedJump(events: readonly SessionEvent[], { seq, act, body }: SessionEvent): number {
  if (body.type === 'clock.jumped') {
    const isAfterReturn = seq !== act && events[act - 1]?.body.type === 'console.returned'
    return isAfterReturn ? 0 : body.byMs
  }
  if (body.type !== 'console.returned') return 0
  return events
    .filter((event) => event.act === act)
    .reduce((sum, event) => sum + (event.body.type === 'clock.jumped' ? event.body.byMs : 0), 0)
}

// What the log committed to, in two tables: notes that were written, and texts that were signed. What was erased with
// somebody's chart is in neither, and nothing else is missing.
function findNoteBreak(
  db: ReadableDb<'record'>,
  sessionId: SessionId,
  events: readonly SessionEvent[],
): Found {
  const notes = new Map(readRecordNotes(db, sessionId).map((note) => [note.noteId, note]))
  const signed = new Map(readSignedTexts(db, sessionId).map((text) => [text.noteId, text]))
  const erased = findErased(events)
  if (erased.found !== null) return erased.found
  for (const { seq, body } of events) {
    if (!('commitment' in body)) continue
    if (erased.noteIds.has(body.noteId)) {
      if (notes.has(body.noteId) || signed.has(body.noteId)) return { seq, what: 'note-not-erased' }
      continue
    }
    const what =
      body.type === 'note.signed'
        ? findSignedBreak(body, signed.get(body.noteId))
        : findTextBreak(body, notes.get(body.noteId))
    if (what !== null) return { seq, what }
    // What is left in the end belongs to no event.
    if (body.type === 'note.signed') signed.delete(body.noteId)
    else notes.delete(body.noteId)
  }
  return notes.size + signed.size > 0 ? { seq: events.length, what: 'note-unknown' } : null
}

/** The texts that are gone with somebody's chart. An event that names other ones than theirs would hide that they are. */
function findErased(events: readonly SessionEvent[]): {
  readonly noteIds: ReadonlySet<NoteId>
  readonly found: Found
} {
  const noteIds = new Set<NoteId>()
  for (const [index, { seq, body }] of events.entries()) {
    if (body.type !== 'chart.erased') continue
    const theirs = committedTexts(foldAll(events.slice(0, index)), body.personId)
    if (!isDeepStrictEqual(body.noteIds, theirs)) return { noteIds, found: { seq, what: 'erased-otherwise' } }
    for (const noteId of theirs) noteIds.add(noteId)
  }
  return { noteIds, found: null }
}

function findTextBreak(
  { commitment }: { readonly commitment: string },
  kept: Pick<StoredNote, 'text' | 'salt'> | undefined,
): BreakKind | null {
  if (kept === undefined) return 'note-missing'
  return commitTo(kept.salt, kept.text) === commitment ? null : 'note-altered'
}

// Without a letter of it being changed, a text could be put into another member's record.
function findSignedBreak(event: BodyOf<'note.signed'>, kept: StoredSignedText | undefined): BreakKind | null {
  if (kept !== undefined && kept.personId !== event.personId) return 'note-altered'
  return findTextBreak(event, kept && { text: kept.body, salt: kept.salt })
}

function findDrift(db: ReadableDb<'record'>, sessionId: SessionId, { events, headHash }: Chain): Found {
  const first = events[0]
  const kept = readProjection(db, sessionId)
  if (first === undefined || kept === undefined) return { seq: events.length, what: 'projection-missing' }
  const fresh = projectSession({ state: foldAll(events), preparedAtMs: first.stamp.wallMs, headHash })
  return isDeepStrictEqual(plain(kept), plain(fresh))
    ? null
    : { seq: events.length, what: 'projection-differs' }
}

// Two views of the same bytes can differ in the kind of array.
function plain({ session, ...rest }: ReturnType<typeof projectSession>): unknown {
  return { session: { ...session, headHash: Buffer.from(session.headHash).toString('hex') }, ...rest }
}
