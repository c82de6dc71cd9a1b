import { useMemo } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import {
  maxFoundSessions,
  type Found,
  type FoundSession,
  type SearchFilters,
} from '../../shared/ipc/search-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { timeOf } from '../../shared/review/match-sessions.ts'
import type { SessionView } from '../../shared/review/session-view.ts'
import { call } from '../app/api.ts'
import type { Ask } from '../search/question-line.ts'
import { useAsTyped } from '../search/use-as-typed.ts'

export interface FoundInRecord {
  /** Null while nothing is searched for, or nothing is answered yet. A session is null until it is told what was found. */
  readonly byId: ReadonlyMap<SessionId, FoundSession | null> | null
  /** False where something was found in more sessions than these. */
  readonly areAll: boolean
  readonly members: Found['members']
  readonly failure: Failure | null
}

const none: Found['members'] = []
/** More lines than a screen has: what was found in these is drawn before it is read what was found in the others. */
const firstLook = 16

export interface RecordSearch {
  readonly found: FoundInRecord
  /** Asks what a view would show that differs in its words alone, before it is that view. */
  readonly askAhead: (search: string, onAnswered: () => void) => void
}

/** What the record says to the words of a view. The filters that the search knows are applied where it looks. */
export function useFound(view: SessionView, zone: string): RecordSearch {
  const { filters } = view
  const { groupId, groupType, personId, since, until, topic, risk } = filters
  const asked: SearchFilters = useMemo(
    () => ({
      groupId,
      groupType,
      personId,
      ...timeOf({ since, until }, zone),
      theme: topic === '' ? null : topic,
      hasRisk: risk !== null,
    }),
    [groupId, groupType, personId, since, until, topic, risk, zone],
  )
  const questionOf = (text: string) => (text.trim() === '' ? '' : JSON.stringify([text, asked]))
  const askFor = (text: string): Ask<Found> => {
    const first = isAsFound(view) ? firstLook : maxFoundSessions
    return (before) =>
      call('search.record', { text, filters: asked, newest: before === null ? first : maxFoundSessions })
  }
  const { answer, failure, askAhead } = useAsTyped(
    questionOf(view.search),
    askFor(view.search),
    ({ isWhole }) => !isWhole,
  )
  const found = useMemo(() => foundIn(answer, failure), [answer, failure])
  return {
    found,
    askAhead: (search, onAnswered) => askAhead(questionOf(search), askFor(search), onAnswered),
  }
}

function foundIn(answer: Found | null, failure: Failure | null): FoundInRecord {
  if (answer === null) return { byId: null, areAll: true, members: none, failure }
  const { sessionIds, sessions, areAll, members } = answer
  const byId = new Map<SessionId, FoundSession | null>(sessionIds.map((sessionId) => [sessionId, null]))
  for (const session of sessions) byId.set(session.sessionId, session)
  return { byId, areAll, members, failure }
}

/** Whether the first lines of the table are the newest sessions that are found: in its order, and all of them. */
function isAsFound({ sorting: [first], filters }: SessionView): boolean {
  const { leadId, notes, attendance, risk } = filters
  const isNewestFirst = first?.id === 'date' && first.desc
  const isNarrowed = leadId !== null || notes !== null || attendance !== null
  return isNewestFirst && !isNarrowed && risk !== 'open'
}
