import { useDeferredValue, useMemo } from 'react'
import { readRows } from '../../shared/review/rows-text.ts'
import type { SessionRow } from '../../shared/review/session-row.ts'
import { useRead, type Read } from '../app/api.ts'

/** More than any screen shows at once. */
const firstLook = 60

export interface SessionRows {
  /** Newest first. */
  readonly rows: readonly SessionRow[]
  /** False while the newest alone are there: of a vault of many years the rest comes a moment later. */
  readonly areAll: boolean
}

/**
 * The sessions that have ended. With `atTop` the newest are drawn first, and the rest when these are painted: then a first
 * look takes as long in any vault.
 */
export function useSessionRows(atTop: boolean): Read<SessionRows> {
  const newest = useRead('session-review.rows', { newest: firstLook })
  const all = useRead('session-review.rows', { newest: null })
  const newestText = newest.status === 'ready' ? newest.value : null
  const allText = all.status === 'ready' ? all.value : null
  const drawn = useDeferredValue(allText, atTop ? newestText : allText)
  const text = drawn ?? (atTop ? newestText : allText)
  const rows = useMemo(() => (text === null ? [] : readRows(text)), [text])
  if (text === null) return all.status === 'failed' ? all : { status: 'reading' }
  return { status: 'ready', value: { rows, areAll: text === allText || rows.length < firstLook } }
}
