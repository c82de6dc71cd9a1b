import { useRead } from '../app/api.ts'
import { BackButton } from '../app/BackButton.tsx'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Keeping } from './Keeping.tsx'
import styles from './KeepingScreen.module.css'

/** What do we have to keep, and what may go? */
export function KeepingScreen() {
  const report = useRead('retention.report', {})
  const roster = useRead('roster.read', {})
  if (report.status === 'ready' && roster.status === 'ready') {
    return <Keeping report={report.value} roster={roster.value} />
  }
  const failed = [report, roster].find(({ status }) => status === 'failed')
  return (
    <div className={styles['failed']} aria-busy={failed === undefined}>
      <BackButton to={{ name: 'vault' }}>Vault & privacy</BackButton>
      <h1 className={styles['title']}>Keeping and erasing</h1>
      {failed?.status === 'failed' ? <FailureNotice failure={failed.failure} onRetry={failed.retry} /> : null}
    </div>
  )
}
