import { ChevronRight } from 'lucide-react'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import type { Group } from '../../shared/roster/group.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { shortDay, timeOfDay } from '../app/time-words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { NoteDots } from './NoteDots.tsx'
import { RowButton } from './RowButton.tsx'
import styles from './SessionsScreen.module.css'

/** What was held, newest first; each opens its debrief. */
export function SessionsScreen() {
  const roster = useRead('roster.read', {})
  const sessions = useRead('session.list', {})
  const now = useNow(60_000)
  const failed = [roster, sessions].find((read) => read.status === 'failed')
  const { go } = usePlace()
  const isReady = roster.status === 'ready' && sessions.status === 'ready' && now !== null
  const held = isReady ? sessions.value.filter(({ stage }) => stage !== 'prepared') : []
  return (
    <div className={styles['page']} aria-busy={!isReady && failed === undefined}>
      <h1 className={styles['title']}>Sessions</h1>
      {failed?.status === 'failed' ? <FailureNotice failure={failed.failure} onRetry={failed.retry} /> : null}
      {isReady && held.length === 0 ? (
        <EmptyState
          title="No session was held yet"
          action={
            <Button look="primary" onPress={() => go({ name: 'today' })}>
              Go to Today
            </Button>
          }
        >
          Once a session is closed, it stays here with its minutes, its people and its notes.
        </EmptyState>
      ) : null}
      {isReady && held.length > 0 ? (
        <HeldSessions sessions={held} groups={roster.value.groups} now={now} />
      ) : null}
    </div>
  )
}

interface HeldSessionsProps {
  readonly sessions: readonly SessionSummary[]
  readonly groups: readonly Group[]
  readonly now: Stamp
}

function HeldSessions({ sessions, groups, now }: HeldSessionsProps) {
  return (
    <>
      <p className={styles['columns']} aria-hidden>
        <span>Date</span>
        <span>Group</span>
        <span>Topic</span>
        <span>Members</span>
        <span>Notes</span>
      </p>
      <ul className={styles['rows']}>
        {sessions.map((session) => (
          <li key={session.sessionId}>
            <HeldSession
              session={session}
              groupName={groups.find(({ id }) => id === session.groupId)?.name ?? 'A former group'}
              zone={now.zone}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

interface HeldSessionProps {
  readonly session: SessionSummary
  readonly groupName: string
  readonly zone: string
}

function HeldSession({ session, groupName, zone }: HeldSessionProps) {
  const { go } = usePlace()
  const {
    sessionId,
    startedAtMs,
    stage,
    topic,
    number,
    presentCount,
    memberCount,
    writtenCount,
    signedCount,
  } = session
  return (
    <RowButton
      className={styles['row'] ?? ''}
      onPress={() => go({ name: stage === 'ended' ? 'debrief' : 'live', sessionId })}
    >
      <span className={styles['pair']}>
        <strong>{startedAtMs === null ? '' : shortDay(startedAtMs, zone)}</strong>
        <span className={styles['soft']}>{startedAtMs === null ? '' : timeOfDay(startedAtMs, zone)}</span>
      </span>
      <bdi>{groupName}</bdi>
      <span className={styles['pair']}>
        <bdi className={styles['topic']}>{topic === '' ? 'No topic' : topic}</bdi>
        <span className={styles['soft']}>
          Session {number}
          {session.enteredLateAtMs === null ? null : ', entered from paper'}
        </span>
      </span>
      <span className={styles['soft']}>
        {presentCount} of {memberCount}
      </span>
      {stage === 'ended' ? (
        <NoteDots signed={signedCount} written={writtenCount} of={presentCount} />
      ) : (
        <strong className={styles['running']}>{stage === 'paused' ? 'paused' : 'running'}</strong>
      )}
      <ChevronRight aria-hidden size={16} strokeWidth={1.75} />
    </RowButton>
  )
}
