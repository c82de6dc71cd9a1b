import keys from '../keys/KeysPage.module.css'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import entry from '../vault/Entry.module.css'
import { EntryDial } from '../vault/EntryDial.tsx'
import { EntryForm } from '../vault/EntryForm.tsx'
import { EntryPage } from '../vault/EntryPage.tsx'
import { mendPromise } from './mend-words.ts'
import type { MendAct } from './use-mend.ts'

interface MendDoneProps {
  readonly mending: MendAct
  readonly setAsideAs: string
  readonly onLeave: () => void
}

/** What is there now, and where the damaged vault has gone. */
export function MendDone({ mending, setAsideAs, onLeave }: MendDoneProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>()
  const { isBusy } = mending
  const open = async () => {
    if (isBusy) return
    // Where it does not open, the way in says why.
    if (!(await mending.open())) onLeave()
  }
  return (
    <EntryPage
      ring={
        isBusy ? (
          <EntryDial fraction={0} isTravelling word="Opening" under="This takes a moment" />
        ) : (
          <EntryDial fraction={1} word="Kept" under="Everything that could be read" />
        )
      }
      promise={mendPromise}
    >
      <EntryForm
        title="What could be read is in place"
        lead="It opens with the passphrase and the recovery code that you have."
        titleRef={heading}
        isBusy={isBusy}
        onSubmit={() => void open()}
      >
        <ul className={keys['facts']}>
          <li>
            {`The damaged vault is in the folder “${setAsideAs}”, beside the vault’s. Keep it: somebody who knows such files may read more of it.`}
          </li>
          <li>A disk that has damaged one file may damage the next. Make a backup on another drive today.</li>
        </ul>
        <div className={entry['actions']}>
          <Button type="submit" look="primary" size="large" isDisabled={isBusy}>
            {isBusy ? 'Opening' : 'Open it'}
          </Button>
        </div>
      </EntryForm>
    </EntryPage>
  )
}
