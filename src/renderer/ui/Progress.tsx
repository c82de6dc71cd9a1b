import { ProgressBar } from 'react-aria-components'
import styles from './Progress.module.css'

interface ProgressProps {
  /** What is counted. */
  readonly label: string
  readonly done: number
  readonly total: number
  /** How far it is, in words. */
  readonly words: string
}

/** How far something is that takes long. */
export function Progress({ label, done, total, words }: ProgressProps) {
  return (
    <ProgressBar
      aria-label={label}
      className={styles['bar'] ?? ''}
      value={done}
      maxValue={Math.max(1, total)}
      valueLabel={words}
    >
      {({ percentage = 0 }) => (
        <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none">
          <rect width="100" height="4" className={styles['track']} />
          <rect width={percentage} height="4" className={styles['done']} />
        </svg>
      )}
    </ProgressBar>
  )
}
