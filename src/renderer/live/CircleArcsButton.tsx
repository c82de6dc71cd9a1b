import { Spline } from 'lucide-react'
import type { Field } from './arrange-seats.ts'
import styles from './Circle.module.css'
import { useLive } from './live-context.ts'
import { overlap, seatBoxes, type Box, type SeatLayout } from './seat-space.ts'

interface CircleArcsButtonProps {
  readonly field: Field
  readonly layout: SeatLayout
  /** Keys and badges that stand out from the seats. */
  readonly signs: readonly Box[]
  readonly isOn: boolean
  readonly onToggle: () => void
}

const size = 44

/** Shows the arcs, or hides them, from a corner that no seat takes; in a crowd the key alone is left. */
export function CircleArcsButton({ field, layout, signs, isOn, onToggle }: CircleArcsButtonProps) {
  const { state } = useLive()
  const corner = freeCorner(field, [...seatBoxes(layout), ...signs])
  if (state.stage === 'prepared') return null
  const isSampling = state.observation === 'sampling'
  return (
    <>
      {corner === null ? null : (
        <button
          type="button"
          className={styles['arcsButton']}
          style={{ left: corner.left, top: corner.top }}
          aria-pressed={isOn}
          aria-keyshortcuts="Alt+A"
          title="Arcs of who spoke after whom (Alt A)"
          onClick={onToggle}
        >
          <Spline aria-hidden size={18} strokeWidth={1.75} />
          <span className={styles['arcsName']}>Arcs of who spoke after whom</span>
        </button>
      )}
      {isOn && isSampling ? (
        <p className={styles['arcsWhy']}>
          No arcs: turns are not tapped now, so nobody knows who spoke after whom.
        </p>
      ) : null}
    </>
  )
}

function freeCorner({ width, height }: Field, taken: readonly Box[]): Box | null {
  const corners = [
    { left: width - size, top: height - size },
    { left: 0, top: height - size },
    { left: width - size, top: 0 },
    { left: 0, top: 0 },
  ].map(({ left, top }) => ({ left, top, right: left + size, bottom: top + size }))
  return corners.find((corner) => taken.every((box) => !overlap(corner, box))) ?? null
}
