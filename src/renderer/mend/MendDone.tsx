import keys from '../keys/KeysPage.module.css'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import entry from '../vault/Entry.module.css'
import { EntryDial } from '../vault/EntryDial.tsx'
import { EntryForm } from '../vault/EntryForm.tsx'
import { EntryPage } from '../vault/EntryPage.tsx'
import { mendPromise } from './mend-words.ts'

interface MendDoneProps {
  readonly setAsideAs: string
  readonly onUnlock: () => void
}

/** What is there now, and where the damaged vault has gone. */
export function MendDone({ setAsideAs, onUnlock }: MendDoneProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>()
  return (
    <EntryPage
      ring={<EntryDial fraction={1} word="Kept" under="Everything that could be read" />}
      promise={mendPromise}
    >
      <EntryForm
        title="What could be read is in place"
        lead="It opens with the passphrase and the recovery code that you have."
        titleRef={heading}
        onSubmit={onUnlock}
      >
        <ul className={keys['facts']}>
          <li>
            {`The damaged vault is in the folder “${setAsideAs}”, beside the vault’s. Keep it: somebody who knows such files may read more of it.`}
          </li>
          <li>A disk that has damaged one file may damage the next. Make a backup on another drive today.</li>
        </ul>
        <div className={entry['actions']}>
          <Button type="submit" look="primary" size="large">
            Unlock it
          </Button>
        </div>
      </EntryForm>
    </EntryPage>
  )
}
