import { counted } from '../../shared/count.ts'
import type { ComingMeeting } from '../../shared/roster/coming-meetings.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { usePlace } from '../app/navigation.tsx'
import { timeOfDay, weekdayName } from '../app/time-words.ts'
import { RowButton } from './RowButton.tsx'
import styles from './Side.module.css'
import { calendarDaysBetween } from '../../shared/zoned-time.ts'

interface NextDaysProps {
  readonly meetings: readonly ComingMeeting[]
  readonly now: Stamp
}

const shownCount = 5

/** The meetings after the next one; each opens its group. */
export function NextDays({ meetings, now }: NextDaysProps) {
  const { go } = usePlace()
  return (
    <section aria-labelledby="next-days">
      <h2 id="next-days" className={styles['title']}>
        Next days
      </h2>
      {meetings.length === 0 ? (
        <p className={styles['none']}>Nothing more is planned for the next seven days.</p>
      ) : (
        <ul className={styles['rows']}>
          {meetings.slice(0, shownCount).map(({ group, startMs }) => (
            <li key={`${group.id} ${startMs}`}>
              <RowButton
                className={styles['row'] ?? ''}
                onPress={() => go({ name: 'groups', groupId: group.id })}
              >
                <span className={styles['words']}>
                  <span className={styles['day']}>{dayWords(startMs, now)}</span>
                  <span className={styles['soft']}>{timeOfDay(startMs, now.zone)}</span>
                </span>
                <span className={styles['words']}>
                  <bdi className={styles['name']}>{group.name}</bdi>
                  <span className={styles['soft']}>{counted(group.memberIds.length, 'member')}</span>
                </span>
              </RowButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function dayWords(startMs: number, now: Stamp): string {
  const days = calendarDaysBetween(now.wallMs, startMs, now.zone)
  if (days <= 0) return 'Today'
  return days === 1 ? 'Tomorrow' : weekdayName(startMs, now.zone)
}
