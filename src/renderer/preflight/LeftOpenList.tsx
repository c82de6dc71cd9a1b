import { CircleDashed, Flag, Plus } from 'lucide-react'
import { useState } from 'react'
import type { LeftOpen } from '../../shared/ipc/preflight-calls.ts'
import { calendarDay } from '../app/time-words.ts'
import { followUpKey } from '../follow-up/follow-up-view.ts'
import { item9Words } from '../follow-up/follow-up-words.ts'
import { FollowUpFromList } from '../follow-up/FollowUpFromList.tsx'
import { useLive } from '../live/live-context.ts'
import { Button } from '../ui/Button.tsx'
import type { PersonFollowUp } from './preflight-people.ts'
import styles from './Preflight.module.css'
import { hasPlace, isInAgenda, takeUpCommand } from './take-up.ts'

interface LeftOpenListProps {
  readonly leftOpen: readonly LeftOpen[]
  readonly followUps: readonly PersonFollowUp[]
  /** The button that was pressed goes away; the keyboard goes on from here. */
  readonly onTakenUp: () => void
}

/** Phases to take up again, and risks that nobody has signed for yet. */
export function LeftOpenList({ leftOpen, followUps, onTakenUp }: LeftOpenListProps) {
  const { roster } = useLive()
  const [asked, setAsked] = useState<string | null>(null)
  // Read again, it may have another owner, or be closed.
  const shown = followUps.find((entry) => keyOf(entry) === asked)
  return (
    <>
      <ul>
        {leftOpen.map((phase) => (
          <LeftOpenRow key={phase.phaseId} phase={phase} onTakenUp={onTakenUp} />
        ))}
        {followUps.map((entry) => (
          <FollowUpRow key={keyOf(entry)} entry={entry} onShow={() => setAsked(keyOf(entry))} />
        ))}
      </ul>
      {shown === undefined || roster === null ? null : (
        <FollowUpFromList followUp={shown.followUp} roster={roster} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

function keyOf({ followUp }: PersonFollowUp): string {
  return followUpKey(followUp)
}

interface LeftOpenRowProps {
  readonly phase: LeftOpen
  readonly onTakenUp: () => void
}

function LeftOpenRow({ phase, onTakenUp }: LeftOpenRowProps) {
  const { state, act } = useLive()
  const isToday = isInAgenda(state, phase.name)
  return (
    <li className={styles['row']}>
      <CircleDashed aria-hidden size={16} strokeWidth={1.75} />
      <div>
        <p>
          “<bdi>{phase.name}</bdi>” was {phase.isSkipped ? 'left out' : 'not reached'}.
        </p>
        {/* Said aloud as it appears: the button is gone by then. */}
        <output className={styles['today']}>{isToday ? 'in today’s agenda' : ''}</output>
      </div>
      {isToday || !hasPlace(state) ? null : (
        <Button
          look="plain"
          icon={Plus}
          className={styles['do'] ?? ''}
          aria-label={`Add ${phase.name} to today’s agenda`}
          onPress={() => {
            onTakenUp()
            act((latest) => (isInAgenda(latest, phase.name) ? null : takeUpCommand(latest, phase)))
          }}
        >
          Add
        </Button>
      )}
    </li>
  )
}

interface FollowUpRowProps {
  readonly entry: PersonFollowUp
  readonly onShow: () => void
}

function FollowUpRow({ entry: { person, followUp }, onShow }: FollowUpRowProps) {
  const { state, zone } = useLive()
  const since = calendarDay(followUp.openedAtMs, zone, state.stamp?.wallMs ?? followUp.openedAtMs)
  return (
    <li className={styles['row']} data-tone="risk">
      <Flag aria-hidden size={16} strokeWidth={2} />
      <p>
        <bdi>{person.name}</bdi>: {'mark' in followUp ? 'risk' : item9Words(followUp.item9)}, follow-up open
        since {since}.
      </p>
      <Button
        look="plain"
        className={styles['do'] ?? ''}
        aria-label={`Open the follow-up of ${person.name}`}
        onPress={onShow}
      >
        Open
      </Button>
    </li>
  )
}
