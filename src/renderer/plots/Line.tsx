import { area, line } from 'd3-shape'
import { Ear, Flag } from 'lucide-react'
import type { BandPoint, LinePoint, PlotSign } from '../../shared/plots/shapes.ts'
import { usePlot } from './plot-context.ts'
import styles from './Shapes.module.css'

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

const signSize = 14
const icons = { ear: Ear, flag: Flag } as const

export function Signs({ signs }: { readonly signs: readonly PlotSign[] }) {
  const { x, y, scale, height } = usePlot()
  const size = signSize * scale
  return signs.map(({ key, at, value, sign, words = [], tone = 'soft' }) => {
    const Icon = icons[sign]
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
