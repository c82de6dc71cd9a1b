interface PlotLabelProps {
  readonly x: number
  readonly y: number
  readonly words: string
}

const letterWidth = 5.8
const height = 9

/** A number on a plot, on white, so that no line runs through it. */
export function PlotLabel({ x, y, words }: PlotLabelProps) {
  const width = words.length * letterWidth
  return (
    <>
      <rect x={x - width / 2} y={y - height + 1} width={width} height={height} fill="#fff" />
      <text x={x} y={y} textAnchor="middle" className="strong">
        {words}
      </text>
    </>
  )
}
