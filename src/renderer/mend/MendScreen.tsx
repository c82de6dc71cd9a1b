import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import restore from '../backup/Restore.module.css'
import { Button } from '../ui/Button.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import entry from '../vault/Entry.module.css'
import { EntryDial } from '../vault/EntryDial.tsx'
import { EntryPage } from '../vault/EntryPage.tsx'
import { fractionDone, mendPromise, stepWords } from './mend-words.ts'
import { MendDone } from './MendDone.tsx'
import { MendForm } from './MendForm.tsx'
import { MendReport } from './MendReport.tsx'
import { useMend, type MendAct } from './use-mend.ts'

interface MendScreenProps {
  readonly onLeave: () => void
  /** Goes to the way into what is in place now. */
  readonly onUnlock: () => void
}

/** What can be read of a damaged vault: the secret first, then what there is, and then, if it is wanted, that in its place. */
export function MendScreen({ onLeave, onUnlock }: MendScreenProps) {
  const mending = useMend()
  const leave = () => {
    onLeave()
    void mending.leave()
  }
  if (mending.setAsideAs !== null) return <MendDone setAsideAs={mending.setAsideAs} onUnlock={onUnlock} />
  if (mending.isLooking) return <Looking mending={mending} />
  if (mending.report !== null) return <MendReport report={mending.report} mending={mending} onLeave={leave} />
  return <MendForm mending={mending} onLeave={leave} />
}

function Looking({ mending: { progress } }: { readonly mending: MendAct }) {
  const { act, isBusy, failure } = useAct()
  // The keyboard was on the button that began it.
  const cancel = useFocusOnArrival<HTMLButtonElement>()
  const fraction = fractionDone(progress)
  const percent = Math.round(fraction * 100)
  const step = stepWords(progress)
  return (
    <EntryPage
      ring={
        <EntryDial fraction={fraction} isTravelling={progress === null} word={`${percent} %`} under={step} />
      }
      promise={mendPromise}
    >
      <h1 className={entry['title']}>Reading</h1>
      <p className={entry['lead']}>The vault is only read. Nothing in it is changed.</p>
      <div className={restore['running']}>
        <Progress label={step} done={percent} total={100} words={`${percent} %`} />
        <Button ref={cancel} size="large" isDisabled={isBusy} onPress={() => void act('mend.cancel', {})}>
          Cancel
        </Button>
        <FailureNotice failure={failure} />
      </div>
    </EntryPage>
  )
}
