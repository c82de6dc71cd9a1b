import { usePlot } from '../plots/plot-context.ts'
import styles from './ListedColumns.module.css'
import type { Stretch } from '../../shared/group-review/stretches.ts'

const widestColumn = 18
/** With more columns than these, numbers over the columns would stand on each other. */
const labelledUntil = 16

/** Who was on the list, as an outline around the bar of those who came, with their number above it. */
export function ListedColumns({ stretches }: { readonly stretches: readonly Stretch[] }) {
  const { x, y, weekWidth, scale } = usePlot()
  const width = Math.max(1, Math.min(widestColumn * scale, weekWidth * 0.8))
  return stretches.map(({ startsOn, listed, came }, index) =>
    listed === 0 ? null : (
      <g key={startsOn}>
        <rect
          x={x(index + 0.5) - width / 2}
          y={y(listed)}
          width={width}
          height={Math.max(0, y(0) - y(listed))}
          rx={Math.min(3, width / 4)}
          className={styles['column']}
        />
        {stretches.length > labelledUntil ? null : (
          <text x={x(index + 0.5)} y={y(listed) - 6 * scale} className={styles['label']}>
            {came}
          </text>
        )}
      </g>
    ),
  )
}
