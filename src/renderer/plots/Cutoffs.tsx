import { usePlot } from './plot-context.ts'
import styles from './Shapes.module.css'

interface CutoffsProps {
  readonly at: readonly number[]
  /** `firm` for a line that is to be reached, `dotted` for what divides. */
  readonly look?: 'firm' | 'dotted'
}

/** Lines across a plot; what they mean stands in the gutter. */
export function Cutoffs({ at, look = 'dotted' }: CutoffsProps) {
  const { y, width } = usePlot()
  return at.map((value) => (
    <line key={value} x1={0} x2={width} y1={y(value)} y2={y(value)} className={styles[look]} />
  ))
}
