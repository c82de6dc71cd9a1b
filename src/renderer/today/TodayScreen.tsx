import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Day } from './Day.tsx'
import { FirstGroup } from './FirstGroup.tsx'
import styles from './TodayScreen.module.css'

/** What is next, and what is left undone? */
export function TodayScreen() {
  const roster = useRead('roster.current', {})
  const sessions = useRead('session.current', {})
  const now = useNow(1_000)
  const failed = [roster, sessions].find((read) => read.status === 'failed')
  if (failed?.status === 'failed') {
    return (
      <div className={styles['failed']}>
        <h1 className={styles['date']}>Today</h1>
        <FailureNotice failure={failed.failure} onRetry={failed.retry} />
      </div>
    )
  }
  if (roster.status !== 'ready' || sessions.status !== 'ready' || now === null) {
    return <div className={styles['page']} aria-busy />
  }
  if (roster.value.groups.length === 0) return <FirstGroup now={now} />
  return <Day roster={roster.value} sessions={sessions.value} now={now} />
}
