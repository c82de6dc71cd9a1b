import { useMemo, useRef, type ReactNode } from 'react'
import { useMedia } from '../ui/use-media.ts'
import { labelledWeeks, type AxisWeek } from '../../shared/plots/axis.ts'
import { AxisContext } from './plot-context.ts'
import styles from './Plots.module.css'
import { usePlotSize } from './use-plot-size.ts'
import { weekScale } from './week-scale.ts'

interface PlotsProps {
  /** `Week of`. */
  readonly axisName: string
  readonly weeks: readonly AxisWeek[]
  /** `PlotRow`s. */
  readonly children: ReactNode
}

// What is left of a page of Letter or A4 between titles and gutter: paper is not measured, as it is no window.
const onPaper = { width: 400, scale: 1 }

/** Plots under one another that share one axis of weeks, with their names at the left and their words at the right. */
export function Plots({ axisName, weeks, children }: PlotsProps) {
  const measured = useRef<HTMLDivElement>(null)
  const size = usePlotSize(measured)
  const isPrinting = useMedia('print')
  const drawn = isPrinting ? onPaper : size
  const axis = useMemo(() => (drawn === null ? null : { weeks, ...drawn }), [weeks, drawn])
  const nowIndex = weeks.findIndex(({ isNow }) => isNow)
  return (
    <div className={styles['plots']}>
      <div aria-hidden className={styles['columns']}>
        {nowIndex < 0 ? null : (
          <svg className={styles['now']} preserveAspectRatio="none" viewBox={`0 0 ${weeks.length} 1`}>
            <rect x={nowIndex} width={1} height={1} />
          </svg>
        )}
      </div>
      <div className={styles['row']} aria-hidden>
        <span className={styles['axisName']}>{axisName}</span>
        <div ref={measured} className={styles['weeks']}>
          {axis === null ? null : <WeekLabels weeks={weeks} width={axis.width} scale={axis.scale} />}
        </div>
      </div>
      {axis === null ? null : <AxisContext value={axis}>{children}</AxisContext>}
    </div>
  )
}

interface WeekLabelsProps {
  readonly weeks: readonly AxisWeek[]
  readonly width: number
  readonly scale: number
}

const letterWidth = 6
/** Between two labels. */
const gapLetters = 0.5
const axisHeight = 20

function WeekLabels({ weeks, width, scale }: WeekLabelsProps) {
  const x = weekScale(weeks.length, width)
  const height = axisHeight * scale
  const letters = Math.max(0, ...weeks.map(({ label }) => label.length))
  return (
    <svg className={styles['drawing']} viewBox={`0 0 ${width} ${height}`}>
      {labelledWeeks(weeks, width, (letters + gapLetters) * letterWidth * scale).map(({ week, at }) => (
        <text
          key={week.key}
          x={x(at)}
          y={height - 6 * scale}
          className={styles[week.isNow ? 'weekNow' : 'week']}
        >
          {week.label}
        </text>
      ))}
    </svg>
  )
}
