import type { Restored } from '../../shared/ipc/backup-calls.ts'
import keys from '../keys/KeysPage.module.css'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import entry from '../vault/Entry.module.css'
import { EntryDial } from '../vault/EntryDial.tsx'
import { EntryForm } from '../vault/EntryForm.tsx'
import { EntryPage } from '../vault/EntryPage.tsx'
import { factsWords } from './backup-words.ts'
import { restoredFacts, restorePromise } from './restore-words.ts'
import type { RestoreAct } from './use-restore.ts'

interface RestoreDoneProps {
  readonly restored: Restored
  readonly restoring: RestoreAct
  readonly onLeave: () => void
}

/** What is there now, and what became of what was. */
export function RestoreDone({ restored, restoring, onLeave }: RestoreDoneProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>()
  const { isBusy } = restoring
  const open = async () => {
    if (isBusy) return
    // Where it does not open, the way in says why.
    if (!(await restoring.open())) onLeave()
  }
  return (
    <EntryPage
      ring={
        isBusy ? (
          <EntryDial fraction={0} isTravelling word="Opening" under="This takes a moment" />
        ) : (
          <EntryDial fraction={1} word="Whole" under="Every page and every log of it was read" />
        )
      }
      promise={restorePromise}
    >
      <EntryForm
        title="Your record is back"
        lead={`${factsWords(restored.facts)}. It opens with the passphrase and the recovery code of that backup.`}
        titleRef={heading}
        isBusy={isBusy}
        onSubmit={() => void open()}
      >
        <ul className={keys['facts']}>
          {restoredFacts(restored).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
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
