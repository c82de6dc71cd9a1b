import { usePlot } from './plot-context.ts'
import styles from './Plots.module.css'
import { spread } from './spread.ts'

/** A word beside a plot, at the height of the value that it speaks of. */
export interface GutterWord {
  readonly key: string
  readonly at: number
  readonly words: string
  /** `strong` for what is now, `amber` for what is to be looked at, `risk` for risk alone. */
  readonly tone?: 'soft' | 'strong' | 'amber' | 'risk'
}

const lineHeight = 17

/** Words in place of a legend: each stands where its value is, and none on another. */
export function Gutter({ words }: { readonly words: readonly GutterWord[] }) {
  const { y, height, scale } = usePlot()
  const line = lineHeight * scale
  const middles = spread(
    words.map(({ at }) => ({ y: y(at), height: line })),
    height,
  )
  return (
    <div className={styles['gutter']}>
      <svg viewBox={`0 0 ${gutterWidth * scale} ${height}`} preserveAspectRatio="xMinYMid meet">
        {words.map(({ key, words: text, tone = 'soft' }, index) => (
          <text key={key} x={0} y={middles[index]} className={styles[tone]}>
            {text}
          </text>
        ))}
      </svg>
    </div>
  )
}

// Less than the column is wide, so that words are as large as those beside them.
const gutterWidth = 60
