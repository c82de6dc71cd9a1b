import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './RingDial.module.css'

interface RingDialProps {
  /** How far the bead has come, clockwise from the top, 0 to 1. */
  readonly fraction: number
  /** Into how many equal arcs the ring is cut. */
  readonly parts?: number
  /** The bead goes round and round while something takes a moment. */
  readonly isTravelling?: boolean
  readonly children?: ReactNode
}

const radius = 190
const dotCount = 84
/** Half of the gap between two arcs, in turns. */
const halfGap = 0.006

/** The ring with its bead, large: behind the bead it is drawn, before it it is dotted. Decoration around its words. */
export function RingDial({ fraction, parts = 1, isTravelling = false, children }: RingDialProps) {
  const reached = Math.min(1, Math.max(0, fraction))
  return (
    <div className={styles['dial']}>
      <svg aria-hidden viewBox="-204 -204 408 408" className={styles['svg']}>
        {dotsAfter(reached).map((turn) => (
          <circle key={turn} r={2.1} className={styles['dot']} {...pointAt(turn)} />
        ))}
        {Array.from({ length: parts }, (_, part) => (
          <Arc
            key={part}
            from={part / parts}
            to={Math.min(reached, (part + 1) / parts)}
            isWhole={parts === 1}
          />
        ))}
        <g
          className={classNames(styles['bead'], isTravelling && styles['travelling'])}
          style={{ transform: `rotate(${reached}turn)` }}
        >
          <circle cy={-radius} r={15} className={styles['clearing']} />
          <circle cy={-radius} r={8.5} className={styles['pearl']} />
        </g>
      </svg>
      <div className={styles['middle']}>{children}</div>
    </div>
  )
}

interface ArcProps {
  readonly from: number
  readonly to: number
  readonly isWhole: boolean
}

function Arc({ from, to, isWhole }: ArcProps) {
  const start = isWhole ? from : from + halfGap
  const end = isWhole ? to : to - halfGap
  if (end - start < 0.004) return null
  const a = pointAt(start)
  const b = pointAt(Math.min(end, start + 0.9999))
  const large = end - start > 0.5 ? 1 : 0
  return (
    <path
      className={styles['arc']}
      d={`M${a.cx} ${a.cy} A${radius} ${radius} 0 ${large} 1 ${b.cx} ${b.cy}`}
    />
  )
}

function dotsAfter(reached: number): number[] {
  return Array.from({ length: dotCount }, (_, index) => index / dotCount).filter(
    (turn) => turn > reached + 0.02 && turn < reached + 0.98,
  )
}

function pointAt(turn: number): { cx: number; cy: number } {
  const angle = turn * 2 * Math.PI
  return { cx: round(radius * Math.sin(angle)), cy: round(-radius * Math.cos(angle)) }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
