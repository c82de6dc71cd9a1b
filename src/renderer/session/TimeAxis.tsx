import { memo } from 'react'
import { wallAt } from '../../shared/session/score-moment.ts'
import { wallTime } from '../live/time-words.ts'
import { halfPillPx, share, timeTicks, type ScoreLayout } from './score-layout.ts'
import styles from './ScorePlot.module.css'
import type { SessionView } from './session-view.ts'

interface TimeAxisProps {
  readonly view: SessionView
  readonly layout: ScoreLayout
  /** The moment, whose own time of day stands here. */
  readonly atMs: number
}

/** So near to the moment a time of day would stand under its pill. */
const coveredPx = 64
const halfTickPx = 26

// The first, the last and the pill stand within the line.
function isCovered(ms: number, atMs: number, { msPerPx, spanMs }: ScoreLayout): boolean {
  const within = (moment: number, halfPx: number) =>
    Math.max(halfPx * msPerPx, Math.min(spanMs - halfPx * msPerPx, moment))
  return Math.abs(within(ms, halfTickPx) - within(atMs, halfPillPx)) < coveredPx * msPerPx
}

/** The time of day below the lines, with a stroke where a record note was written. */
export const TimeAxis = memo(function TimeAxis({ view, layout, atMs }: TimeAxisProps) {
  const { score, zone } = view
  const ticks = timeTicks(score.lengthMs, wallAt(score, 0), layout)
  return (
    <div className={styles['axis']}>
      <div className={styles['time']}>
        {ticks.map(({ ms }, index) => (
          <span
            key={ms}
            className={styles['tick']}
            data-covered={isCovered(ms, atMs, layout) || undefined}
            data-end={index === 0 ? 'first' : ms === score.lengthMs ? 'last' : undefined}
            style={{ insetInlineStart: share(ms, layout) }}
          >
            {wallTime(wallAt(score, ms), zone)}
          </span>
        ))}
        {view.notes.map((note) => (
          <i
            key={note.noteId}
            className={styles['note']}
            style={{ insetInlineStart: share(note.atMs, layout) }}
          />
        ))}
      </div>
    </div>
  )
})
