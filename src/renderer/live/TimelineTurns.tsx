import { memo, useMemo } from 'react'
import type { SessionState } from '../../shared/session/state.ts'
import { useLive } from './live-context.ts'
import { openTurnsPath, pastTurnsPath } from './timeline-paths.ts'
import styles from './TimelineStrip.module.css'

interface TimelineTurnsProps {
  readonly turns: SessionState['turns']
  readonly nowMs: number
  readonly lengthMs: number
}

/** Every turn as a bar in its lane. Those that are over are one path, which time leaves alone. */
export function TimelineTurns({ turns, nowMs, lengthMs }: TimelineTurnsProps) {
  const { state } = useLive()
  const { people } = state
  // Who sits where changes seldom, and the list of people with every event.
  const seats = people.map(({ personId }) => personId).join(' ')
  const past = useMemo(
    () => pastTurnsPath(turns, people, lengthMs),
    // oxlint-disable-next-line react/exhaustive-deps -- the seats stand for the people
    [turns, seats, lengthMs],
  )
  return (
    <>
      <Bars path={past} lengthMs={lengthMs} />
      <Bars path={openTurnsPath(turns, people, nowMs)} lengthMs={lengthMs} />
    </>
  )
}

interface BarsProps {
  readonly path: string
  readonly lengthMs: number
}

const Bars = memo(function Bars({ path, lengthMs }: BarsProps) {
  return path === '' ? null : (
    <svg className={styles['drawn']} viewBox={`0 0 ${lengthMs} 32`} preserveAspectRatio="none">
      <path className={styles['turns']} d={path} vectorEffect="non-scaling-stroke" />
    </svg>
  )
})
