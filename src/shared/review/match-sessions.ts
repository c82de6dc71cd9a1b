import { beginOf, moveDay } from '../care/calendar-week.ts'
import type { RecordRules } from '../record/record-rules.ts'
import { notesState } from './notes-state.ts'
import type { SessionRow } from './session-row.ts'
import type { SessionColumn, SessionFilters } from './session-view.ts'

export type Test = (row: SessionRow) => boolean

/** What the filters are measured against. */
export interface MatchBasis {
  readonly rules: RecordRules
  readonly now: { readonly wallMs: number; readonly zone: string }
}

/** One test for each filter that is set, beside the column that it is about. Who was there, no row tells. */
export function testsOf(
  filters: SessionFilters,
  basis: MatchBasis,
): readonly (readonly [column: SessionColumn, test: Test])[] {
  const { groupId, groupType, leadId } = filters
  const tests: (readonly [SessionColumn, Test | null])[] = [
    ['group', groupId === null ? null : (row) => row.groupId === groupId],
    ['type', groupType === null ? null : (row) => row.groupType === groupType],
    ['facilitator', leadId === null ? null : (row) => row.leadId === leadId],
    ['date', testDays(filters, basis)],
    ['topic', testTopic(filters)],
    ['members', testAttendance(filters)],
    ['followUps', testRisk(filters)],
    ['notes', testNotes(filters, basis)],
  ]
  return tests.flatMap(([column, test]) => (test === null ? [] : [[column, test] as const]))
}

function testDays(filters: SessionFilters, { now }: MatchBasis): Test | null {
  const { fromMs, toMs } = timeOf(filters, now.zone)
  if (fromMs === null && toMs === null) return null
  return ({ heldAtMs }) => (fromMs === null || heldAtMs >= fromMs) && (toMs === null || heldAtMs < toMs)
}

/** From when on, and before when; milliseconds since 1970 UTC, null for no bound. The last day is whole. */
export function timeOf(
  { since, until }: Pick<SessionFilters, 'since' | 'until'>,
  zone: string,
): { readonly fromMs: number | null; readonly toMs: number | null } {
  return {
    fromMs: since === null ? null : beginOf(since, zone),
    toMs: until === null ? null : beginOf(moveDay(until, 1), zone),
  }
}

function testTopic({ topic }: SessionFilters): Test | null {
  const isWanted = matchTopic(topic)
  return isWanted === null ? null : (row) => isWanted(row.topic)
}

/** Whether a topic contains these words, whatever their case and accents; null where there are none. */
export function matchTopic(words: string): ((topic: string) => boolean) | null {
  const wanted = plain(words.trim())
  if (wanted === '') return null
  // Topics come again: each is made plain once.
  const known = new Map<string, boolean>()
  return (topic) => {
    const answer = known.get(topic) ?? plain(topic).includes(wanted)
    known.set(topic, answer)
    return answer
  }
}

/** Without case and accents: who looks for `cafe` means `Café`. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}

function testAttendance({ attendance }: SessionFilters): Test | null {
  if (attendance === null) return null
  const wantsAll = attendance === 'everyone'
  return ({ memberCount, presentCount }) => presentCount >= memberCount === wantsAll
}

function testRisk({ risk }: SessionFilters): Test | null {
  switch (risk) {
    case null:
      return null
    case 'marked':
      return ({ riskCount }) => riskCount > 0
    case 'open':
      return ({ openFollowUpCount }) => openFollowUpCount > 0
  }
}

function testNotes({ notes }: SessionFilters, { rules, now }: MatchBasis): Test | null {
  switch (notes) {
    case null:
      return null
    case 'to-finish':
      return ({ presentCount, signedCount }) => signedCount < presentCount
    case 'overdue':
    case 'draft':
      return (row) => notesState(row, rules, now) === notes
    case 'awaiting':
      return ({ awaitingCount }) => awaitingCount > 0
    case 'addended':
      return ({ amendedCount }) => amendedCount > 0
    case 'signed':
      return ({ presentCount, signedCount }) => presentCount > 0 && signedCount >= presentCount
  }
}
