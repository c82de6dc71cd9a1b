import { RingDial } from '../ui/RingDial.tsx'
import entry from '../vault/Entry.module.css'
import { fractionDone, percentWords, stepWords, type RunningBackup } from './backup-words.ts'

/** How far it is, large. Its bar says the same to those who hear the screen, who would be told each percent by this. */
export function WorkDial({ running }: { readonly running: RunningBackup | null }) {
  return (
    <div className={entry['dial']} aria-hidden>
      <RingDial fraction={running === null ? 0 : fractionDone(running)} isTravelling={running === null}>
        <div className={entry['status']}>
          <span className={entry['word']}>{percentWords(running)}</span>
          <span className={entry['under']}>{stepWords(running)}</span>
        </div>
      </RingDial>
    </div>
  )
}
