import type { SessionId } from '../../shared/ids.ts'
import type { OpenFollowUp } from '../../shared/ipc/follow-up-calls.ts'
import type { MemberNote } from '../../shared/ipc/member-calls.ts'
import { dueAt } from '../../shared/record/due.ts'
import type { RecordRules } from '../../shared/record/record-rules.ts'

/** How far a note has come. An amended note is signed too; what presses most is said. */
export type NoteState = 'overdue' | 'draft' | 'awaiting' | 'amended' | 'signed'

export interface NoteBasis {
  readonly rules: RecordRules
  readonly now: { readonly wallMs: number; readonly zone: string }
}

export function noteState(note: MemberNote, { rules, now }: NoteBasis): NoteState {
  if (note.signedAtMs === null)
    return dueAt(note.endedAtMs, note.hasRisk, rules, now.zone) <= now.wallMs ? 'overdue' : 'draft'
  if (note.awaitingCount > 0) return 'awaiting'
  return note.amendedCount > 0 ? 'amended' : 'signed'
}

/** What is to be done with the note that is opened next. */
export interface NoteThatMatters {
  readonly note: MemberNote
  readonly act: 'finish' | 'open'
}

/**
 * The one note that this page leads to: the session of an open follow-up, then what is overdue, not signed, or awaits
 * somebody else's signature, the oldest first; otherwise the newest.
 */
export function noteThatMatters(
  notes: readonly MemberNote[],
  followUps: readonly OpenFollowUp[],
  basis: NoteBasis,
): NoteThatMatters | null {
  const oldestFirst = notes.toReversed()
  const inState = (state: NoteState) => oldestFirst.find((note) => noteState(note, basis) === state)
  const ofRisk = oldestFirst.find(({ sessionId }) => isAbout(followUps, sessionId))
  const note = ofRisk ?? inState('overdue') ?? inState('draft') ?? inState('awaiting') ?? notes[0]
  return note === undefined ? null : { note, act: note.signedAtMs === null ? 'finish' : 'open' }
}

function isAbout(followUps: readonly OpenFollowUp[], sessionId: SessionId): boolean {
  return followUps.some((one) => 'sessionId' in one && one.sessionId === sessionId)
}
