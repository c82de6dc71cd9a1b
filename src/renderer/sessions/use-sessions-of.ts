import { useMemo } from 'react'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { succeed } from '../../shared/result.ts'
import { call } from '../app/api.ts'
import { useAsTyped } from '../search/use-as-typed.ts'

interface Ids {
  readonly has: (sessionId: SessionId) => boolean
}

interface SessionsOfMember {
  readonly ids: Ids | null
  readonly failure: Failure | null
}

/**
 * Of the sessions that were found, those to which a member came or was expected: rows count members and name none. Null
 * found is all of them, and so is null answered.
 */
export function useSessionsOf(personId: PersonId | null, found: Ids | null): SessionsOfMember {
  const { answer, failure } = useAsTyped<readonly SessionId[]>(personId ?? '', async () =>
    personId === null ? succeed([]) : call('session-review.of-member', { personId }),
  )
  const ids = useMemo(() => {
    if (answer === null) return found
    const own = new Set(answer)
    return found === null
      ? own
      : { has: (sessionId: SessionId) => own.has(sessionId) && found.has(sessionId) }
  }, [answer, found])
  return { ids, failure }
}
