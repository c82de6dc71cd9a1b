import { House, Lock } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useLock } from '../app/lock.ts'
import { usePlace } from '../app/navigation.tsx'
import { seatPeople } from '../live/seated.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { SheetAgenda } from './SheetAgenda.tsx'
import { sheetPhases } from './sheet-draft.ts'
import { SheetSeats } from './SheetSeats.tsx'
import { SheetTimes } from './SheetTimes.tsx'
import { useEntry } from './use-entry.ts'
import styles from './PaperScreen.module.css'

interface SheetEntryProps {
  readonly sessionId: SessionId
  /** As it was prepared. */
  readonly state: SessionState
  readonly preparedAtMs: number
  readonly roster: Roster
  readonly now: Stamp
}

/** The sheet in the same places as on paper: times and agenda on the left, seats on the right. */
export function SheetEntry({ sessionId, state, preparedAtMs, roster, now }: SheetEntryProps) {
  const phases = sheetPhases(state)
  const entry = useEntry(sessionId, state, { preparedAtMs, now, phases })
  const { draft, change, read, problem } = entry
  const people = seatPeople(state, roster, false)
  useEnterKey(entry.enter)
  return (
    <div className={styles['page']}>
      <Header state={state} roster={roster} />
      <aside className={styles['side']} aria-label="Times and agenda">
        <SheetTimes draft={draft} change={change} read={read} zone={now.zone} />
        <SheetAgenda phases={phases} draft={draft} change={change} read={read} />
      </aside>
      <main className={styles['main']}>
        <SheetSeats people={people} draft={draft} change={change} read={read} zone={now.zone} />
      </main>
      <section className={styles['note']} aria-label="Notes">
        <TextField
          label="Notes"
          isOptional
          hint="Becomes a record note."
          value={draft.note}
          onChange={(note) => change({ note })}
        />
      </section>
      <footer className={styles['foot']}>
        <output className={styles['problem']}>{problem}</output>
        <FailureNotice failure={entry.failure} />
        <Button
          look="primary"
          size="large"
          keys={['Ctrl', '↵']}
          aria-keyshortcuts="Control+Enter"
          isPending={entry.isBusy}
          onPress={entry.enter}
        >
          Enter the sheet
        </Button>
      </footer>
    </div>
  )
}

function Header({ state, roster }: Pick<SheetEntryProps, 'state' | 'roster'>) {
  const { go } = usePlace()
  const lock = useLock()
  const group = roster.groups.find(({ id }) => id === state.groupId)
  return (
    <header className={styles['header']}>
      <h1 className={styles['groupName']}>
        <bdi>{group?.name ?? 'A former group'}</bdi>
      </h1>
      <p className={styles['about']}>
        session {state.number}
        {state.topic === '' ? null : (
          <>
            {' '}
            · <bdi>{state.topic}</bdi>
          </>
        )}
        , from paper
      </p>
      <div className={styles['tools']}>
        <Button look="plain" icon={House} onPress={() => go({ name: 'today' })}>
          Today
        </Button>
        <Button look="plain" icon={Lock} aria-keyshortcuts="Control+L" onPress={lock}>
          Lock
        </Button>
      </div>
    </header>
  )
}

/** Ctrl+Enter, or Cmd+Enter on a Mac, from wherever the last tick was made. */
function useEnterKey(enter: () => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    enter()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
