import type { Bar } from '../../shared/plots/shapes.ts'
import { usePlot } from './plot-context.ts'
import styles from './Shapes.module.css'

const widestBar = 12

/** One bar a week. */
export function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  const { weekWidth, scale } = usePlot()
  const width = Math.max(0.6, Math.min(widestBar * scale, weekWidth * 0.6))
  return bars.map((bar) => <OneBar key={bar.key} bar={bar} width={width} />)
}

function OneBar({ bar, width }: { readonly bar: Bar; readonly width: number }) {
  const { x, y, scale } = usePlot()
  const left = x(bar.at) - width / 2
  const top = y(bar.value)
  const expectedTop = y(Math.max(bar.value, bar.expected ?? 0))
  const radius = Math.min(2.5, width / 4)
  const labelY = expectedTop - 7 * scale
  return (
    <g>
      {expectedTop < top ? (
        <path d={column(left, expectedTop, top, width, radius)} className={styles['expected']} />
      ) : null}
      {bar.value > 0 ? (
        <path
          d={column(left, top, y(0), width, expectedTop < top ? 0 : radius)}
          className={styles[bar.isLight === true ? 'lightBar' : 'bar']}
        />
      ) : null}
      {bar.label === undefined ? null : (
        <text x={x(bar.at)} y={labelY} className={styles['label']}>
          {bar.label}
        </text>
      )}
      {bar.caption === undefined ? null : (
        <text x={x(bar.at)} y={labelY - 14 * scale} className={styles['caption']}>
          {bar.caption}
        </text>
      )}
    </g>
  )
}

/** A column with its upper corners rounded. */
function column(left: number, top: number, bottom: number, width: number, radius: number): string {
  const round = Math.min(radius, bottom - top)
  return `M${left},${bottom}V${top + round}q0,${-round} ${round},${-round}h${width - 2 * round}q${round},0 ${round},${round}V${bottom}Z`
}
