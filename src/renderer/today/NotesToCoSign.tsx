import { ChevronRight, Hourglass } from 'lucide-react'
import { counted } from '../../shared/count.ts'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { usePlace } from '../app/navigation.tsx'
import { shortDay } from '../app/time-words.ts'
import styles from './NotesToFinish.module.css'
import { RowButton } from './RowButton.tsx'

interface NotesToCoSignProps {
  readonly sessions: readonly SessionSummary[]
  readonly groups: readonly Group[]
  readonly now: Stamp
}

/** What is signed and still waits for somebody else's signature beside it. */
export function NotesToCoSign({ sessions, groups, now }: NotesToCoSignProps) {
  const { go } = usePlace()
  if (sessions.length === 0) return null
  return (
    <section aria-labelledby="notes-to-co-sign">
      <h2 id="notes-to-co-sign" className={styles['title']}>
        Awaiting a co-signature
      </h2>
      <ul className={styles['rows']}>
        {sessions.map(({ sessionId, groupId, endedAtMs, awaitingCount }) => (
          <li key={sessionId}>
            <RowButton className={styles['row'] ?? ''} onPress={() => go({ name: 'debrief', sessionId })}>
              <span className={styles['day']}>{shortDay(endedAtMs ?? now.wallMs, now.zone)}</span>
              <span className={styles['group']}>
                <bdi className={styles['name']}>
                  {groups.find(({ id }) => id === groupId)?.name ?? 'A former group'}
                </bdi>
                <span className={styles['left']}>{counted(awaitingCount, 'signed note')}</span>
              </span>
              <span />
              <span className={styles['due']}>
                <Hourglass aria-hidden size={14} strokeWidth={2} /> to co-sign
              </span>
              <ChevronRight aria-hidden size={16} strokeWidth={1.75} />
            </RowButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
