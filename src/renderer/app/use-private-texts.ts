import { useEffect, useState } from 'react'
import type { NoteId, SessionId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import { call } from './api.ts'

/**
 * The private notes of a session, read when the component appears and whenever there is another `newest`. They live in that
 * component alone, past every cache: with it they are let go.
 */
export function usePrivateTexts(
  sessionId: SessionId,
  newest?: NoteId,
): {
  readonly texts: readonly NoteText[]
  readonly failure: Failure | null
} {
  const [texts, setTexts] = useState<readonly NoteText[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let isOpen = true
    async function readAll(): Promise<void> {
      const answer = await call('session.private-notes', { sessionId })
      if (!isOpen) return
      setFailure(answer.ok ? null : answer.error)
      if (answer.ok) setTexts(answer.value)
    }
    void readAll()
    return () => {
      isOpen = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what they are read again for
  }, [sessionId, newest])
  return { texts, failure }
}
