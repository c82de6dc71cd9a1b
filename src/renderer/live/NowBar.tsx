import { currentPhase } from '../../shared/session/decision.ts'
import { Button } from '../ui/Button.tsx'
import { useMedia } from '../ui/use-media.ts'
import type { StartEnd } from './late-start.ts'
import { tickMs, useAdvanced, useLive } from './live-context.ts'
import { phaseLeftMs, phaseTone } from './pace.ts'
import styles from './NowBar.module.css'
import { phaseLeftWords, toneWords } from './phase-words.ts'
import { runStep } from './run-step.ts'

/** Where Live is one column that scrolls: the same words as in `LiveScreen.module.css`. */
const oneColumn = '(max-width: 699px), (max-width: 999px) and (max-height: 899px)'

interface NowBarProps {
  readonly startWish: StartEnd
  readonly onRun: () => void
}

/** In a small window, as at 200 % zoom, the clock and the next step stay in view while the rest scrolls. */
export function NowBar({ startWish, onRun }: NowBarProps) {
  const { state } = useLive()
  if (!useMedia(oneColumn)) return null
  const step = runStep(state, startWish)
  return (
    <section className={styles['bar']} aria-label="Now">
      {state.stage === 'running' || state.stage === 'paused' ? <Left /> : <span className={styles['left']} />}
      <Button look="primary" keys={step.key} className={styles['run'] ?? ''} onPress={onRun}>
        {step.name}
      </Button>
    </section>
  )
}

function Left() {
  const { showsSeconds } = useLive()
  const state = useAdvanced(tickMs(showsSeconds))
  const phase = currentPhase(state)
  if (phase === undefined) return <span className={styles['left']} />
  const tone = phaseTone(phase)
  const words = toneWords[tone]
  const isPaused = state.stage === 'paused'
  return (
    <p className={styles['left']} data-tone={isPaused ? 'calm' : tone}>
      <strong>{phaseLeftWords(phaseLeftMs(phase), showsSeconds)}</strong>
      <span className={styles['phase']}>
        <bdi>{phase.name}</bdi>
        {isPaused
          ? state.pauseKind === 'break'
            ? ' · break'
            : ' · paused'
          : words === null
            ? null
            : ` · ${words}`}
      </span>
    </p>
  )
}
