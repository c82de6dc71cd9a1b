import { useTable, type Updater } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import { testsOf, type MatchBasis, type Test } from '../../shared/review/match-sessions.ts'
import {
  sessionColumns,
  sessionViewSchema,
  type SessionColumn,
  type SessionView,
} from '../../shared/review/session-view.ts'
import { columnsOf, features } from './sort-columns.ts'
import type { ShownSession } from './shown-session.ts'

interface SessionTableInput {
  readonly sessions: readonly ShownSession[]
  readonly view: SessionView
  readonly columns: readonly SessionColumn[]
  readonly basis: MatchBasis
  /** Only these, where something is searched for. */
  readonly foundIds: { readonly has: (sessionId: SessionId) => boolean } | null
  readonly onSort: (sorting: SessionView['sorting']) => void
}

export type SessionTableModel = ReturnType<typeof useSessionTable>

const none: readonly ShownSession[] = []

/** The sessions, filtered and sorted as a view says. */
export function useSessionTable(input: SessionTableInput) {
  const { sessions, foundIds } = input
  const columns = useMemo(() => columnsOf(sessions), [sessions])
  const found = useMemo(
    () => (foundIds === null ? none : sessions.filter(({ row }) => foundIds.has(row.sessionId))),
    [sessions, foundIds],
  )
  // Two of them: the rows of thousands of sessions stay as they are while a few of them are found, and others, and again.
  const tableOfAll = useTableOf(sessions, columns, input)
  const tableOfFound = useTableOf(found, columns, input)
  return foundIds === null ? tableOfAll : tableOfFound
}

function useTableOf(
  data: readonly ShownSession[],
  columns: ReturnType<typeof columnsOf>,
  { view, columns: shown, basis, onSort }: SessionTableInput,
) {
  const columnFilters = useMemo(() => filtersByColumn(view.filters, basis), [view.filters, basis])
  const columnVisibility = useMemo(
    () => Object.fromEntries(sessionColumns.map((column) => [column, shown.includes(column)])),
    [shown],
  )
  const sorting = useMemo(() => view.sorting.map((sort) => ({ ...sort })), [view.sorting])
  return useTable({
    features,
    columns,
    data,
    getRowId: ({ row }) => row.sessionId,
    enableSortingRemoval: false,
    state: { sorting, columnFilters, columnVisibility },
    onSortingChange: (change: Updater<{ id: string; desc: boolean }[]>) =>
      onSort(sessionViewSchema.shape.sorting.parse(typeof change === 'function' ? change(sorting) : change)),
  })
}

function filtersByColumn(
  filters: SessionView['filters'],
  basis: MatchBasis,
): { id: SessionColumn; value: readonly Test[] }[] {
  const byColumn = new Map<SessionColumn, Test[]>()
  const add = (column: SessionColumn, test: Test) =>
    byColumn.set(column, [...(byColumn.get(column) ?? []), test])
  for (const [column, test] of testsOf(filters, basis)) add(column, test)
  return Array.from(byColumn, ([id, value]) => ({ id, value }))
}
