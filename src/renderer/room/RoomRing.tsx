import type { RoomView } from '../../shared/room/room-view.ts'
import styles from './RoomRing.module.css'

const radius = 190
const dotCount = 120

/** What is left of the phase is drawn, what has gone is dotted. Decoration: the words beside it say the same. */
export function RoomRing({ view: { stage, phase } }: { readonly view: RoomView }) {
  const isTimed = phase !== null && stage !== 'break'
  const left = isTimed ? Math.min(1, phase.remainingSeconds / phase.plannedSeconds) : 0
  return (
    <svg aria-hidden viewBox="-204 -204 408 408" className={styles['ring']}>
      {dots.map(({ turn, cx, cy }) => (
        <circle key={turn} cx={cx} cy={cy} r={1.4} className={styles['dot']} />
      ))}
      {/* A new phase begins with a new ring, so that it does not sweep back through the old one. */}
      {isTimed ? <Left key={phase.number} left={left} /> : null}
    </svg>
  )
}

function Left({ left }: { readonly left: number }) {
  return (
    <g>
      <circle
        r={radius}
        pathLength={1}
        transform="rotate(-90) scale(1 -1)"
        className={styles['arc']}
        style={{ strokeDasharray: `${left} 1` }}
      />
      <g className={styles['bead']} style={{ transform: `rotate(${1 - left}turn)` }}>
        <circle cy={-radius} r={12} className={styles['clearing']} />
        <circle cy={-radius} r={6.5} className={styles['pearl']} />
      </g>
    </g>
  )
}

const dots = Array.from({ length: dotCount }, (_, index) => {
  const turn = index / dotCount
  return { turn, cx: radius * Math.sin(turn * 2 * Math.PI), cy: -radius * Math.cos(turn * 2 * Math.PI) }
})
