import { useMemo } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { Found, FoundSession, SearchFilters } from '../../shared/ipc/search-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { timeOf } from '../../shared/review/match-sessions.ts'
import type { SessionView } from '../../shared/review/session-view.ts'
import { call } from '../app/api.ts'
import { useAsTyped } from '../search/use-as-typed.ts'

export interface FoundInRecord {
  /** Null while nothing is searched for, or nothing is answered yet. */
  readonly byId: ReadonlyMap<SessionId, FoundSession> | null
  /** Sessions in which something was found, beyond those that are told of. */
  readonly moreCount: number
  readonly members: Found['members']
  readonly failure: Failure | null
}

const none: Found['members'] = []

/** What the record says to the words of a view. The filters that the search knows are applied where it looks. */
export function useFound({ search, filters }: SessionView, zone: string): FoundInRecord {
  const text = search.trim()
  const { groupId, groupType, since, until, risk } = filters
  const asked: SearchFilters = useMemo(
    () => ({
      groupId,
      groupType,
      personId: null,
      ...timeOf({ since, until }, zone),
      theme: null,
      hasRisk: risk !== null,
    }),
    [groupId, groupType, since, until, risk, zone],
  )
  const question = text === '' ? '' : JSON.stringify([text, asked])
  const { answer, failure } = useAsTyped(question, () => call('search.record', { text, filters: asked }))
  return useMemo(() => {
    if (answer === null) return { byId: null, moreCount: 0, members: none, failure }
    const byId = new Map(answer.sessions.map((session) => [session.sessionId, session]))
    return { byId, moreCount: answer.sessionCount - byId.size, members: answer.members, failure }
  }, [answer, failure])
}
