import type { NoteId, PersonId } from '../../shared/ids.ts'
import type { SignedEntry } from '../../shared/ipc/note-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Measure } from '../../shared/measures/measure.ts'
import type { RecordRules } from '../../shared/record/record-rules.ts'
import type { Seated } from '../live/seated.ts'
import type { DebriefFacts } from './debrief-view.ts'
import type { Remark } from './remark.ts'
import type { Signable } from './signable.ts'
import type { Drafts } from './use-drafts.ts'
import type { Review } from './use-review.ts'
import type { useSign } from './use-sign.ts'

/** What lies on the desk of whoever writes the notes of one session. */
export interface Desk {
  readonly facts: DebriefFacts
  readonly drafts: Drafts
  readonly roster: Roster
  readonly rules: RecordRules
  readonly measures: readonly Measure[]
  readonly signed: readonly SignedEntry[]
  readonly isConcealed: boolean
  /** Whose note is open. */
  readonly openId: PersonId | null
  readonly open: (personId: PersonId | null) => void
  /** Whose note is to be signed after the open one; null when it is the last. */
  readonly next: Seated | null
  /** The signed note of theirs that something is being added to. */
  readonly amendedId: NoteId | null
  readonly amend: (noteId: NoteId | null) => void
  /** What the log has about whoever's note is open, for a judgement to rest on. */
  readonly seen: readonly string[]
  /** The open note, or what is being added to it. */
  readonly writing: Signable | null
  readonly review: Review
  readonly signing: ReturnType<typeof useSign>
  readonly answer: (remark: Remark) => void
}
