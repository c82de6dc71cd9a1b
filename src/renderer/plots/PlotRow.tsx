import { Table2 } from 'lucide-react'
import { scaleLinear } from 'd3-scale'
import { useId, useMemo, useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { GutterWord } from '../../shared/plots/shapes.ts'
import { Gutter } from './Gutter.tsx'
import { PlotContext, usePlotAxis, type PlotScales } from './plot-context.ts'
import styles from './Plots.module.css'
import type { PlotValue, ValuesTableModel } from '../../shared/plots/values.ts'
import { ValuesTable } from './ValuesTable.tsx'
import { weekScale } from './week-scale.ts'
import { Walker } from './Walker.tsx'

interface PlotRowProps {
  readonly title: string
  /** What the plot says in words, under its title. */
  readonly note?: ReactNode
  /** Lowest and highest value drawn. */
  readonly domain: readonly [number, number]
  /** Pixels, and how many of them at the top are for words above the highest value. */
  readonly height: number
  readonly headroom?: number
  /** Ascending on the axis. */
  readonly values: readonly PlotValue[]
  readonly gutter?: readonly GutterWord[]
  /** Values named at the left of the plot. */
  readonly marks?: readonly number[]
  /** Called when it is asked for: its rows are many. */
  readonly table: () => ValuesTableModel
  /** Opens what a value stands for, on Enter and on a click. */
  readonly onChoose?: (key: string) => void
  /** What Enter does: `opens the session`. */
  readonly chooseWords?: string
  /** Shapes that draw themselves with `usePlot`. */
  readonly children: ReactNode
}

const noWords: readonly GutterWord[] = []
const noMarks: readonly number[] = []

/** One plot with its name, its words in the gutter, and its numbers as a table. */
export function PlotRow(props: PlotRowProps) {
  const { title, note, values, gutter = noWords, marks = noMarks, table, children } = props
  const id = useId()
  const plot = useScales(props)
  const [showsTable, setShowsTable] = useState(false)
  return (
    <section className={styles['row']} aria-labelledby={id}>
      <div className={styles['title']}>
        <h2 id={id}>
          <bdi>{title}</bdi>
          <Button
            look="plain"
            size="small"
            icon={Table2}
            className={styles['asTable'] ?? ''}
            aria-label={`${title} as a table`}
            onPress={() => setShowsTable(true)}
          />
        </h2>
        {note === undefined ? null : <div className={styles['note']}>{note}</div>}
      </div>
      <PlotContext value={plot}>
        <Walker label={title} values={values} onChoose={props.onChoose} chooseWords={props.chooseWords}>
          <Drawing>
            {marks.map((mark) => (
              <text key={mark} x={-8 * plot.scale} y={plot.y(mark)} className={styles['mark']}>
                {mark}
              </text>
            ))}
            {children}
          </Drawing>
        </Walker>
        <Gutter words={gutter} />
      </PlotContext>
      {showsTable ? (
        <Dialog title={title} width="wide" isOpen onClose={() => setShowsTable(false)}>
          <ValuesTable label={title} table={table()} />
        </Dialog>
      ) : null}
    </section>
  )
}

function Drawing({ children }: { readonly children: ReactNode }) {
  return (
    <PlotContext.Consumer>
      {({ width, height }) => (
        <svg aria-hidden className={styles['drawing']} viewBox={`0 0 ${width} ${height}`}>
          <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} className={styles['base']} />
          {children}
        </svg>
      )}
    </PlotContext.Consumer>
  )
}

function useScales({ domain, height, headroom = 0 }: PlotRowProps): PlotScales {
  const { weeks, width, scale } = usePlotAxis()
  const [lowest, highest] = domain
  return useMemo(() => {
    const full = Math.round(height * scale)
    const y = scaleLinear()
      .domain([lowest, highest])
      .range([full - 0.5, headroom * scale])
    return {
      x: weekScale(weeks.length, width),
      y: (value) => y(value),
      width,
      height: full,
      weekWidth: width / Math.max(1, weeks.length),
      scale,
    }
  }, [weeks, width, scale, lowest, highest, height, headroom])
}
