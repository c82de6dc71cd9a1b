import type { DoneImport } from '../../shared/ipc/import-calls.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useAct } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { usePlace } from '../app/navigation.tsx'
import { shortDay, timeOfDay } from '../app/time-words.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { countWords } from './import-words.ts'

interface ImportDoneProps {
  readonly done: DoneImport
  /** Just now, and not at an earlier time. */
  readonly isFresh: boolean
  readonly onGone: () => void
}

/** What was taken over last, with the way back. */
export function ImportDone({ done, isFresh, onGone }: ImportDoneProps) {
  const now = useNow(60_000)
  const { act, isBusy, failure } = useAct()
  const takeBack = async () => {
    const answer = await act('import.undo', { importId: done.importId })
    if (answer.ok) onGone()
  }
  const { importedAtMs, counts } = done
  const when = now === null ? '' : `${shortDay(importedAtMs, now.zone)}, ${timeOfDay(importedAtMs, now.zone)}`
  return (
    <Notice
      {...(isFresh ? { announce: 'polite' } : {})}
      title={isFresh ? 'Taken over' : `The last import, ${when}`}
      actions={
        <>
          {isFresh ? <GoToGroups /> : null}
          <Button size="small" look="plain" isDisabled={isBusy} onPress={() => void takeBack()}>
            Take all of it back
          </Button>
        </>
      }
    >
      <p>{countWords(counts)}. It can be taken back until one of them is changed or sits in a session.</p>
      <FailureNotice failure={failure} />
    </Notice>
  )
}

/** The button that began it is gone, and the keyboard goes on here. */
function GoToGroups() {
  const { go } = usePlace()
  const button = useFocusOnArrival<HTMLButtonElement>()
  return (
    <Button ref={button} size="small" onPress={() => go({ name: 'groups' })}>
      Go to Groups &amp; members
    </Button>
  )
}
