import { useRef, type CSSProperties, type PointerEvent, type ReactNode } from 'react'
import type { ScoreMoment } from '../../shared/session/score-moment.ts'
import { wallTime } from '../live/time-words.ts'
import { momentSentence } from './moment-words.ts'
import { halfPillPx, share, type ScoreLayout } from './score-layout.ts'
import styles from './ScorePlot.module.css'
import type { SessionView } from './session-view.ts'
import type { Scrub } from './use-scrub.ts'

interface ScoreStyle extends CSSProperties {
  readonly '--gutter': string
  readonly '--margin': string
  readonly '--name-room': string
}

interface TimeSliderProps {
  readonly view: SessionView
  readonly moment: ScoreMoment
  readonly scrub: Scrub
  readonly layout: ScoreLayout
  readonly children: ReactNode
}

/** A drawing of the session's time with a line through it, which the pointer drags and the arrow keys move. */
export function TimeSlider({ view, moment, scrub, layout, children }: TimeSliderProps) {
  const line = useRef<HTMLDivElement>(null)
  const follow = ({ clientX }: PointerEvent) => {
    const box = line.current?.getBoundingClientRect()
    if (box !== undefined && box.width > 0) scrub.to(((clientX - box.left) / box.width) * layout.spanMs)
  }
  return (
    <div
      // An input could not hold the drawing.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="slider"
      tabIndex={0}
      aria-label="Moment of the session"
      aria-valuemin={0}
      aria-valuemax={view.score.lengthMs}
      aria-valuenow={moment.ms}
      aria-valuetext={momentSentence(view, moment)}
      className={styles['plot']}
      style={styleOf(layout)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || !scrub.byKey(event.key)) return
        event.preventDefault()
        event.stopPropagation()
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        follow(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event)
      }}
    >
      {children}
      <div ref={line} className={styles['playhead']}>
        <i className={styles['line']} style={{ insetInlineStart: share(moment.ms, layout) }} />
        <span
          className={styles['pill']}
          style={{
            insetInlineStart: `clamp(${halfPillPx}px, ${share(moment.ms, layout)}, 100% - ${halfPillPx}px)`,
          }}
        >
          {wallTime(moment.wallMs, view.zone)}
        </span>
      </div>
    </div>
  )
}

function styleOf({ gutter, margin, nameRoom }: ScoreLayout): ScoreStyle {
  return { '--gutter': `${gutter}px`, '--margin': `${margin}px`, '--name-room': `${nameRoom}px` }
}
