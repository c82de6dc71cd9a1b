import { Check, PenLine } from 'lucide-react'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { usePlace } from '../app/navigation.tsx'
import { RowButton } from './RowButton.tsx'
import styles from './Side.module.css'
import { pastDayWords } from './start-words.ts'

interface LastSessionsProps {
  readonly sessions: readonly SessionSummary[]
  readonly groups: readonly Group[]
  readonly now: Stamp
}

const shownCount = 4

/** What was held last, newest first. */
export function LastSessions({ sessions, groups, now }: LastSessionsProps) {
  const { go } = usePlace()
  const nameOf = ({ groupId }: SessionSummary) =>
    groups.find(({ id }) => id === groupId)?.name ?? 'A former group'
  const ended = sessions.filter(({ stage }) => stage === 'ended').slice(0, shownCount)
  return (
    <section aria-labelledby="last-sessions">
      <h2 id="last-sessions" className={styles['title']}>
        Last sessions
      </h2>
      {ended.length === 0 ? (
        <p className={styles['none']}>Closed sessions will be listed here, with what is left to write.</p>
      ) : (
        <ul className={styles['rows']}>
          {ended.map((session) => {
            return (
              <li key={session.sessionId}>
                <RowButton
                  className={styles['row'] ?? ''}
                  onPress={() => go({ name: 'session', sessionId: session.sessionId })}
                >
                  <span className={styles['words']}>
                    <span className={styles['day']}>
                      {pastDayWords(session.endedAtMs ?? now.wallMs, now)}
                    </span>
                    <span className={styles['soft']}>
                      Session {session.number}
                      {session.enteredLateAtMs === null ? null : ', from paper'}
                    </span>
                  </span>
                  <span className={styles['words']}>
                    <bdi className={styles['name']}>{session.topic === '' ? 'No topic' : session.topic}</bdi>
                    <span className={styles['soft']}>{nameOf(session)}</span>
                  </span>
                  {session.signedCount < session.presentCount ? (
                    <PenLine aria-label="to sign" size={16} strokeWidth={1.75} />
                  ) : (
                    <Check aria-label="signed" size={16} strokeWidth={1.75} />
                  )}
                </RowButton>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
