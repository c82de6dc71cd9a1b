import { Flag, ShieldCheck } from 'lucide-react'
import { useNow } from '../app/core-clock.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { chosenPlan, startChoice, type StartEnd } from './late-start.ts'
import { useAdvanced, useLive } from './live-context.ts'
import { timelineSentence } from './timeline-words.ts'
import { laneCount, timelineOf, type Timeline } from './timeline-model.ts'
import styles from './TimelineStrip.module.css'
import { wallTime } from './time-words.ts'

const minuteMs = 60_000

/** The whole session as one line: phases as held and as planned, turns as small bars, marks, notes, and now. */
export function TimelineStrip({ startWish }: { readonly startWish: StartEnd }) {
  const { state: latest, isConcealed } = useLive()
  const now = useNow(5_000)
  const state = useAdvanced(5_000)
  const isBefore = latest.stage === 'prepared'
  const plan = isBefore && now !== null ? chosenPlan(startChoice(latest, now), startWish) : null
  const line = timelineOf(state, plan?.phases ?? state.phases)
  return (
    <div className={styles['strip']}>
      <VisuallyHidden>{timelineSentence(line, isConcealed)}</VisuallyHidden>
      <div aria-hidden className={styles['line']}>
        <Segments line={line} labelFromMs={isBefore && now !== null ? roundDown(now.wallMs) : null} />
        <Turns line={line} />
        <Moments line={line} />
        {isBefore ? null : <i className={styles['now']} style={at(line, line.nowMs)} />}
      </div>
    </div>
  )
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

function Turns({ line }: { readonly line: Timeline }) {
  return line.turns.map(({ startMs, endMs, lane }) => (
    <i
      key={`${startMs}-${lane}`}
      className={styles['turn']}
      style={{ ...span(line, startMs, endMs), insetBlockStart: 4 + (lane * 20) / (laneCount - 1) }}
    />
  ))
}

/** Marks and notes. Concealed, not even that there are notes is shown. */
function Moments({ line }: { readonly line: Timeline }) {
  const { isConcealed } = useLive()
  return (
    <>
      {line.marks.map(({ seq, mark, atMs }) =>
        mark === 'risk' ? (
          <Flag key={seq} size={12} strokeWidth={2.5} className={styles['risk']} style={at(line, atMs)} />
        ) : (
          <i key={seq} className={styles['mark']} style={at(line, atMs)} />
        ),
      )}
      {(isConcealed ? [] : line.notes).map(({ noteId, atMs, isPrivate }) => (
        <i
          key={noteId}
          className={styles['note']}
          data-private={isPrivate || undefined}
          style={at(line, atMs)}
        />
      ))}
    </>
  )
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
    insetInlineStart: `${((startMs / lengthMs) * 100).toFixed(3)}%`,
    inlineSize: `${(((endMs - startMs) / lengthMs) * 100).toFixed(3)}%`,
  }
}

function at({ lengthMs }: Timeline, ms: number): { insetInlineStart: string } {
  return { insetInlineStart: `${((ms / lengthMs) * 100).toFixed(3)}%` }
}
