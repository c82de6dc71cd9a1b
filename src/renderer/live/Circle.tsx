import { useRef } from 'react'
import styles from './Circle.module.css'
import { CircleArcs } from './CircleArcs.tsx'
import { CircleArcsButton } from './CircleArcsButton.tsx'
import { CircleSeats } from './CircleSeats.tsx'
import { useLive } from './live-context.ts'
import { PhaseClock } from './PhaseClock.tsx'
import type { RunStep } from './run-step.ts'
import { SeatHandContext } from './seat-hand.ts'
import { clearWidth } from './seat-layout.ts'
import { useSeatMoves, type BarWords } from './use-seat-moves.ts'
import { useSize } from './use-size.ts'
import { useSitters } from './use-sitters.ts'

interface CircleProps {
  readonly step: RunStep
  readonly onRun: () => void
  readonly showsArcs: boolean
  readonly onArcs: () => void
  /** What the bar below the circle is to say. */
  readonly onWords: (words: BarWords) => void
}

/** Everyone where they sit, around the clock. */
export function Circle({ step, onRun, showsArcs, onArcs, onWords }: CircleProps) {
  const circle = useRef<HTMLDivElement>(null)
  const field = useSize(circle)
  const { sessionId, seatPlaces, state } = useLive()
  const sitters = useSitters()
  const { layout, moving, hand } = useSeatMoves({ sessionId, field, sitters, kept: seatPlaces, onWords })
  const hasArcs = showsArcs && state.observation === 'floor'
  return (
    <div ref={circle} className={styles['circle']}>
      {layout === null || field === null ? null : (
        <SeatHandContext value={hand}>
          {hasArcs ? <CircleArcs field={field} layout={layout} sitters={sitters} moving={moving} /> : null}
          <CircleSeats layout={layout} moving={moving} />
          <div
            className={styles['middle']}
            style={{
              insetInlineStart: layout.centre.x,
              insetBlockStart: layout.centre.y,
              inlineSize: clearWidth(layout, field.height),
            }}
          >
            <PhaseClock step={step} onRun={onRun} />
          </div>
          <CircleArcsButton field={field} layout={layout} isOn={showsArcs} onToggle={onArcs} />
        </SeatHandContext>
      )}
    </div>
  )
}
