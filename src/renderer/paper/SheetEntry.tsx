import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { KeptSheet } from '../../shared/ipc/sheet-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { RevealDialog } from '../conceal/RevealDialog.tsx'
import { useConceal } from '../conceal/use-conceal.ts'
import { concealPhases } from '../live/conceal-phases.ts'
import { seatPeople } from '../live/seated.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { SheetAgenda } from './SheetAgenda.tsx'
import { sheetPhases } from './sheet-draft.ts'
import { SheetHeader } from './SheetHeader.tsx'
import { SheetSeats } from './SheetSeats.tsx'
import { SheetTimes } from './SheetTimes.tsx'
import { useEntry, type EntryDraft } from './use-entry.ts'
import { useSheetKeys } from './use-sheet-keys.ts'
import styles from './PaperScreen.module.css'

interface SheetEntryProps {
  readonly sessionId: SessionId
  /** As it was prepared. */
  readonly state: SessionState
  readonly preparedAtMs: number
  readonly roster: Roster
  readonly now: Stamp
  /** As it was left half-way; null where it was not. */
  readonly left: KeptSheet | null
}

/** The sheet in the same places as on paper: times and agenda on the left, seats on the right. */
export function SheetEntry({ sessionId, state, preparedAtMs, roster, now, left }: SheetEntryProps) {
  const phases = sheetPhases(state)
  const entry = useEntry(sessionId, state, { preparedAtMs, now, phases, left })
  const { draft, change, read } = entry
  const [isConcealed, setIsConcealed] = useState(false)
  const conceal = useConceal({
    isConcealed,
    onConceal: () => setIsConcealed(true),
    onReveal: () => setIsConcealed(false),
  })
  const people = seatPeople(state, roster, isConcealed)
  const shownPhases = isConcealed ? sheetPhases(concealPhases(state, roster)) : phases
  // Entered, it goes on to a screen with names: they are brought back first.
  const enter = isConcealed ? conceal.toggle : entry.enter
  useSheetKeys({ onEnter: enter, onConceal: conceal.toggle })
  return (
    <div className={styles['page']}>
      <SheetHeader state={state} roster={roster} isConcealed={isConcealed} onConceal={conceal.toggle} />
      <aside className={styles['side']} aria-label="Times and agenda">
        <SheetTimes draft={draft} change={change} read={read} zone={now.zone} />
        <SheetAgenda phases={shownPhases} draft={draft} change={change} read={read} />
      </aside>
      <main className={styles['main']}>
        <SheetSeats people={people} draft={draft} change={change} read={read} zone={now.zone} />
      </main>
      <section className={styles['note']} aria-label="Notes">
        <TextField
          label="Notes"
          isOptional
          hint={isConcealed ? 'Concealed. What is written here stays.' : 'Becomes a record note.'}
          isReadOnly={isConcealed}
          value={isConcealed ? '' : draft.note}
          onChange={(note) => change({ note })}
        />
      </section>
      <Foot entry={entry} onEnter={enter} />
      <RevealDialog conceal={conceal} />
    </div>
  )
}

interface FootProps {
  readonly entry: Pick<EntryDraft, 'problem' | 'failure' | 'isBusy'>
  readonly onEnter: () => void
}

function Foot({ entry: { problem, failure, isBusy }, onEnter }: FootProps) {
  return (
    <footer className={styles['foot']}>
      <output className={styles['problem']}>{problem}</output>
      <FailureNotice failure={failure} />
      <Button
        look="primary"
        size="large"
        keys={['Ctrl', '↵']}
        aria-keyshortcuts="Control+Enter"
        isPending={isBusy}
        onPress={onEnter}
      >
        Enter the sheet
      </Button>
    </footer>
  )
}
