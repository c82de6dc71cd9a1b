import { ProgressBar } from 'react-aria-components'
import type { RebuildState } from '../../shared/ipc/rebuild-calls.ts'
import { partDone } from './rebuild-words.ts'
import styles from './Rebuild.module.css'

export function RebuildProgress({
  state,
}: {
  readonly state: Exclude<RebuildState, { readonly stage: 'whole' }>
}) {
  return (
    <ProgressBar
      aria-label="Sessions made anew"
      className={styles['bar'] ?? ''}
      value={state.doneCount}
      maxValue={Math.max(1, state.totalCount)}
      valueLabel={partDone(state)}
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
