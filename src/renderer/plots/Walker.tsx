import { useState, type PointerEvent, type ReactNode } from 'react'
import { usePlot, type PlotScales } from './plot-context.ts'
import styles from './Plots.module.css'
import { nearest, spokenValue, type PlotValue } from '../../shared/plots/values.ts'

interface WalkerProps {
  readonly label: string
  readonly values: readonly PlotValue[]
  readonly onChoose: ((key: string) => void) | undefined
  readonly chooseWords: string | undefined
  readonly children: ReactNode
}

/**
 * Walks through the values of a plot: one stop of the Tab key, then the arrow keys, and each value is spoken. It is a
 * slider over the values, which is what says a new value without a live region.
 */
export function Walker({ label, values, onChoose, chooseWords, children }: WalkerProps) {
  const plot = usePlot()
  const [reachedKey, setReachedKey] = useState<string | null>(null)
  const [isPointed, setIsPointed] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  const found = values.findIndex(({ key }) => key === reachedKey)
  const index = found < 0 ? values.length - 1 : found
  const value = values[index]
  if (value === undefined) return <div className={styles['walker']}>{children}</div>
  const reach = (next: number) => setReachedKey(values[next]?.key ?? null)
  return (
    <div className={styles['walker']} data-chooses={onChoose !== undefined || undefined}>
      {children}
      <input
        type="range"
        className={styles['slider']}
        aria-label={label}
        aria-roledescription="plot"
        aria-valuetext={spokenValue(value)}
        min={0}
        max={values.length - 1}
        value={index}
        onChange={(event) => reach(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onChoose?.(value.key)
        }}
        onFocus={() => setIsFocused(true)}
        onBlur={() => setIsFocused(false)}
        // Values stand where they belong on the axis and not in even steps, so the slider's own dragging is put aside.
        onPointerDown={(event) => event.preventDefault()}
        onPointerMove={(event) => {
          setIsPointed(true)
          reach(nearest(values, weekUnder(event, plot)))
        }}
        onPointerLeave={() => setIsPointed(false)}
        onClick={() => onChoose?.(value.key)}
      />
      {isPointed || isFocused ? <Reading value={value} plot={plot} hint={chooseWords} /> : null}
    </div>
  )
}

// In shares of its own width: what is printed or zoomed is not as wide as it was measured.
function weekUnder(event: PointerEvent<HTMLElement>, { width, weekWidth }: PlotScales): number {
  const box = event.currentTarget.getBoundingClientRect()
  return (((event.clientX - box.left) / box.width) * width) / weekWidth
}

interface ReadingProps {
  readonly value: PlotValue
  readonly plot: PlotScales
  readonly hint: string | undefined
}

/** The value that was reached, as a card over the plot; the slider speaks it. */
function Reading({ value, plot, hint }: ReadingProps) {
  const x = plot.x(value.at)
  return (
    <>
      <svg aria-hidden className={styles['reach']} viewBox={`0 0 ${plot.width} ${plot.height}`}>
        <line x1={x} x2={x} y1={0} y2={plot.height} />
      </svg>
      <div aria-hidden className={styles['card']} style={{ left: `${cardLeft(x, plot)}%` }}>
        <span className={styles['cardWhen']}>{value.when}</span>
        <span className={styles['cardWords']}>{value.words}</span>
        {hint === undefined ? null : <span className={styles['cardHint']}>Enter {hint}</span>}
      </div>
    </>
  )
}

// Over its value, and not over the edge. In shares of the plot, as it may be wider than it was measured.
function cardLeft(x: number, { width, scale }: PlotScales): number {
  const half = (cardWidth * scale) / 2
  return width <= half * 2 ? 50 : (Math.max(half, Math.min(width - half, x)) / width) * 100
}

/** As in the style sheet. */
const cardWidth = 192
