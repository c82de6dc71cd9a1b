import { ShieldCheck } from 'lucide-react'
import type { SessionState } from '../../shared/session/state.ts'
import { useNow } from '../app/core-clock.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { chosenPlan, startChoice, type StartEnd } from './late-start.ts'
import { useAdvanced, useLive } from './live-context.ts'
import { timelineSentence } from './timeline-words.ts'
import { timelineOf, type Timeline } from './timeline-model.ts'
import { TimelineMoments } from './TimelineMoments.tsx'
import styles from './TimelineStrip.module.css'
import { TimelineTurns } from './TimelineTurns.tsx'
import { wallTime } from './time-words.ts'

const minuteMs = 60_000
const places = 500
const noNotes: Timeline['notes'] = []

/** The whole session as one line: phases as held and as planned, turns as small bars, marks, notes, and now. */
export function TimelineStrip({ startWish }: { readonly startWish: StartEnd }) {
  const { state: latest, isConcealed } = useLive()
  const now = useNow(5_000)
  const state = useAdvanced(5_000, placeOfNow)
  const isBefore = latest.stage === 'prepared'
  const plan = isBefore && now !== null ? chosenPlan(startChoice(latest, now), startWish) : null
  const line = timelineOf(state, plan?.phases ?? state.phases)
  return (
    <div className={styles['strip']}>
      <VisuallyHidden>{timelineSentence(line, isConcealed)}</VisuallyHidden>
      <div aria-hidden className={styles['line']}>
        <Segments line={line} labelFromMs={isBefore && now !== null ? roundDown(now.wallMs) : null} />
        {line.gaps.map(({ seq, startMs, endMs, kind }) => (
          <i key={seq} className={styles['gap']} data-gap={kind} style={span(line, startMs, endMs)} />
        ))}
        <TimelineTurns turns={state.turns} nowMs={line.nowMs} lengthMs={line.lengthMs} />
        <TimelineMoments
          marks={line.marks}
          notes={isConcealed ? noNotes : line.notes}
          showsRisk={!isConcealed}
          lengthMs={line.lengthMs}
        />
        {isBefore ? null : (
          <i
            className={styles['now']}
            style={{ translate: `${percent(line.nowMs, line.lengthMs) - 100}%` }}
          />
        )}
      </div>
    </div>
  )
}

/** How far the session has come on its line: nobody sees less than this of it. */
function placeOfNow(state: SessionState): number {
  const { nowMs, lengthMs } = timelineOf(state)
  return Math.floor((nowMs / lengthMs) * places) + Math.floor(lengthMs / minuteMs) * places
}

interface SegmentsProps {
  readonly line: Timeline
  /** Wall time at which the planned times begin; null shows none. */
  readonly labelFromMs: number | null
}

function Segments({ line, labelFromMs }: SegmentsProps) {
  const { zone } = useLive()
  return line.segments.map(({ key, startMs, endMs, status, isProtected, isBreak, name }) => (
    <div
      key={key}
      className={styles['segment']}
      style={span(line, startMs, endMs)}
      data-status={status}
      data-protected={isProtected || undefined}
      data-break={isBreak || undefined}
      title={name}
    >
      {labelFromMs === null ? null : (
        <span className={styles['label']}>
          <span>{wallTime(labelFromMs + startMs, zone)}</span>
          {isProtected ? <ShieldCheck size={14} strokeWidth={2} /> : null}
        </span>
      )}
    </div>
  ))
}

function roundDown(ms: number): number {
  return Math.floor(ms / minuteMs) * minuteMs
}

function span(
  { lengthMs }: Timeline,
  startMs: number,
  endMs: number,
): { insetInlineStart: string; inlineSize: string } {
  return {
    insetInlineStart: `${percent(startMs, lengthMs)}%`,
    inlineSize: `${percent(endMs - startMs, lengthMs)}%`,
  }
}

function percent(ms: number, lengthMs: number): number {
  return Number(((ms / lengthMs) * 100).toFixed(3))
}
