import { House, Lock } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '../app/core-clock.ts'
import { useLock } from '../app/lock.ts'
import { shortDay } from '../app/time-words.ts'
import { usePlace } from '../app/navigation.tsx'
import { ConcealButton } from '../conceal/ConcealButton.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { DebriefFacts } from './debrief-view.ts'
import { useSaver, type Drafts } from './use-drafts.ts'
import styles from './DebriefScreen.module.css'

interface DebriefHeaderProps {
  readonly facts: DebriefFacts
  readonly drafts: Drafts
  readonly isConcealed: boolean
  readonly onConceal: () => void
}

export function DebriefHeader({ facts, drafts, isConcealed, onConceal }: DebriefHeaderProps) {
  const { state, groupName, timeWords, zone } = facts
  const now = useNow(1_000)
  const { value: topic } = useSaver(drafts.topic)
  const isToday =
    now === null || state.endedAtMs === null || shortDay(now.wallMs, zone) === shortDay(state.endedAtMs, zone)
  const about = isConcealed ? '—' : topic.trim() || 'no topic'
  return (
    <header className={styles['header']}>
      <div className={styles['names']}>
        <h1 className={styles['groupName']}>
          <bdi>{groupName}</bdi>
        </h1>
        <span className={styles['soft']}>
          session {state.number} · <bdi>{about}</bdi>
        </span>
      </div>
      <p className={styles['time']}>
        {now === null ? null : <strong>{timeWords(now.wallMs)}</strong>}
        {state.endedAtMs === null ? null : (
          <span>
            closed {isToday ? '' : `${shortDay(state.endedAtMs, zone)}, `}
            {timeWords(state.endedAtMs)}
          </span>
        )}
      </p>
      <Tools drafts={drafts} isConcealed={isConcealed} onConceal={onConceal} />
    </header>
  )
}

/** The ways out. They wait until everything is on disk, and ask where it cannot be. */
function Tools({ drafts, isConcealed, onConceal }: Omit<DebriefHeaderProps, 'facts'>) {
  const { go } = usePlace()
  const lock = useLock()
  const [held, setHeld] = useState<(() => void) | null>(null)
  const leave = async (away: () => void) => {
    if (await drafts.flush()) away()
    else setHeld(() => away)
  }
  return (
    <div className={styles['tools']}>
      <Button look="plain" icon={House} onPress={() => void leave(() => go({ name: 'today' }))}>
        Today
      </Button>
      <ConcealButton isConcealed={isConcealed} onPress={onConceal} />
      <Button look="plain" icon={Lock} aria-keyshortcuts="Control+L" onPress={() => void leave(lock)}>
        Lock
      </Button>
      <NotSaved
        isOpen={held !== null}
        onStay={() => setHeld(null)}
        onLeave={() => {
          setHeld(null)
          held?.()
        }}
      />
    </div>
  )
}

interface NotSavedProps {
  readonly isOpen: boolean
  readonly onStay: () => void
  readonly onLeave: () => void
}

function NotSaved({ isOpen, onStay, onLeave }: NotSavedProps) {
  return (
    <Dialog
      title="Some of this is not saved yet"
      role="alertdialog"
      isOpen={isOpen}
      onClose={onStay}
      actions={
        <>
          <Button look="primary" onPress={onStay}>
            Stay here
          </Button>
          <Button look="risk" onPress={onLeave}>
            Leave and lose it
          </Button>
        </>
      }
    >
      <p>
        The console could not write your last sentences to the disk. They are only on this screen, and it
        keeps trying while you stay.
      </p>
    </Dialog>
  )
}
