import { Hourglass, Pause } from 'lucide-react'
import { currentPhase, nextOf } from '../../shared/session/decision.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { isFacilitator } from '../../shared/session/vocabulary.ts'
import { useSteady } from '../ui/use-steady.ts'
import { useUnwritten } from '../unwritten/use-unwritten.ts'
import { tickMs, useAdvanced, useLive } from './live-context.ts'
import { phaseLeftMs, phaseTone } from './pace.ts'
import styles from './PhaseClock.module.css'
import { pausedMs } from './paused.ts'
import { clockWords, toneWords } from './phase-words.ts'
import { roomWords } from './room-words.ts'
import { RunButton } from './RunButton.tsx'
import type { RunStep } from './run-step.ts'
import { aboutMinutes, minutesAndSeconds, wallTime } from './time-words.ts'

interface PhaseClockProps {
  readonly step: RunStep
  readonly onRun: () => void
}

/** The middle of the circle. The button below never moves, whatever stands above it. */
export function PhaseClock({ step, onRun }: PhaseClockProps) {
  const { state } = useLive()
  return (
    <div className={styles['clock']}>
      {state.stage === 'prepared' ? <InTheRoom /> : state.stage === 'ended' ? <Closed /> : <Running />}
      <RunButton name={step.name} keys={step.key} onRun={useSteady(onRun)} />
    </div>
  )
}

function InTheRoom() {
  const { state, seated } = useLive()
  const here = state.people.filter(
    ({ role, presence }) => !isFacilitator(role) && presence === 'present',
  ).length
  return (
    <>
      <p className={styles['above']}>In the room</p>
      <p className={styles['figure']}>
        <span className={styles['digits']}>{here}</span>
      </p>
      <p className={styles['below']}>{roomWords(seated)}</p>
    </>
  )
}

function Closed() {
  const { state, zone } = useLive()
  const isSaved = useUnwritten() === null
  const { startedAtMs, endedAtMs } = state
  return (
    <>
      <p className={styles['above']}>The session has ended</p>
      <p className={styles['figure']} data-length="time">
        <span className={styles['digits']}>{endedAtMs === null ? '' : wallTime(endedAtMs, zone)}</span>
      </p>
      <p className={styles['below']}>
        {startedAtMs === null ? null : `begun ${wallTime(startedAtMs, zone)} · `}
        {Math.round(state.elapsedMs / 60_000)}&nbsp;min ·{' '}
        {isSaved ? 'all of it is saved' : 'not all of it is on the disk yet'}
      </p>
    </>
  )
}

function Running() {
  const { showsSeconds } = useLive()
  const state = useAdvanced(tickMs(showsSeconds), (now) => clockIn(now, showsSeconds))
  const phase = currentPhase(state)
  if (phase === undefined) return null
  const leftMs = phaseLeftMs(phase)
  const { figure, reading } = clockWords(leftMs, showsSeconds)
  const tone = phaseTone(phase)
  const isPaused = state.stage === 'paused'
  return (
    <>
      <p className={styles['above']} data-tone={isPaused ? 'calm' : tone}>
        {isPaused ? <PausedWords state={state} /> : <PhaseName name={phase.name} tone={tone} />}
      </p>
      <p
        role="timer"
        className={styles['figure']}
        data-tone={isPaused ? 'paused' : tone}
        data-length={figure.length > 4 ? 'long' : 'short'}
      >
        <span className={styles['digits']}>
          {reading === 'about' ? <span className={styles['reading']}>about</span> : null}
          {figure}
          {reading === 'min left' || reading === 'min over' ? (
            <span className={styles['reading']}>{reading}</span>
          ) : null}
        </span>
      </p>
      <p className={styles['below']}>
        {reading === 'about' ? `minutes of ${phase.minutes}` : `of ${phase.minutes} min`} · {thenWords(state)}
      </p>
    </>
  )
}

/** All that the clock says, which changes once a second at most, or once a minute. */
function clockIn(state: SessionState, showsSeconds: boolean): string {
  const phase = currentPhase(state)
  if (phase === undefined) return ''
  const { figure, reading } = clockWords(phaseLeftMs(phase), showsSeconds)
  const paused = pausedMs(state)
  return `${figure} ${reading} ${phaseTone(phase)} ${paused === null ? '' : pausedWords(paused, showsSeconds)}`
}

function pausedWords(ms: number, showsSeconds: boolean): string {
  return showsSeconds ? minutesAndSeconds(ms) : aboutMinutes(ms)
}

function PhaseName({ name, tone }: { readonly name: string; readonly tone: ReturnType<typeof phaseTone> }) {
  const words = toneWords[tone]
  return (
    <>
      <bdi>{name}</bdi>
      {words === null ? null : (
        <span className={styles['tone']}>
          <Hourglass aria-hidden size={15} strokeWidth={2} />
          {words}
        </span>
      )}
    </>
  )
}

function PausedWords({ state }: { readonly state: SessionState }) {
  const { showsSeconds } = useLive()
  const ms = pausedMs(state)
  return (
    <span className={styles['tone']}>
      <Pause aria-hidden size={16} strokeWidth={2} />
      {state.pauseKind === 'break' ? 'Break' : 'Paused'}
      {ms === null ? null : ` for ${pausedWords(ms, showsSeconds)}`}
    </span>
  )
}

function thenWords(state: SessionState): string {
  const next = nextOf(state)
  return next === undefined ? 'then the session ends' : `then ${next.name}`
}
