import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
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

/** What stands above notes whose session cannot be opened; they are read all the same. */
const aboutGone: Partial<Record<Failure['code'], string>> = {
  'not-found':
    'The session that these belong to is not in this record: a backup from before it may have been restored.',
  'log-not-whole': 'What happened in this session cannot be read in full. These notes are whole.',
}
const nothingKnown = { history: null, notes: [] }

/** All private notes of a session in which one was found. */
export function NotesOfSession({ sessionId, zone, onClose }: NotesOfSessionProps) {
  const opened = useRead('session.open', { sessionId })
  if (opened.status === 'failed') {
    const about = aboutGone[opened.failure.code]
    if (about === undefined) return <FailureNotice failure={opened.failure} onRetry={opened.retry} />
    return <PrivateNotes sessionId={sessionId} state={nothingKnown} about={about} onClose={onClose} />
  }
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
