import { useCallback, useState } from 'react'
import type { SavedView, SessionView } from '../../shared/review/session-view.ts'
import { allSessions, builtInViews } from './built-in-views.ts'
import { useSessionsMemory } from './sessions-memory.tsx'

/**
 * The view that is shown, and what changes it; `name` says what is shown from now on. None of the acts changes while
 * letters are typed, so that what stands around the table is not drawn for each.
 */
export function useShownView(saved: readonly SavedView[], onChange: () => void) {
  const memory = useSessionsMemory()
  const [viewId, setViewId] = useState(() => memory.recall()?.viewId ?? 'all')
  const [view, setView] = useState(() => memory.recall()?.view ?? allSessions)
  const change = useCallback(
    (changed: Partial<SessionView>) => {
      setView((before) => ({ ...before, ...changed }))
      onChange()
    },
    [onChange],
  )
  const changeColumns = useCallback(
    (columns: SessionView['columns']) => setView((before) => ({ ...before, columns })),
    [],
  )
  const select = useCallback(
    (nextId: string) => {
      const next = [...builtInViews, ...saved].find((other) => other.viewId === nextId)
      setViewId(nextId)
      setView(next?.view ?? allSessions)
      onChange()
    },
    [saved, onChange],
  )
  return { viewId, view, change, changeColumns, select, name: setViewId }
}
