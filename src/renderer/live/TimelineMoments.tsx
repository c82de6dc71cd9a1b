import { Flag } from 'lucide-react'
import { memo } from 'react'
import type { SessionState } from '../../shared/session/state.ts'
import { momentsPath } from './timeline-paths.ts'
import styles from './TimelineStrip.module.css'

interface TimelineMomentsProps {
  readonly marks: SessionState['marks']
  /** None while concealed: not even that there are notes is shown. */
  readonly notes: SessionState['notes']
  /** Concealed, a risk is a mark like the others. */
  readonly showsRisk: boolean
  readonly lengthMs: number
}

/** Marks as points, notes as strokes, each kind as one path; a risk has its flag. */
export const TimelineMoments = memo(function TimelineMoments(props: TimelineMomentsProps) {
  const { marks, notes, showsRisk, lengthMs } = props
  const isRisk = ({ mark }: (typeof marks)[number]) => showsRisk && mark === 'risk'
  const points = momentsPath(timesOf(marks.filter((mark) => !isRisk(mark))), 28.5, 0)
  const strokes = (isPrivate: boolean) =>
    momentsPath(timesOf(notes.filter((note) => note.isPrivate === isPrivate)), 23, 9)
  return (
    <>
      <svg className={styles['drawn']} viewBox={`0 0 ${lengthMs} 32`} preserveAspectRatio="none">
        <path className={styles['markRings']} d={points} vectorEffect="non-scaling-stroke" />
        <path className={styles['marks']} d={points} vectorEffect="non-scaling-stroke" />
        <path className={styles['notes']} d={strokes(false)} vectorEffect="non-scaling-stroke" />
        <path className={styles['notes']} data-private d={strokes(true)} vectorEffect="non-scaling-stroke" />
      </svg>
      {marks.filter(isRisk).map(({ seq, atMs }) => (
        <Flag
          key={seq}
          size={12}
          strokeWidth={2.5}
          className={styles['risk']}
          style={{ insetInlineStart: `${((atMs / lengthMs) * 100).toFixed(3)}%` }}
        />
      ))}
    </>
  )
})

function timesOf(moments: readonly { readonly atMs: number }[]): number[] {
  return moments.map(({ atMs }) => atMs)
}
