import { useEffect, useRef } from 'react'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Progress } from '../ui/Progress.tsx'
import { fractionDone, percentWords, stepWords, type RunningBackup } from './backup-words.ts'
import { focusIfLost } from '../ui/focus-if-lost.ts'
import styles from './BackupPart.module.css'

const leads = {
  making: 'A backup is being made. Go on working: it holds the record as it was when it began.',
  drilling: 'A backup is being tried out. Go on working meanwhile.',
  restoring: 'A backup is being restored.',
} as const

interface BackupRunningProps {
  readonly state: RunningBackup
  /** It was begun with a button that is gone now. */
  readonly takesFocus: boolean
}

/** How far a backup is, and the way out. */
export function BackupRunning({ state, takesFocus }: BackupRunningProps) {
  const { act, isBusy, failure } = useAct()
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) focusIfLost(cancel.current)
  }, [takesFocus])
  return (
    <div className={styles['running']}>
      <p>{leads[state.work]}</p>
      <div className={styles['progress']}>
        <Progress
          label={stepWords(state)}
          done={Math.round(fractionDone(state) * 100)}
          total={100}
          words={percentWords(state)}
        />
        <output className={styles['soft']}>{stepWords(state)} …</output>
        <Button ref={cancel} isDisabled={isBusy} onPress={() => void act('backups.cancel', {})}>
          Cancel
        </Button>
      </div>
      <FailureNotice failure={failure} />
    </div>
  )
}
