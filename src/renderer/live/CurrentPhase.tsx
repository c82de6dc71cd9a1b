import type { PhaseProgress } from '../../shared/session/state.ts'
import styles from './CurrentPhase.module.css'
import { tickMs, useAdvanced, useLive } from './live-context.ts'
import { phaseLeftMs, phaseTone } from './pace.ts'
import { PhaseControls } from './PhaseControls.tsx'
import { phaseLeftWords } from './phase-words.ts'

interface CurrentPhaseProps {
  readonly phase: PhaseProgress
}

/** The phase that is on: what is left of it, and what can be done about that. */
export function CurrentPhase({ phase }: CurrentPhaseProps) {
  const { showsSeconds } = useLive()
  const state = useAdvanced(tickMs(showsSeconds))
  const now = state.phases.find(({ id }) => id === phase.id) ?? phase
  const share = Math.min(1, now.actualMs / (now.minutes * 60_000))
  return (
    <div className={styles['current']} data-tone={phaseTone(now)}>
      <div className={styles['words']}>
        <span className={styles['name']} dir="auto">
          {now.name}
        </span>
        <span className={styles['left']}>{phaseLeftWords(phaseLeftMs(now), showsSeconds)}</span>
      </div>
      <div className={styles['bar']} aria-hidden>
        <div className={styles['filled']} style={{ inlineSize: `${(share * 100).toFixed(1)}%` }} />
      </div>
      <PhaseControls phase={phase} />
    </div>
  )
}
