import { area, line } from 'd3-shape'
import type { LucideIcon } from 'lucide-react'
import type { AtWeek } from './axis.ts'
import { usePlot } from './plot-context.ts'
import styles from './Shapes.module.css'

/** A point of a line. */
export interface LinePoint {
  readonly key: string
  readonly at: AtWeek
  /** Null where there is no value: the line breaks. */
  readonly value: number | null
  /** A number above the point, or below it where `isBelow`. */
  readonly label?: string
  readonly isBelow?: boolean
}

/** The range that somebody usually keeps to, at a point; null where it is unknown. */
export interface BandPoint {
  readonly at: AtWeek
  readonly range: { readonly from: number; readonly to: number } | null
}

interface LineProps {
  readonly points: readonly LinePoint[]
  readonly band?: readonly BandPoint[]
}

const largestDot = 3
/** Smaller ones would only fray the line. */
const smallestKnot = 1.5

const noBand: readonly BandPoint[] = []

/** A line through values, with a band behind it for what is usual. */
export function Line({ points, band = noBand }: LineProps) {
  const { x, y, width, height, scale } = usePlot()
  const radius = Math.max(0.9, Math.min(largestDot * scale, (width / Math.max(1, points.length)) * 0.35))
  const path = line<LinePoint>()
    .defined(({ value }) => value !== null)
    .x(({ at }) => x(at))
    .y(({ value }) => y(value ?? 0))(points)
  const shade = area<BandPoint>()
    .defined(({ range }) => range !== null)
    .x(({ at }) => x(at))
    .y0(({ range }) => Math.min(height - 1, y(range?.from ?? 0) + bandEdge * scale))
    .y1(({ range }) => y(range?.to ?? 0) - bandEdge * scale)(band)
  return (
    <>
      {shade === null ? null : <path d={shade} className={styles['band']} />}
      {path === null ? null : <path d={path} className={styles['line']} />}
      {points.map(({ key, at, value, label, isBelow = false }) =>
        value === null ? null : (
          <g key={key}>
            {radius < smallestKnot ? null : (
              <circle cx={x(at)} cy={y(value)} r={radius} className={styles['knot']} />
            )}
            {label === undefined ? null : (
              <text x={x(at)} y={y(value) + (isBelow ? 17 : -8) * scale} className={styles['label']}>
                {label}
              </text>
            )}
          </g>
        ),
      )}
    </>
  )
}

/** A range of one value only is still seen. */
const bandEdge = 3

/** A sign in place of a value, with a word or two under it. */
export interface PlotSign {
  readonly key: string
  readonly at: AtWeek
  readonly value: number
  readonly icon: LucideIcon
  readonly words?: readonly string[]
  readonly tone?: 'soft' | 'risk'
}

const signSize = 14

export function Signs({ signs }: { readonly signs: readonly PlotSign[] }) {
  const { x, y, scale, height } = usePlot()
  const size = signSize * scale
  return signs.map(({ key, at, value, icon: Icon, words = [], tone = 'soft' }) => {
    const top = Math.min(y(value) - size / 2, height - size - words.length * 13 * scale)
    return (
      <g key={key} className={styles[tone === 'risk' ? 'riskSign' : 'sign']}>
        <Icon x={x(at) - size / 2} y={top} width={size} height={size} strokeWidth={1.75} />
        {words.map((text, index) => (
          <text key={text} x={x(at)} y={top + size + (index + 1) * 12.5 * scale}>
            {text}
          </text>
        ))}
      </g>
    )
  })
}
