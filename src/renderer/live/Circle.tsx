import { useMemo, useRef, type CSSProperties } from 'react'
import type { Field } from './arrange-seats.ts'
import styles from './Circle.module.css'
import { CircleArcs } from './CircleArcs.tsx'
import { CircleArcsButton } from './CircleArcsButton.tsx'
import { CircleSeats } from './CircleSeats.tsx'
import { clearMiddle } from './clear-middle.ts'
import { useLive } from './live-context.ts'
import { PhaseClock } from './PhaseClock.tsx'
import type { RunStep } from './run-step.ts'
import { SeatHandContext } from './seat-hand.ts'
import { placeSigns, signBoxes, type SeatSigns } from './seat-signs.ts'
import type { Box, Place, SeatLayout } from './seat-space.ts'
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
  const free = useMemo(
    () => (layout === null || field === null ? null : standBetween(layout, field)),
    [layout, field],
  )
  const hasArcs = showsArcs && state.observation === 'floor'
  return (
    <div ref={circle} className={styles['circle']}>
      {layout === null || field === null || free === null ? null : (
        <SeatHandContext value={hand}>
          {hasArcs ? <CircleArcs field={field} layout={layout} sitters={sitters} moving={moving} /> : null}
          <CircleSeats layout={layout} signs={free.signs} moving={moving} />
          <div className={styles['middle']} style={free.middle}>
            <PhaseClock step={step} onRun={onRun} />
          </div>
          <CircleArcsButton
            field={field}
            layout={layout}
            signs={free.taken}
            isOn={showsArcs}
            onToggle={onArcs}
          />
        </SeatHandContext>
      )}
    </div>
  )
}

interface MiddleStyle extends CSSProperties {
  readonly '--middle-height': string
  readonly '--middle-words': string
}

interface Between {
  readonly signs: ReadonlyMap<Place, SeatSigns>
  readonly taken: readonly Box[]
  readonly middle: MiddleStyle
}

/** What stands between the seats: their keys and badges, and the clock in the middle. */
function standBetween(layout: SeatLayout, field: Field): Between {
  const signs = placeSigns(layout, field)
  const taken = signBoxes(signs)
  const { centre, height, figureWidth, wordsWidth } = clearMiddle(layout, field, taken)
  const middle = {
    insetInlineStart: centre.x,
    insetBlockStart: centre.y,
    inlineSize: figureWidth,
    '--middle-height': `${height}px`,
    '--middle-words': `${wordsWidth}px`,
  }
  return { signs, taken, middle }
}
