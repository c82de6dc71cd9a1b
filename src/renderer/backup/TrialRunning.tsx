import { KeysPage } from '../keys/KeysPage.tsx'
import type { RunningBackup } from './backup-words.ts'
import styles from './Trial.module.css'
import { WorkDial } from './WorkDial.tsx'
import { WorkProgress } from './WorkProgress.tsx'

interface TrialRunningProps {
  /** Null until the first step is told. */
  readonly running: RunningBackup | null
  readonly made: string
}

/** How far a trial is, and the way out. */
export function TrialRunning({ running, made }: TrialRunningProps) {
  return (
    <KeysPage ring={<WorkDial running={running} />}>
      <h1 className={styles['title']}>Trying it out</h1>
      <p className={styles['lead']}>
        The backup of {made}. You can go on working: this page need not stay open.
      </p>
      <WorkProgress running={running} />
    </KeysPage>
  )
}
