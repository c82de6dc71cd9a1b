import { House, Lock } from 'lucide-react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { useLock, whenSaved } from '../app/lock.ts'
import { usePlace } from '../app/navigation.tsx'
import { ConcealButton } from '../conceal/ConcealButton.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './PaperScreen.module.css'

interface SheetHeaderProps {
  readonly state: SessionState
  readonly roster: Roster
  readonly isConcealed: boolean
  readonly onConceal: () => void
}

/** Which session the sheet is of, and the ways out: what is typed in its note is kept first. */
export function SheetHeader({ state, roster, isConcealed, onConceal }: SheetHeaderProps) {
  const { go } = usePlace()
  const lock = useLock()
  const group = roster.groups.find(({ id }) => id === state.groupId)
  return (
    <header className={styles['header']}>
      <h1 className={styles['groupName']}>
        {isConcealed ? 'Session' : <bdi>{group?.name ?? 'A former group'}</bdi>}
      </h1>
      <p className={styles['about']}>
        session {state.number}
        {isConcealed || state.topic === '' ? null : (
          <>
            {' '}
            · <bdi>{state.topic}</bdi>
          </>
        )}
        , from paper
      </p>
      <div className={styles['tools']}>
        <Button look="plain" icon={House} onPress={() => void whenSaved(() => go({ name: 'today' }))}>
          Today
        </Button>
        <ConcealButton isConcealed={isConcealed} onPress={onConceal} />
        <Button look="plain" icon={Lock} aria-keyshortcuts="Control+L" onPress={lock}>
          Lock
        </Button>
      </div>
    </header>
  )
}
