import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { fractionDone, percentWords, stepWords, type RunningBackup } from './backup-words.ts'
import styles from './Trial.module.css'

/** What is being done, how far it is, and the way out; on a screen of its own. Null until the first step is told. */
export function WorkProgress({ running }: { readonly running: RunningBackup | null }) {
  const { act, isBusy, failure } = useAct()
  // The keyboard was on the button that began it.
  const cancel = useFocusOnArrival<HTMLButtonElement>()
  return (
    <div className={styles['running']}>
      <output className={styles['step']}>{stepWords(running)} …</output>
      <Progress
        label={stepWords(running)}
        done={running === null ? 0 : Math.round(fractionDone(running) * 100)}
        total={100}
        words={percentWords(running)}
      />
      <Button ref={cancel} size="large" isDisabled={isBusy} onPress={() => void act('backups.cancel', {})}>
        Cancel
      </Button>
      <FailureNotice failure={failure} />
    </div>
  )
}
