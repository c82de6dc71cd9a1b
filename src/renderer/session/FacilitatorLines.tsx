import { memo } from 'react'
import { Interruptions } from './Interruptions.tsx'
import { middleOf, share, type ScoreLayout } from './score-layout.ts'
import { barLinesPath, barsPath } from './score-paths.ts'
import plot from './ScorePlot.module.css'
import staves from './Staves.module.css'
import type { SessionView } from './session-view.ts'

interface FacilitatorLinesProps {
  readonly view: SessionView
  readonly layout: ScoreLayout
}

const pitch = 26

/** The facilitators in a small system of their own, a single line each. */
export const FacilitatorLines = memo(function FacilitatorLines({ view, layout }: FacilitatorLinesProps) {
  const { facilitators, score } = view
  if (facilitators.length === 0) return null
  const height = facilitators.length * pitch
  return (
    <div className={plot['facilitators']} style={{ height }}>
      {facilitators.map(({ person: { personId }, seated }, index) => (
        <div
          key={personId}
          className={plot['row']}
          style={{ insetBlockStart: index * pitch, blockSize: pitch }}
        >
          <bdi className={plot['below']} title={seated.name}>
            {seated.name}
          </bdi>
        </div>
      ))}
      <div className={plot['time']}>
        <Interruptions view={view} layout={layout} />
        {facilitators.length > 1 ? <Brace height={height} /> : null}
        <svg className={plot['drawn']} viewBox={`0 0 ${layout.spanMs} ${height}`} preserveAspectRatio="none">
          <path
            className={staves['barLines']}
            d={barLinesPath(
              score.held.map(({ startMs }) => startMs),
              height,
            )}
          />
          {facilitators.map(({ person: { personId }, presence, floor, heard }, index) => (
            <g key={personId}>
              <path className={staves['staff']} d={barsPath(presence, middleOf(index, pitch), 0)} />
              <path className={staves['heard']} data-below d={barsPath(heard, middleOf(index, pitch), 0)} />
              <path
                className={staves['floor']}
                data-below
                d={barsPath(floor, middleOf(index, pitch), layout.msPerPx)}
              />
            </g>
          ))}
        </svg>
        <i className={staves['doubleBar']} style={{ insetInlineStart: share(score.lengthMs, layout) }} />
      </div>
    </div>
  )
})

function Brace({ height }: { readonly height: number }) {
  const half = height / 2
  return (
    <svg className={staves['brace']} width="10" height={height} viewBox={`0 0 10 ${height}`}>
      <path d={`M9 2C4 4 6 ${half - 4} 2 ${half}C6 ${half + 4} 4 ${height - 4} 9 ${height - 2}`} />
    </svg>
  )
}
