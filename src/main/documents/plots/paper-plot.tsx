import type { ReactNode } from 'react'
import { labelledWeeks, type AxisWeek } from '../../../shared/plots/axis.ts'
import type { GutterWord } from '../../../shared/plots/shapes.ts'
import { spread } from '../../../shared/plots/spread.ts'
import { spokenValue, type PlotValue } from '../../../shared/plots/values.ts'
import { paperScales, type PaperScales } from './paper-scales.ts'

interface PaperPlotProps {
  readonly title: string
  /** What the plot says in words, under its title. */
  readonly note?: ReactNode
  readonly weeks: readonly AxisWeek[]
  readonly domain: readonly [number, number]
  readonly height: number
  readonly headroom?: number
  /** Ascending on the axis. */
  readonly values: readonly PlotValue[]
  readonly gutter?: readonly GutterWord[]
  /** Values named at the left of the plot. */
  readonly marks?: readonly number[]
  readonly draw: (scales: PaperScales) => ReactNode
}

const noWords: readonly GutterWord[] = []
const noMarks: readonly number[] = []

/**
 * One plot with its name and its words beside it, as a drawing of black lines on white that needs no colour. All drawing is
 * by attributes and by classes: the CSP refuses inline styles.
 */
export function PaperPlot({
  title,
  note,
  weeks,
  gutter = noWords,
  marks = noMarks,
  draw,
  values,
  ...sizes
}: PaperPlotProps) {
  const { headroom = 0 } = sizes
  const scales = paperScales({ ...sizes, headroom, weekCount: weeks.length })
  const { width, height, y } = scales
  return (
    <section className="plot">
      <div className="name">
        <h2>
          <bdi>{title}</bdi>
        </h2>
        {note !== undefined && <p className="remark">{note}</p>}
      </div>
      <svg width={width} height={height + axisHeight} role="img" aria-label={describe(values)}>
        <CurrentWeek weeks={weeks} scales={scales} />
        {draw(scales)}
        <line x1={0} x2={width} y1={height} y2={height} stroke="#111" />
        {marks.map((mark) => (
          <text key={mark} x={-5} y={y(mark) + 3} textAnchor="end">
            {mark}
          </text>
        ))}
        <WeekLabels weeks={weeks} scales={scales} />
      </svg>
      <Gutter words={gutter} scales={scales} />
    </section>
  )
}

const axisHeight = 16

/** The numbers stand in a table of their own; what is heard of a drawing is where it begins and where it ends. */
function describe(values: readonly PlotValue[]): string {
  const [first, last] = [values[0], values.at(-1)]
  if (first === undefined || last === undefined) return 'Nothing in these weeks'
  if (first === last) return spokenValue(first)
  return `${values.length} values. ${spokenValue(first)}. ${spokenValue(last)}.`
}

interface DrawnOnWeeks {
  readonly weeks: readonly AxisWeek[]
  readonly scales: PaperScales
}

function CurrentWeek({ weeks, scales: { x, weekWidth, height } }: DrawnOnWeeks) {
  const index = weeks.findIndex(({ isNow }) => isNow)
  if (index < 0 || weekWidth < narrowestColumn) return null
  return <rect x={x(index)} y={0} width={weekWidth} height={height} fill="#f1f1f1" />
}

/** A narrower one would be taken for a line. */
const narrowestColumn = 6
const letterWidth = 5
/** Between two labels: days of a month are told apart with less than months and years, which hold a blank themselves. */
const shortGap = 3
const longGap = 12
const shortUntil = 6
const labelHeight = 12

function WeekLabels({ weeks, scales: { x, width, height } }: DrawnOnWeeks) {
  const letters = Math.max(0, ...weeks.map(({ label }) => label.length))
  return labelledWeeks(weeks, width, letters * letterWidth + (letters > shortUntil ? longGap : shortGap)).map(
    ({ week, at }) => (
      <text
        key={week.key}
        x={x(at)}
        y={height + labelHeight}
        textAnchor="middle"
        className={week.isNow ? 'strong' : undefined}
      >
        {week.label}
      </text>
    ),
  )
}

const lineHeight = 13

/** Words in place of a legend: each stands where its value is, and none on another. */
function Gutter({
  words,
  scales: { y, height },
}: {
  readonly words: readonly GutterWord[]
  readonly scales: PaperScales
}) {
  const middles = spread(
    words.map(({ at }) => ({ y: y(at), height: lineHeight })),
    height,
  )
  return (
    <svg width={gutterWidth} height={height} role="presentation">
      {words.map(({ key, words: text, tone = 'soft' }, index) => (
        <text
          key={key}
          x={0}
          y={(middles[index] ?? 0) + 3.5}
          className={tone === 'soft' ? undefined : 'strong'}
        >
          {text}
        </text>
      ))}
    </svg>
  )
}

const gutterWidth = 112
