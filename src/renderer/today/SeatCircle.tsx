import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import styles from './SeatCircle.module.css'

interface SeatCircleProps {
  readonly memberCount: number
  readonly facilitatorCount: number
  /** People sit there now. */
  readonly isRunning?: boolean
  readonly children: ReactNode
}

const radius = 83
/** The part of the circle that the facilitators' chairs take, in turns. */
const opening = 0.19

/** A group as its seats: one circle a member, a chair a facilitator. The words in the middle say the same. */
export function SeatCircle({ memberCount, facilitatorCount, isRunning = false, children }: SeatCircleProps) {
  const seatRadius = Math.min(14, (Math.PI * radius * (1 - opening)) / Math.max(memberCount, 1) - 2.5)
  const chairs = Math.min(facilitatorCount, 3)
  return (
    <div className={styles['circle']}>
      <svg aria-hidden viewBox="-98 -98 196 196" className={styles['svg']}>
        {memberCount === 0 ? <circle r={radius} className={styles['empty']} /> : null}
        {seatTurns(memberCount).map((turn) => (
          <circle
            key={turn}
            cx={round(-radius * Math.sin(turn * 2 * Math.PI))}
            cy={round(radius * Math.cos(turn * 2 * Math.PI))}
            r={round(seatRadius)}
            className={classNames(styles['seat'], isRunning && styles['taken'])}
          />
        ))}
        {Array.from({ length: chairs }, (_, index) => (
          <rect
            key={index}
            x={round((index - chairs / 2) * 31 + 2)}
            y={radius - 8}
            width={27}
            height={17}
            rx={5}
            className={styles['chair']}
          />
        ))}
      </svg>
      <div className={styles['middle']}>{children}</div>
    </div>
  )
}

/** Even places around the circle from the bottom, the opening left free. */
function seatTurns(count: number): readonly number[] {
  const step = (1 - opening) / Math.max(count, 1)
  return Array.from({ length: count }, (_, index) => opening / 2 + step * (index + 0.5))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
