import { dueAt } from '../record/due.ts'
import type { RecordRules } from '../record/record-rules.ts'
import type { SessionRow } from './session-row.ts'

/** How the notes of a session stand, the most pressing first: what a list shows of several is the first that holds. */
export const notesStates = ['overdue', 'draft', 'awaiting', 'addended', 'signed', 'none'] as const
export type NotesState = (typeof notesStates)[number]

type Counts = Pick<
  SessionRow,
  'endedAtMs' | 'presentCount' | 'signedCount' | 'awaitingCount' | 'amendedCount' | 'riskUnsignedCount'
>
type DueRules = Pick<RecordRules, 'dueBusinessDays' | 'dueHoursAtRisk'>

/** A moment on the clock of a zone. */
interface Moment {
  readonly wallMs: number
  readonly zone: string
}

/** Nobody came, so no note is owed: `none`. */
export function notesState(row: Counts, rules: DueRules, now: Moment): NotesState {
  if (overdueCount(row, rules, now) > 0) return 'overdue'
  if (unsignedCount(row) > 0) return 'draft'
  if (row.awaitingCount > 0) return 'awaiting'
  if (row.amendedCount > 0) return 'addended'
  return row.presentCount > 0 ? 'signed' : 'none'
}

/** Members who came and whose note is not signed. */
export function unsignedCount({ presentCount, signedCount }: Counts): number {
  return Math.max(0, presentCount - signedCount)
}

/** How many notes should have been signed by now. */
export function overdueCount(row: Counts, rules: DueRules, now: Moment): number {
  const unsigned = unsignedCount(row)
  if (unsigned === 0) return 0
  if (isSurelyLate(row, rules, now)) return unsigned
  if (firstDueMs(row, rules, now.zone) > now.wallMs) return 0
  return dueAt(row.endedAtMs, false, rules, now.zone) <= now.wallMs ? unsigned : row.riskUnsignedCount
}

/** Until when the first of its notes is to be signed; the instant itself is late. */
export function firstDueMs(row: Counts, rules: DueRules, zone: string): number {
  return dueAt(row.endedAtMs, row.riskUnsignedCount > 0, rules, zone)
}

const dayMs = 86_400_000

// The calendar is asked only of the few days that it could matter for: in twenty years of notes it would take a second.
function isSurelyLate({ endedAtMs }: Counts, { dueBusinessDays }: DueRules, { wallMs }: Moment): boolean {
  return wallMs - endedAtMs > (2 * dueBusinessDays + 4) * dayMs
}
