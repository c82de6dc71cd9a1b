import { memo, useMemo } from 'react'
import { Interruptions } from './Interruptions.tsx'
import { LineSigns } from './LineSigns.tsx'
import { middleOf, share, type ScoreLayout } from './score-layout.ts'
import { barLinesPath, barsPath, dotsPath, slurPath, staffPath } from './score-paths.ts'
import plot from './ScorePlot.module.css'
import staves from './Staves.module.css'
import { marksInTime, type NamedLine, type SessionView } from './session-view.ts'

interface StavesProps {
  readonly view: SessionView
  readonly layout: ScoreLayout
}

/** Everything about members that stands still while one scrubs. */
export const Staves = memo(function Staves({ view, layout }: StavesProps) {
  const { members, score } = view
  const { pitch, spacing, spanMs } = layout
  const height = members.length * pitch
  const slurred = useMemo(() => new Set(score.slurs.map(({ mark }) => mark)), [score])
  return (
    <div className={plot['time']}>
      <Interruptions view={view} layout={layout} />
      <Bracket height={height} pitch={pitch} />
      <svg className={plot['drawn']} viewBox={`0 0 ${spanMs} ${height}`} preserveAspectRatio="none">
        <path
          className={staves['barLines']}
          d={barLinesPath(
            score.held.map(({ startMs }) => startMs),
            height,
          )}
        />
        {members.map((line, index) => (
          <path
            key={line.person.personId}
            className={staves['staff']}
            d={staffPath(line.presence, middleOf(index, pitch), spacing)}
          />
        ))}
        <Slurs view={view} layout={layout} />
        {members.map((line, index) => (
          <LineBars key={line.person.personId} view={view} line={line} index={index} layout={layout} />
        ))}
      </svg>
      <i className={staves['doubleBar']} style={{ insetInlineStart: share(score.lengthMs, layout) }} />
      {members.map((line, index) => (
        <LineSigns
          key={line.person.personId}
          marks={marksInTime(view, line).filter(({ seq }) => !slurred.has(seq))}
          line={line}
          index={index}
          layout={layout}
        />
      ))}
    </div>
  )
})

interface LineBarsProps extends StavesProps {
  readonly line: NamedLine
  readonly index: number
}

/** From here on a turn is so narrow that round ends would be all that is seen of it. */
const longMs = 200 * 60_000

/** When a member had the floor or was heard, and the points above it. */
function LineBars({ view, line, index, layout }: LineBarsProps) {
  const { pitch, spacing, msPerPx, spanMs } = layout
  const isLong = spanMs > longMs
  const y = middleOf(index, pitch)
  const above = 2 * spacing + (pitch < 26 ? 2.5 : 6)
  return (
    <g>
      <path className={staves['heard']} d={barsPath(line.heard, y, 0)} />
      <path
        className={staves['floor']}
        data-near={isLong || undefined}
        data-size={sizeOf(pitch)}
        d={barsPath(line.floor, y, msPerPx, isLong ? 3 * msPerPx : 0)}
      />
      <path
        className={staves['shared']}
        data-size={sizeOf(pitch)}
        d={dotsPath(sharedAt(view, line), y - above)}
      />
    </g>
  )
}

function sizeOf(pitch: number): 'small' | 'large' | undefined {
  if (pitch < 26) return 'small'
  return pitch >= 48 ? 'large' : undefined
}

function sharedAt(view: SessionView, line: NamedLine): number[] {
  return marksInTime(view, line).flatMap(({ mark, atMs }) => (mark === 'shared' ? [atMs] : []))
}

/** The heavy line that holds the members' lines together, with its two tips. */
function Bracket({ height, pitch }: { readonly height: number; readonly pitch: number }) {
  const [top, bottom] = [pitch / 2 - 12, height - pitch / 2 + 12]
  return (
    <svg className={staves['bracket']} width="12" height={height} viewBox={`0 0 12 ${height}`}>
      <path d={`M4 ${top}V${bottom}`} strokeWidth="3" />
      <path d={`M2.5 ${top + 1}C6 ${top} 9 ${top - 2} 11 ${top - 5}`} strokeWidth="1.5" />
      <path d={`M2.5 ${bottom - 1}C6 ${bottom} 9 ${bottom + 2} 11 ${bottom + 5}`} strokeWidth="1.5" />
    </svg>
  )
}

function Slurs({ view: { score, members }, layout }: StavesProps) {
  const indexOf = new Map(members.map(({ person }, index) => [person.personId, index]))
  return score.slurs.map(({ mark, giverId, receiverId, heardMs, givenMs }) => {
    const [from, to] = [indexOf.get(receiverId), indexOf.get(giverId)]
    if (from === undefined || to === undefined) return null
    const clear = (from < to ? 1 : -1) * Math.min(9, layout.pitch / 4)
    const [start, end] = [middleOf(from, layout.pitch) + clear, middleOf(to, layout.pitch) - clear]
    const bulgePx = 14 + Math.min(18, Math.abs(end - start) / 14)
    return (
      <path
        key={mark}
        className={staves['slur']}
        d={slurPath({ ms: heardMs, y: start }, { ms: givenMs, y: end }, bulgePx * layout.msPerPx)}
      />
    )
  })
}
