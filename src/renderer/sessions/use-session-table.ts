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
  readonly foundIds: ReadonlySet<SessionId> | null
  readonly onSort: (sorting: SessionView['sorting']) => void
}

export type SessionTableModel = ReturnType<typeof useSessionTable>

/** The sessions, filtered and sorted as a view says. */
export function useSessionTable(input: SessionTableInput) {
  const { sessions, view, columns: shown, basis, foundIds, onSort } = input
  const columns = useMemo(() => columnsOf(sessions), [sessions])
  const columnFilters = useMemo(
    () => filtersByColumn(view.filters, basis, foundIds),
    [view.filters, basis, foundIds],
  )
  const columnVisibility = useMemo(
    () => Object.fromEntries(sessionColumns.map((column) => [column, shown.includes(column)])),
    [shown],
  )
  const sorting = useMemo(() => view.sorting.map((sort) => ({ ...sort })), [view.sorting])
  return useTable({
    features,
    columns,
    data: sessions,
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
  foundIds: ReadonlySet<SessionId> | null,
): { id: SessionColumn; value: readonly Test[] }[] {
  const byColumn = new Map<SessionColumn, Test[]>()
  const add = (column: SessionColumn, test: Test) =>
    byColumn.set(column, [...(byColumn.get(column) ?? []), test])
  for (const [column, test] of testsOf(filters, basis)) add(column, test)
  if (foundIds !== null) add('topic', ({ sessionId }) => foundIds.has(sessionId))
  return Array.from(byColumn, ([id, value]) => ({ id, value }))
}
