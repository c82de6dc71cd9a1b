import { sessionColumns, type SessionColumn } from '../../shared/review/session-view.ts'

interface ColumnWords {
  readonly heading: string
  /** In the list of columns, where the heading alone would not say it. */
  readonly name: string
  /** As in `grid-template-columns`, and the least of it in rem. */
  readonly width: string
  readonly leastRem: number
  readonly isFigure: boolean
}

function fixed(heading: string, name: string, rem: number, isFigure = false): ColumnWords {
  return { heading, name, width: `${rem}rem`, leastRem: rem, isFigure }
}

function growing(heading: string, leastRem: number, share: number): ColumnWords {
  return { heading, name: heading, width: `minmax(${leastRem}rem, ${share}fr)`, leastRem, isFigure: false }
}

export const columnWords: Readonly<Record<SessionColumn, ColumnWords>> = {
  date: fixed('Date', 'Date and time', 6.25),
  number: fixed('No.', 'Number of the session', 3, true),
  group: growing('Group', 6, 1.1),
  type: growing('Type', 6.75, 0.9),
  topic: growing('Topic', 11, 3),
  facilitator: growing('Led by', 5.5, 0.8),
  members: fixed('Members', 'Members who came', 4.75, true),
  planned: fixed('Planned', 'Minutes planned', 4.25, true),
  minutes: fixed('Minutes of plan', 'Minutes taken, of those planned', 7.5, true),
  followUps: fixed('Risk', 'Risk and follow-ups', 7),
  notes: fixed('Notes', 'State of the notes', 11.75),
}

/** What the console proposes: who leads says something only where there are several. */
export function proposedColumns(facilitatorCount: number): readonly SessionColumn[] {
  const hidden: readonly SessionColumn[] =
    facilitatorCount > 1
      ? ['number', 'planned', 'followUps']
      : ['number', 'planned', 'followUps', 'facilitator']
  return sessionColumns.filter((column) => !hidden.includes(column))
}

const gapRem = 1

/** Every row is a grid of its own, and all have the same. */
export function gridOf(columns: readonly SessionColumn[]): {
  readonly template: string
  readonly leastRem: number
} {
  const words = columns.map((column) => columnWords[column])
  return {
    template: words.map(({ width }) => width).join(' '),
    leastRem: words.reduce((sum, { leastRem }) => sum + leastRem, 0) + gapRem * (words.length - 1) + 2,
  }
}
