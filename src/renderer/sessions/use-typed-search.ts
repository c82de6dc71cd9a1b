import { useCallback, useRef, useState } from 'react'
import { anySession, type SessionView } from '../../shared/review/session-view.ts'
import type { RecordSearch } from './use-found.ts'
import type { useShownView } from './use-shown-view.ts'

type ShownView = Pick<ReturnType<typeof useShownView>, 'viewId' | 'change' | 'select'>

/**
 * The words of a view as they are typed. They are the view's when the record has answered to them: a letter is drawn in its
 * field at once, and the table once, with what was found. Whatever else changes the view takes them along.
 */
export function useTypedSearch({ viewId, change, select }: ShownView, askAhead: RecordSearch['askAhead']) {
  const ahead = useRef<string | null>(null)
  const [start, setStart] = useState(0)
  const changeAll = useCallback(
    (changed: Partial<SessionView>) => {
      const typed = ahead.current
      ahead.current = null
      change(typed === null ? changed : { search: typed, ...changed })
    },
    [change],
  )
  const seek = (search: string) => {
    if (search.trim() === '') return changeAll({ search })
    ahead.current = search
    askAhead(search, () => {
      if (ahead.current === null) return
      if (ahead.current === search) ahead.current = null
      change({ search })
    })
  }
  const selectAnother = useCallback(
    (nextId: string) => {
      ahead.current = null
      select(nextId)
    },
    [select],
  )
  const restart = () => {
    setStart((count) => count + 1)
    changeAll({ filters: anySession, search: '' })
  }
  return {
    /** Another one is another field: what was typed into the last one is gone with it. */
    fieldId: `${viewId} ${start}`,
    seek,
    change: changeAll,
    select: selectAnother,
    /** Shows every session, whatever was searched for. */
    restart,
  }
}
