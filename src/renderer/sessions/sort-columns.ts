import {
  columnFilteringFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  type Row,
} from '@tanstack/react-table'
import { notesStates } from '../../shared/review/notes-state.ts'
import type { Test } from '../../shared/review/match-sessions.ts'
import { actualMinutes } from '../../shared/review/session-row.ts'
import { sessionColumns, type SessionColumn } from '../../shared/review/session-view.ts'
import { columnWords } from './column-words.ts'
import type { ShownSession } from './shown-session.ts'

export const features = tableFeatures({
  columnFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnVisibilityFeature,
})
export type SessionTableRow = Row<typeof features, ShownSession>

const helper = createColumnHelper<typeof features, ShownSession>()
const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** The columns of a set of sessions, of which each sorts and filters by its own. */
export function columnsOf(sessions: readonly ShownSession[]) {
  return helper.columns(
    sessionColumns.map((id) => {
      const compare = comparisonOf(id, sessions)
      return helper.accessor((session) => session, {
        id,
        header: columnWords[id].heading,
        sortFn: (a, b) => compare(a.original, b.original),
        sortDescFirst: beginsWithMost(id),
        filterFn: (row, _, tests: readonly Test[]) => tests.every((test) => test(row.original.row)),
      })
    }),
  )
}

type Comparison = (one: ShownSession, other: ShownSession) => number

function beginsWithMost(column: SessionColumn): boolean {
  return columnWords[column].isFigure || column === 'date' || column === 'followUps'
}

function comparisonOf(column: SessionColumn, sessions: readonly ShownSession[]): Comparison {
  switch (column) {
    case 'date':
      return byNumber(({ row }) => row.heldAtMs)
    case 'number':
      return byNumber(({ row }) => row.number)
    case 'group':
      return byWords(sessions, ({ groupName }) => groupName)
    case 'type':
      return byWords(sessions, ({ typeName }) => typeName)
    case 'topic':
      return byWords(sessions, ({ row }) => row.topic)
    case 'facilitator':
      return byWords(sessions, ({ leadName }) => leadName)
    case 'members':
      return byNumber(({ row }) => row.presentCount)
    case 'planned':
      return byNumber(({ row }) => row.plannedMinutes)
    case 'minutes':
      return byNumber(({ row }) => actualMinutes(row))
    case 'followUps':
      return byNumber(({ row }) => row.openFollowUpCount * 1_000 + row.riskCount)
    case 'notes':
      return byPressure
  }
}

function byNumber(valueOf: (session: ShownSession) => number): Comparison {
  return (one, other) => valueOf(one) - valueOf(other)
}

// A collator's comparison is slow, and the same few words come again and again: they are put in order once, when somebody
// first sorts by them.
function byWords(sessions: readonly ShownSession[], wordsOf: (session: ShownSession) => string): Comparison {
  let places: ReadonlyMap<string, number> | null = null
  return (one, other) => {
    places ??= placesOf(sessions.map(wordsOf))
    return (places.get(wordsOf(one)) ?? 0) - (places.get(wordsOf(other)) ?? 0)
  }
}

/** Where each word stands in the order of names; equal ones stand at the same place, and no words after all others. */
function placesOf(words: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  let place = 0
  let before: string | null = null
  for (const word of [...new Set(words)].toSorted((a, b) => byName.compare(a, b))) {
    if (before === null || byName.compare(before, word) !== 0) place += 1
    places.set(word, word === '' ? Number.MAX_SAFE_INTEGER : place)
    before = word
  }
  return places
}

/** What presses most, and of that what waits longest. */
function byPressure(one: ShownSession, other: ShownSession): number {
  const states = notesStates.indexOf(one.state) - notesStates.indexOf(other.state)
  return states === 0 ? one.row.endedAtMs - other.row.endedAtMs : states
}
