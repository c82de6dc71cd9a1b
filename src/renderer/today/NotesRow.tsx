import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { calendarDaysBetween } from '../../shared/zoned-time.ts'
import { usePlace } from '../app/navigation.tsx'
import { shortDay, timeOfDay } from '../app/time-words.ts'
import styles from './NotesToFinish.module.css'
import { RowButton } from './RowButton.tsx'

interface NotesRowProps {
  readonly session: SessionSummary
  readonly groups: readonly Group[]
  readonly now: Stamp
  /** What is still to be done about its notes. */
  readonly left: ReactNode
  /** The two columns at the end: how far they are, and what is due. */
  readonly children: ReactNode
}

/** A session that has ended, as one line that leads to its notes. */
export function NotesRow({ session, groups, now, left, children }: NotesRowProps) {
  const { go } = usePlace()
  const { sessionId, groupId, endedAtMs } = session
  return (
    <RowButton className={styles['row'] ?? ''} onPress={() => go({ name: 'debrief', sessionId })}>
      <span className={styles['day']}>{heldWords(endedAtMs ?? now.wallMs, now)}</span>
      <span className={styles['group']}>
        <bdi className={styles['name']}>
          {groups.find(({ id }) => id === groupId)?.name ?? 'A former group'}
        </bdi>
        <span className={styles['left']}>{left}</span>
      </span>
      {children}
      <ChevronRight aria-hidden size={16} strokeWidth={1.75} />
    </RowButton>
  )
}

/** `Wed 11 Nov`; of today the time too, since a group may meet twice in a day. */
function heldWords(endedAtMs: number, { wallMs, zone }: Stamp): string {
  return calendarDaysBetween(endedAtMs, wallMs, zone) === 0
    ? `Today, ${timeOfDay(endedAtMs, zone)}`
    : shortDay(endedAtMs, zone)
}
