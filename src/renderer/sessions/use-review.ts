import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { testsOf, type MatchBasis } from '../../shared/review/match-sessions.ts'
import type { SavedView, SessionView } from '../../shared/review/session-view.ts'
import { builtInViews } from './built-in-views.ts'
import type { Choice } from './choice.ts'
import { proposedColumns } from './column-words.ts'
import { useSessionsMemory } from './sessions-memory.tsx'
import type { ShownSession } from './shown-session.ts'
import { useFound } from './use-found.ts'
import { useSessionsOf } from './use-sessions-of.ts'
import { useSessionTable } from './use-session-table.ts'
import { useShownView } from './use-shown-view.ts'
import { useTypedSearch } from './use-typed-search.ts'
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
  const [chosen, setChosen] = useState<Chosen>(() => ({
    ...nothingChosen,
    id: memory.recall()?.chosenId ?? null,
  }))
  // Another view begins at its top.
  const goToTop = useCallback(() => {
    setChosen(nothingChosen)
    gridRef.current?.scrollTo({ top: 0 })
  }, [])
  const shown = useShownView(saved, goToTop)
  const { viewId, view } = shown
  const facilitatorCount = roster.facilitators.length
  const columns = useMemo(
    () => view.columns ?? proposedColumns(facilitatorCount),
    [view.columns, facilitatorCount],
  )
  const { found, askAhead } = useFound(view, basis.now.zone)
  const typed = useTypedSearch(shown, askAhead)
  const ofMember = useSessionsOf(view.filters.personId, found.byId)
  const table = useSessionTable({
    sessions,
    view,
    columns,
    basis,
    foundIds: ofMember.ids,
    onSort: (sorting) => typed.change({ sorting }),
  })
  const { rows } = table.getRowModel()
  const { choice, choose } = useChoice(rows, chosen, setChosen)
  const chosenId = rows[choice.current]?.id ?? null
  useEffect(() => memory.keep({ viewId, view, chosenId }), [memory, viewId, view, chosenId])
  const failure = found.failure ?? ofMember.failure
  return { ...shown, ...typed, gridRef, columns, found, failure, table, rows, choice, choose }
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

// What a search would find, and who was there, is known when it is asked.
function countOf(sessions: readonly ShownSession[], view: SessionView, basis: MatchBasis): number | null {
  if (view.search.trim() !== '' || view.filters.personId !== null) return null
  const tests = testsOf(view.filters, basis)
  return sessions.filter(({ row }) => tests.every(([, test]) => test(row))).length
}

/** The chosen line, and the one from where on several are, by their sessions. */
interface Chosen {
  readonly id: string | null
  readonly anchorId: string | null
}

const nothingChosen: Chosen = { id: null, anchorId: null }

/** The chosen line stays chosen while the lines around it change. */
function useChoice(
  rows: readonly { readonly id: string }[],
  chosen: Chosen,
  onChoose: (chosen: Chosen) => void,
) {
  const choice: Choice = useMemo(() => {
    const placeOf = (id: string | null) => (id === null ? -1 : rows.findIndex((row) => row.id === id))
    const anchor = placeOf(chosen.anchorId)
    return { current: Math.max(0, placeOf(chosen.id)), anchor: anchor === -1 ? null : anchor }
  }, [rows, chosen])
  const choose = ({ current, anchor }: Choice) =>
    onChoose({
      id: rows[current]?.id ?? null,
      anchorId: anchor === null ? null : (rows[anchor]?.id ?? null),
    })
  return { choice, choose }
}
