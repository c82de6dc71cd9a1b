import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { OpenedSession } from '../../shared/ipc/session-calls.ts'
import { foldAll } from '../../shared/session/fold.ts'
import { readLog } from '../../shared/session/log-text.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { timeOfDay } from '../app/time-words.ts'
import { PrivateNotes } from '../private/PrivateNotes.tsx'

interface NotesOfSessionProps {
  readonly sessionId: SessionId
  readonly zone: string
  readonly onClose: () => void
}

/** All private notes of a session in which one was found. */
export function NotesOfSession({ sessionId, zone, onClose }: NotesOfSessionProps) {
  const opened = useRead('session.open', { sessionId })
  if (opened.status === 'failed') return <FailureNotice failure={opened.failure} onRetry={opened.retry} />
  if (opened.status === 'reading') return null
  return <Opened opened={opened.value} zone={zone} onClose={onClose} />
}

interface OpenedProps extends Pick<NotesOfSessionProps, 'zone' | 'onClose'> {
  readonly opened: OpenedSession
}

function Opened({ opened, zone, onClose }: OpenedProps) {
  const queries = useQueryClient()
  const state = useMemo(() => foldAll(readLog(opened.log)), [opened.log])
  return (
    <PrivateNotes
      sessionId={opened.sessionId}
      state={state}
      timeWords={(wallMs) => timeOfDay(wallMs, zone)}
      onMoved={() => void queries.invalidateQueries({ queryKey: ['session.open'] })}
      onClose={onClose}
    />
  )
}
