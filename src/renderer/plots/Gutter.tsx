import { usePlot } from './plot-context.ts'
import styles from './Plots.module.css'
import type { GutterWord } from '../../shared/plots/shapes.ts'
import { spread } from '../../shared/plots/spread.ts'

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
