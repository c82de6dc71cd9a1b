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

interface RestoreDoneProps {
  readonly restored: Restored
  readonly onUnlock: () => void
}

/** What is there now, and what became of what was. */
export function RestoreDone({ restored, onUnlock }: RestoreDoneProps) {
  const isWhole = restored.brokenCount === 0
  const heading = useFocusOnArrival<HTMLHeadingElement>()
  return (
    <EntryPage
      ring={
        <EntryDial
          fraction={1}
          word={isWhole ? 'Whole' : 'In part'}
          under="Every page and every log of it was read"
        />
      }
      promise={restorePromise}
    >
      <EntryForm
        title="Your record is back"
        lead={`${factsWords(restored.facts)}. It opens with the passphrase and the recovery code of that backup.`}
        titleRef={heading}
        onSubmit={onUnlock}
      >
        <ul className={keys['facts']}>
          {restoredFacts(restored).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
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
