import { useEffect, useMemo, useRef, useState } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { testsOf, type MatchBasis } from '../../shared/review/match-sessions.ts'
import type { SavedView, SessionView } from '../../shared/review/session-view.ts'
import { allSessions, builtInViews } from './built-in-views.ts'
import type { Choice } from './choice.ts'
import { proposedColumns } from './column-words.ts'
import { useSessionsMemory } from './sessions-memory.tsx'
import type { ShownSession } from './shown-session.ts'
import { useFound } from './use-found.ts'
import { useSessionTable } from './use-session-table.ts'
import type { ViewTab } from './ViewTabs.tsx'

export interface ReviewInput {
  readonly sessions: readonly ShownSession[]
  readonly roster: Roster
  readonly saved: readonly SavedView[]
  readonly basis: MatchBasis
}

/** Which sessions are shown, how, and which of them is chosen. It is kept for whoever comes back from a session. */
export function useReview({ sessions, roster, saved, basis }: ReviewInput) {
  const memory = useSessionsMemory()
  const gridRef = useRef<HTMLTableElement>(null)
  const [viewId, setViewId] = useState(() => memory.recall()?.viewId ?? 'all')
  const [view, setView] = useState(() => memory.recall()?.view ?? allSessions)
  const facilitatorCount = roster.facilitators.length
  const columns = useMemo(
    () => view.columns ?? proposedColumns(facilitatorCount),
    [view.columns, facilitatorCount],
  )
  const found = useFound(view, basis.now.zone)
  const foundIds = useMemo(() => (found.byId === null ? null : new Set(found.byId.keys())), [found.byId])
  // Another view begins at its top.
  const show = (next: SessionView, nextId = viewId) => {
    setViewId(nextId)
    setView(next)
    forget()
    gridRef.current?.scrollTo({ top: 0 })
  }
  const table = useSessionTable({
    sessions,
    view,
    columns,
    basis,
    foundIds,
    onSort: (sorting) => show({ ...view, sorting }),
  })
  const { rows } = table.getRowModel()
  const { choice, choose, forget } = useChoice(rows)
  const chosenId = rows[choice.current]?.id ?? null
  useEffect(() => memory.keep({ viewId, view, chosenId }), [memory, viewId, view, chosenId])
  return {
    gridRef,
    viewId,
    view,
    columns,
    found,
    table,
    rows,
    choice,
    choose,
    change: (changed: Partial<SessionView>) => show({ ...view, ...changed }),
    changeColumns: (next: SessionView['columns']) => setView({ ...view, columns: next }),
    select: (nextId: string) => {
      const next = [...builtInViews, ...saved].find((other) => other.viewId === nextId)
      show(next?.view ?? allSessions, nextId)
    },
    /** What is shown has this name from now on. */
    name: setViewId,
  }
}

/** The views as tabs, with what each would show. */
export function useViewTabs({ sessions, saved, basis }: Omit<ReviewInput, 'roster'>): readonly ViewTab[] {
  return useMemo(() => {
    const tabOf = (
      { viewId, name, view }: { viewId: string; name: string; view: SessionView },
      isOwn: boolean,
    ) => ({ viewId, name, isOwn, count: viewId === 'all' ? null : countOf(sessions, view, basis) })
    return [...builtInViews.map((view) => tabOf(view, false)), ...saved.map((view) => tabOf(view, true))]
  }, [sessions, saved, basis])
}

// What a search would find is known when it is asked.
function countOf(sessions: readonly ShownSession[], view: SessionView, basis: MatchBasis): number | null {
  if (view.search.trim() !== '') return null
  const tests = testsOf(view.filters, basis)
  return sessions.filter(({ row }) => tests.every(([, test]) => test(row))).length
}

/** The chosen line, by its session: it stays chosen while the lines around it change. */
function useChoice(rows: readonly { readonly id: string }[]) {
  const memory = useSessionsMemory()
  const [chosen, setChosen] = useState<{ readonly id: string | null; readonly anchorId: string | null }>(
    () => ({ id: memory.recall()?.chosenId ?? null, anchorId: null }),
  )
  const choice: Choice = useMemo(() => {
    const placeOf = (id: string | null) => (id === null ? -1 : rows.findIndex((row) => row.id === id))
    const anchor = placeOf(chosen.anchorId)
    return { current: Math.max(0, placeOf(chosen.id)), anchor: anchor === -1 ? null : anchor }
  }, [rows, chosen])
  const choose = ({ current, anchor }: Choice) =>
    setChosen({
      id: rows[current]?.id ?? null,
      anchorId: anchor === null ? null : (rows[anchor]?.id ?? null),
    })
  return { choice, choose, forget: () => setChosen({ id: null, anchorId: null }) }
}
