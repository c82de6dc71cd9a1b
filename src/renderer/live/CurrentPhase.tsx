import { Hourglass } from 'lucide-react'
import type { PhaseProgress, SessionState } from '../../shared/session/state.ts'
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
  const nowIn = ({ phases }: SessionState) => phases.find(({ id }) => id === phase.id) ?? phase
  const wordsOf = (now: PhaseProgress) => phaseLeftWords(phaseLeftMs(now), showsSeconds)
  const now = nowIn(
    useAdvanced(tickMs(showsSeconds), (state) => {
      const then = nowIn(state)
      return `${wordsOf(then)} ${phaseTone(then)} ${filledOf(then)}`
    }),
  )
  const tone = phaseTone(now)
  return (
    <div className={styles['current']} data-tone={tone}>
      <div className={styles['words']}>
        <span className={styles['name']} dir="auto">
          {now.name}
        </span>
        <span className={styles['left']}>
          {tone === 'calm' ? null : <Hourglass aria-hidden size={13} strokeWidth={2.25} />}
          {wordsOf(now)}
        </span>
      </div>
      <div className={styles['bar']} aria-hidden>
        <div className={styles['filled']} style={{ inlineSize: filledOf(now) }} />
      </div>
      <PhaseControls phase={phase} />
    </div>
  )
}

/** In steps of about a pixel: a finer one would be drawn and not seen. */
function filledOf({ actualMs, minutes }: PhaseProgress): string {
  return `${(Math.min(1, actualMs / (minutes * 60_000)) * 100).toFixed(0)}%`
}
