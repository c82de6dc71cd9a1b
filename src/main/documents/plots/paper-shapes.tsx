import { area, line } from 'd3-shape'
import type { Bar, BandPoint, LinePoint, Pair, PlotSign } from '../../../shared/plots/shapes.ts'
import { rounded, type PaperScales } from './paper-scales.ts'
import { PlotLabel } from './plot-label.tsx'

interface Drawn {
  readonly scales: PaperScales
}

/** Lines across a plot; what they mean stands beside it. `firm` for a line that is to be reached. */
export function Cutoffs({
  scales: { y, width },
  at,
  isFirm = false,
}: Drawn & { readonly at: readonly number[]; readonly isFirm?: boolean }) {
  return at.map((value) => (
    <line
      key={value}
      x1={0}
      x2={width}
      y1={y(value)}
      y2={y(value)}
      stroke={isFirm ? '#111' : '#999'}
      strokeDasharray={isFirm ? undefined : '1 3'}
    />
  ))
}

const widestBar = 12

/** One column a week: black, or in outline where it stays below a line; dashed for what is still expected. */
export function Bars({ scales, bars }: Drawn & { readonly bars: readonly Bar[] }) {
  const { x, y, weekWidth } = scales
  const width = rounded(Math.max(0.4, Math.min(widestBar, weekWidth * 0.6)))
  return bars.map(({ key, at, value, isLight = false, expected = value, label, caption }) => {
    const left = rounded(x(at) - width / 2)
    const labelY = y(Math.max(value, expected)) - 5
    return (
      <g key={key}>
        {expected > value && (
          <rect
            x={left}
            y={y(expected)}
            width={width}
            height={rounded(y(value) - y(expected))}
            fill="#fff"
            stroke="#111"
            strokeDasharray="2 2"
          />
        )}
        {value > 0 && (
          <rect
            x={left}
            y={y(value)}
            width={width}
            height={rounded(y(0) - y(value))}
            fill={isLight ? '#aaa' : '#111'}
          />
        )}
        {label !== undefined && <PlotLabel x={x(at)} y={labelY} words={label} />}
        {caption !== undefined && (
          <text x={x(at)} y={labelY - 11} textAnchor="middle">
            {caption}
          </text>
        )}
      </g>
    )
  })
}

/** A ring for the start, a dot for the end, and a stem between them. */
export function Pairs({ scales: { x, y, width }, pairs }: Drawn & { readonly pairs: readonly Pair[] }) {
  const radius = rounded(Math.max(0.6, Math.min(2.4, (width / Math.max(1, pairs.length)) * 0.32)))
  return pairs.map(({ key, at, start, end }) => (
    <g key={key}>
      {start !== null && end !== null && start !== end && (
        <line x1={x(at)} x2={x(at)} y1={y(start)} y2={y(end)} stroke="#777" />
      )}
      {start !== null && start !== end && (
        <circle cx={x(at)} cy={y(start)} r={radius} fill="#fff" stroke="#111" />
      )}
      {end !== null && <circle cx={x(at)} cy={y(end)} r={radius} fill="#111" />}
    </g>
  ))
}

interface CurveProps extends Drawn {
  readonly points: readonly LinePoint[]
  readonly band?: readonly BandPoint[]
}

const noBand: readonly BandPoint[] = []
/** A range of one value only is still seen. */
const bandEdge = 2.5
/** Smaller ones would only fray the line. */
const smallestKnot = 1.2

/** A line through values, with a grey band behind it for what is usual. */
export function Curve({ scales: { x, y, width, height }, points, band = noBand }: CurveProps) {
  const radius = rounded(Math.min(2.4, (width / Math.max(1, points.length)) * 0.35))
  const path = line<LinePoint>()
    .defined(({ value }) => value !== null)
    .x(({ at }) => x(at))
    .y(({ value }) => y(value ?? 0))(points)
  const shade = area<BandPoint>()
    .defined(({ range }) => range !== null)
    .x(({ at }) => x(at))
    .y0(({ range }) => Math.min(height, y(range?.from ?? 0) + bandEdge))
    .y1(({ range }) => y(range?.to ?? 0) - bandEdge)(band)
  return (
    <>
      {shade !== null && <path d={shade} fill="#e2e2e2" />}
      {path !== null && <path d={path} fill="none" stroke="#111" strokeWidth={1.2} strokeLinejoin="round" />}
      {points.map(({ key, at, value, label, isBelow = false }) =>
        value === null ? null : (
          <g key={key}>
            {radius >= smallestKnot && <circle cx={x(at)} cy={y(value)} r={radius} fill="#111" />}
            {label !== undefined && <PlotLabel x={x(at)} y={y(value) + (isBelow ? 13 : -6)} words={label} />}
          </g>
        ),
      )}
    </>
  )
}

/** A sign in place of a value, with a word or two under it: a flag for risk, an open ring for who listened by choice. */
export function Signs({ scales: { x, y }, signs }: Drawn & { readonly signs: readonly PlotSign[] }) {
  return signs.map(({ key, at, value, sign, words = [] }) => (
    <g key={key}>
      {sign === 'flag' ? (
        <path
          d={`M${x(at) - 3},${y(value) + 5}v-10l7,3l-7,3`}
          fill="#111"
          stroke="#111"
          strokeLinejoin="round"
        />
      ) : (
        <circle cx={x(at)} cy={y(value)} r={3} fill="#fff" stroke="#111" strokeDasharray="1.5 1.2" />
      )}
      {words.map((text, index) => (
        <text key={text} x={x(at)} y={y(value) + 15 + index * 11} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  ))
}
