import type { Pair } from '../../shared/plots/shapes.ts'
import { usePlot } from './plot-context.ts'
import styles from './Shapes.module.css'

const largestDot = 2.6

/** A ring for the start, a dot for the end, and a stem between them. */
export function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  const { x, y, width, scale } = usePlot()
  const radius = Math.max(0.9, Math.min(largestDot * scale, (width / Math.max(1, pairs.length)) * 0.32))
  return pairs.map(({ key, at, start, end }) => (
    <g key={key}>
      {start === null || end === null || start === end ? null : (
        <line x1={x(at)} x2={x(at)} y1={y(start)} y2={y(end)} className={styles['stem']} />
      )}
      {start === null || start === end ? null : (
        <circle cx={x(at)} cy={y(start)} r={radius} className={styles['ring']} />
      )}
      {end === null ? null : <circle cx={x(at)} cy={y(end)} r={radius} className={styles['dot']} />}
    </g>
  ))
}
