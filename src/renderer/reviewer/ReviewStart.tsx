import { Button as Pressable } from 'react-aria-components'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { longDay, shortDay } from '../app/time-words.ts'
import { NotesToCoSign } from '../today/NotesToCoSign.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NewComments } from './NewComments.tsx'
import styles from './page.module.css'

const lastCount = 8

/** What there is for a reviewer: to co-sign, to read in comments, and what was held last. */
export function ReviewStart() {
  const roster = useRead('roster.read', {})
  const sessions = useRead('session.current', {})
  const now = useNow(60_000)
  const failed = [roster, sessions].find((read) => read.status === 'failed')
  if (failed?.status === 'failed') {
    return (
      <div className={styles['page']}>
        <h1 className={styles['title']}>Today</h1>
        <FailureNotice failure={failed.failure} onRetry={failed.retry} />
      </div>
    )
  }
  if (roster.status !== 'ready' || sessions.status !== 'ready' || now === null)
    return <div className={styles['page']} aria-busy />
  return <Start roster={roster.value} sessions={sessions.value} now={now} />
}

interface StartProps {
  readonly roster: Roster
  readonly sessions: readonly SessionSummary[]
  readonly now: Stamp
}

function Start({ roster, sessions, now }: StartProps) {
  const isRunning = sessions.some(({ stage }) => stage === 'running' || stage === 'paused')
  const ended = sessions.filter(({ stage }) => stage === 'ended')
  const awaiting = ended.filter(({ awaitingCount }) => awaitingCount > 0)
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']}>{longDay(now.wallMs, now.zone)}</h1>
      {isRunning ? (
        <Notice title="A session was running when this vault was last closed">
          <p>
            Its facilitator goes on with it. It can be read here once it is over; until then nothing of it
            changes.
          </p>
        </Notice>
      ) : null}
      <div className={styles['parts']}>
        <NotesToCoSign sessions={awaiting} groups={roster.groups} now={now} />
        <NewComments />
        <PagePart title="Last sessions">
          {ended.length === 0 ? (
            <p className={styles['soft']}>None in the last two weeks. Sessions has all of them.</p>
          ) : (
            <ul className={styles['rows']}>
              {ended.slice(0, lastCount).map((session) => (
                <SessionRow key={session.sessionId} session={session} roster={roster} zone={now.zone} />
              ))}
            </ul>
          )}
        </PagePart>
      </div>
    </div>
  )
}

interface SessionRowProps {
  readonly session: SessionSummary
  readonly roster: Roster
  readonly zone: string
}

function SessionRow({ session, roster, zone }: SessionRowProps) {
  const { go } = usePlace()
  const { sessionId, groupId, number, topic, endedAtMs } = session
  const group = roster.groups.find(({ id }) => id === groupId)
  return (
    <li>
      <Pressable className={styles['row'] ?? ''} onPress={() => go({ name: 'session', sessionId })}>
        <bdi className={styles['name']}>{topic === '' ? 'No topic' : topic}</bdi>
        <span className={styles['line']}>
          <bdi>{group?.name ?? 'A former group'}</bdi>, session {number}
        </span>
      </Pressable>
      <span className={styles['line']}>{endedAtMs === null ? '' : shortDay(endedAtMs, zone)}</span>
    </li>
  )
}
