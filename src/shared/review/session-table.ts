import { groupTypeNames } from '../agenda/group-type.ts'
import { isoLocalTime } from '../iso-time.ts'
import { notesState, overdueCount, unsignedCount } from './notes-state.ts'
import { actualMinutes, type SessionRow } from './session-row.ts'
import type { SessionColumn } from './session-view.ts'
import type { MatchBasis } from './match-sessions.ts'

type Cell = string | number

/** What a table in a file needs beyond the rows. */
interface TableNames extends Pick<MatchBasis, 'rules' | 'now'> {
  readonly groupOf: (row: SessionRow) => string
  readonly leadOf: (row: SessionRow) => string
}

/**
 * The columns that are shown, as they stand in a file: numbers by themselves, so that a spreadsheet can count with them.
 * Members are counted and never named.
 */
export function sessionTable(
  rows: readonly SessionRow[],
  columns: readonly SessionColumn[],
  names: TableNames,
): { readonly headings: readonly string[]; readonly rows: readonly (readonly Cell[])[] } {
  const parts = columns
    .flatMap((column) => partsOf(column, names))
    // Two columns of the screen can say the same thing.
    .filter(([heading], at, all) => all.findIndex((part) => part[0] === heading) === at)
  return {
    headings: parts.map(([heading]) => heading),
    rows: rows.map((row) => parts.map(([, cell]) => cell(row))),
  }
}

type Part = readonly [heading: string, cell: (row: SessionRow) => Cell]

function partsOf(column: SessionColumn, names: TableNames): readonly Part[] {
  switch (column) {
    case 'date':
      return [
        ['Date', (row) => localTime(row, names).slice(0, 10)],
        ['Start', (row) => localTime(row, names).slice(11, 16)],
      ]
    case 'number':
      return [['Session', ({ number }) => number]]
    case 'group':
      return [['Group', names.groupOf]]
    case 'type':
      return [['Type', ({ groupType }) => groupTypeNames[groupType]]]
    case 'topic':
      return [['Topic', ({ topic }) => topic]]
    case 'facilitator':
      return [['Led by', names.leadOf]]
    case 'members':
      return [
        ['Members who came', ({ presentCount }) => presentCount],
        ['Members expected', ({ memberCount }) => memberCount],
      ]
    case 'planned':
      return [['Minutes planned', ({ plannedMinutes }) => plannedMinutes]]
    case 'minutes':
      return [
        ['Minutes taken', actualMinutes],
        ['Minutes planned', ({ plannedMinutes }) => plannedMinutes],
      ]
    case 'followUps':
      return [
        ['Risk marked', ({ riskCount }) => riskCount],
        ['Follow-ups open', ({ openFollowUpCount }) => openFollowUpCount],
      ]
    case 'notes':
      return notesParts(names)
  }
}

const stateWords = {
  overdue: 'overdue',
  draft: 'in draft',
  awaiting: 'awaiting co-signature',
  addended: 'signed, addended',
  signed: 'signed',
  none: 'no notes due',
} as const

function notesParts({ rules, now }: TableNames): readonly Part[] {
  return [
    ['Notes', (row) => stateWords[notesState(row, rules, now)]],
    ['Notes to sign', unsignedCount],
    ['Notes overdue', (row) => overdueCount(row, rules, now)],
    ['Notes to co-sign', ({ awaitingCount }) => awaitingCount],
    ['Notes addended', ({ amendedCount }) => amendedCount],
  ]
}

function localTime({ heldAtMs }: SessionRow, { now }: TableNames): string {
  return isoLocalTime(heldAtMs, now.zone)
}
