import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import styles from './ImportPage.module.css'
import { linesDone, type RunningImport } from './import-words.ts'

/** How far a table is, and the way out. */
export function ImportRunning({ state }: { readonly state: RunningImport }) {
  const { act, isBusy, failure } = useAct()
  // The keyboard was on the button that began it.
  const cancel = useFocusOnArrival<HTMLButtonElement>()
  const { doneCount, totalCount } = state
  return (
    <>
      <FailureNotice failure={failure} />
      <p className={styles['footWords']}>
        {linesDone(state)} put together. Nothing is taken over until all of them are.
      </p>
      <Progress label="Lines put together" done={doneCount} total={totalCount} words={linesDone(state)} />
      <Button ref={cancel} size="large" isDisabled={isBusy} onPress={() => void act('import.cancel', {})}>
        Cancel
      </Button>
    </>
  )
}
