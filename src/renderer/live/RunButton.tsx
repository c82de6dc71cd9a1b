import { memo } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './PhaseClock.module.css'
import type { RunStep } from './run-step.ts'

interface RunButtonProps {
  readonly name: string
  readonly keys: RunStep['key']
  readonly onRun: () => void
}

/** The one large button: drawn again when it does something else, and not with the clock above it. */
export const RunButton = memo(function RunButton({ name, keys, onRun }: RunButtonProps) {
  return (
    <Button
      look="primary"
      size="large"
      keys={keys}
      aria-keyshortcuts={keys}
      className={styles['run'] ?? ''}
      onPress={onRun}
    >
      {name}
    </Button>
  )
})
