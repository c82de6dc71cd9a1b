import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { shortDay, timeOfDay } from '../app/time-words.ts'
import { RunOnPaper } from '../paper/RunOnPaper.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './PreparedSessions.module.css'

interface PreparedSessionsProps {
  readonly sessions: readonly SessionSummary[]
  readonly groups: readonly Group[]
  readonly now: Stamp
}

/** Sessions that were prepared and never started, so that none is forgotten. */
export function PreparedSessions({ sessions, groups, now }: PreparedSessionsProps) {
  const { go } = usePlace()
  const { act, isBusy, failure } = useAct()
  if (sessions.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby="prepared">
      <h2 id="prepared" className={styles['title']}>
        Prepared, not started
      </h2>
      <ul className={styles['rows']}>
        {sessions.map(({ sessionId, groupId, number, topic, plannedStartMs }) => {
          const group = groups.find(({ id }) => id === groupId)
          const name = group?.name ?? 'A former group'
          return (
            <li key={sessionId} className={styles['row']}>
              <span className={styles['words']}>
                <bdi className={styles['name']}>{name}</bdi>
                <span className={styles['soft']}>
                  Session {number}
                  {topic === '' ? null : <bdi>, {topic}</bdi>}
                  {plannedStartMs === null
                    ? null
                    : `, ${shortDay(plannedStartMs, now.zone)}, ${timeOfDay(plannedStartMs, now.zone)}`}
                </span>
              </span>
              <RunOnPaper sessionId={sessionId} part2={group?.part2 ?? 'unsure'} />
              <Button look="quiet" onPress={() => go({ name: 'live', sessionId })}>
                Go on preparing
              </Button>
              <Button
                look="plain"
                isDisabled={isBusy}
                onPress={() => void act('session.discard', { sessionId })}
              >
                Discard
              </Button>
            </li>
          )
        })}
      </ul>
      <FailureNotice failure={failure} />
    </section>
  )
}
