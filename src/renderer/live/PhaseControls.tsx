import { Pause, Play, SkipForward } from 'lucide-react'
import { memo } from 'react'
import { nextOf } from '../../shared/session/decision.ts'
import type { PhaseProgress } from '../../shared/session/state.ts'
import { Button } from '../ui/Button.tsx'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import styles from './CurrentPhase.module.css'
import { useLive, type Live } from './live-context.ts'
import { skipEntries } from './skip-entries.ts'

interface PhaseControlsProps {
  readonly phase: PhaseProgress
}

/** What can be done about the time of the phase that is on. */
export function PhaseControls({ phase: { id, name } }: PhaseControlsProps) {
  const { state, act } = useLive()
  const hasNext = nextOf(state) !== undefined
  return <Controls phaseId={id} name={name} isPaused={state.stage === 'paused'} hasNext={hasNext} act={act} />
}

interface ControlsProps {
  readonly phaseId: PhaseProgress['id']
  readonly name: string
  readonly isPaused: boolean
  readonly hasNext: boolean
  readonly act: Live['act']
}

const Controls = memo(function Controls({ phaseId, name, isPaused, hasNext, act }: ControlsProps) {
  const control = styles['control'] ?? ''
  return (
    <div className={styles['controls']}>
      {([2, 5] as const).map((minutes) => (
        <Button
          key={minutes}
          className={control}
          aria-label={`${minutes} minutes more`}
          aria-keyshortcuts={`Alt+${minutes}`}
          onPress={() => act({ type: 'extend-phase', minutes })}
        >
          +{minutes}
        </Button>
      ))}
      <Menu
        label="Stop the clock"
        trigger={
          <Button className={control} icon={isPaused ? Play : Pause}>
            {isPaused ? 'Paused' : 'Pause'}
          </Button>
        }
        entries={isPaused ? [resumeEntry(act)] : pauseEntries(act)}
      />
      <Menu
        label={`Leave out ${name}`}
        trigger={
          <Button className={control} icon={SkipForward} isDisabled={!hasNext}>
            Skip
          </Button>
        }
        entries={skipEntries(name, (reason) => act({ type: 'skip-phase', phaseId, reason }))}
      />
    </div>
  )
})

function resumeEntry(act: Live['act']): MenuEntry {
  return { id: 'resume', name: 'Resume', keys: 'P', onChoose: () => act({ type: 'resume' }) }
}

function pauseEntries(act: Live['act']): MenuEntry[] {
  return [
    {
      id: 'pause',
      name: 'Pause',
      hint: 'a moment; the phase waits',
      keys: 'P',
      onChoose: () => act({ type: 'pause', kind: 'pause' }),
    },
    {
      id: 'break',
      name: 'Break',
      hint: 'the phase waits; people may go out',
      keys: ['Shift', 'P'],
      onChoose: () => act({ type: 'pause', kind: 'break' }),
    },
  ]
}
