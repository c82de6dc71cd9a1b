import { ChevronRight } from 'lucide-react'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { usePlace } from '../app/navigation.tsx'
import { daysAway, shortDay } from '../app/time-words.ts'
import { notesLeftWords } from './count-words.ts'
import { NoteDots } from './NoteDots.tsx'
import styles from './NotesToFinish.module.css'
import { calendarDaysBetween } from './zoned-time.ts'
import { RowButton } from './RowButton.tsx'

interface NotesToFinishProps {
  readonly sessions: readonly SessionSummary[]
  readonly groups: readonly Group[]
  readonly now: Stamp
}

/** Closed sessions with something left to write, oldest first. */
export function NotesToFinish({ sessions, groups, now }: NotesToFinishProps) {
  const { go } = usePlace()
  const isDone = sessions.length === 0
  return (
    <section aria-labelledby="notes-to-finish" className={isDone ? styles['calm'] : undefined}>
      <h2 id="notes-to-finish" className={styles['title']}>
        Notes to finish
      </h2>
      {isDone ? (
        <p className={styles['none']}>none</p>
      ) : (
        <ul className={styles['rows']}>
          {sessions.map((session) => {
            const endedAtMs = session.endedAtMs ?? now.wallMs
            return (
              <li key={session.sessionId}>
                <RowButton
                  className={styles['row'] ?? ''}
                  onPress={() => go({ name: 'debrief', sessionId: session.sessionId })}
                >
                  <span className={styles['day']}>{shortDay(endedAtMs, now.zone)}</span>
                  <span className={styles['group']}>
                    <bdi className={styles['name']}>
                      {groups.find(({ id }) => id === session.groupId)?.name ?? 'A former group'}
                    </bdi>
                    <span className={styles['left']}>
                      {notesLeftWords(session.writtenCount, session.presentCount)}
                      {session.enteredLateAtMs === null ? null : ', entered from paper'}
                    </span>
                  </span>
                  <NoteDots written={session.writtenCount} of={session.presentCount} />
                  <span className={styles['ago']}>
                    {daysAway(-calendarDaysBetween(endedAtMs, now.wallMs, now.zone))}
                  </span>
                  <ChevronRight aria-hidden size={16} strokeWidth={1.75} />
                </RowButton>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
