import { memo } from 'react'
import type { MeasureId } from '../../shared/ids.ts'
import type { HeldPhase, PlannedPhase } from '../../shared/session/score.ts'
import { Fermata } from './MarkGlyph.tsx'
import { differenceWords } from './phase-difference.ts'
import { clusterBy, share, type ScoreLayout } from './score-layout.ts'
import { bendPath } from './score-paths.ts'
import bands from './PhaseBands.module.css'
import plot from './ScorePlot.module.css'
import { heldSilences } from './silences.ts'
import type { SessionView } from './session-view.ts'

interface PhaseBandsProps {
  readonly view: SessionView
  readonly layout: ScoreLayout
  readonly measureId: MeasureId | null
}

/** Planned above, as it went below, and the bar lines that bend from the one to the other. */
export const PhaseBands = memo(function PhaseBands({ view, layout, measureId }: PhaseBandsProps) {
  const { score } = view
  return (
    <div className={bands['head']}>
      <span className={bands['label']} data-row="planned">
        planned, min
      </span>
      <span className={bands['label']} data-row="held">
        as it went
      </span>
      {measureId === null ? null : <span className={bands['endLabel']}>end</span>}
      <div className={plot['time']}>
        <Bends view={view} layout={layout} />
        {score.planned.map((planned) => (
          <PlannedMinutes key={planned.phaseId} view={view} planned={planned} layout={layout} />
        ))}
        {score.held.map((held, index) => (
          <HeldName key={held.startMs} view={view} held={held} index={index} layout={layout} />
        ))}
        {clusterBy(heldSilences(score), () => '', 24 * layout.msPerPx).map(({ atMs }) => (
          <i key={atMs} className={bands['fermata']} style={{ insetInlineStart: share(atMs, layout) }}>
            <Fermata />
          </i>
        ))}
      </div>
    </div>
  )
})

const rows = [0, 18, 34, 96] as const

function Bends({ view, layout }: { readonly view: SessionView; readonly layout: ScoreLayout }) {
  const { planned, held, lengthMs } = view.score
  const plannedEndMs = planned.at(-1)?.endMs ?? 0
  const bends = planned.flatMap(({ startMs, heldFromMs }) =>
    startMs > layout.spanMs ? [] : [{ startMs, heldFromMs }],
  )
  const entered = new Set(bends.map(({ heldFromMs }) => heldFromMs))
  const unplanned = held.filter(({ startMs }) => !entered.has(startMs))
  return (
    <svg className={plot['drawn']} viewBox={`0 0 ${layout.spanMs} 96`} preserveAspectRatio="none">
      {bends.map(({ startMs, heldFromMs }) => (
        <path
          key={startMs}
          className={bands['bend']}
          d={heldFromMs === null ? `M${startMs} 0V22` : bendPath(startMs, heldFromMs, rows)}
          data-left={heldFromMs === null || undefined}
        />
      ))}
      {unplanned.map(({ startMs }) => (
        <path key={startMs} className={bands['bend']} d={`M${startMs} 34V96`} />
      ))}
      {plannedEndMs > layout.spanMs ? null : (
        <path className={bands['bend']} d={bendPath(plannedEndMs, lengthMs, rows)} />
      )}
    </svg>
  )
}

interface PlannedMinutesProps {
  readonly view: SessionView
  readonly planned: PlannedPhase
  readonly layout: ScoreLayout
}

function PlannedMinutes({ view, planned, layout }: PlannedMinutesProps) {
  const { startMs, minutes, heldFromMs, phaseId } = planned
  const endMs = Math.min(planned.endMs, layout.spanMs)
  if ((endMs - startMs) / layout.msPerPx < 18) return null
  return (
    <span
      className={bands['planned']}
      style={{ insetInlineStart: share(startMs, layout), inlineSize: share(endMs - startMs, layout) }}
      title={view.phaseOf(phaseId)?.name}
      data-left={heldFromMs === null || undefined}
    >
      {minutes}
    </span>
  )
}

interface HeldNameProps {
  readonly view: SessionView
  readonly held: HeldPhase
  readonly index: number
  readonly layout: ScoreLayout
}

/** A phase's name as far as it fits. The first may reach out before the line, the last behind it. */
function HeldName({ view, held, index, layout }: HeldNameProps) {
  const phase = view.phaseOf(held.phaseId)
  const { startMs, endMs } = held
  const width = (endMs - startMs) / layout.msPerPx
  const isFirst = index === 0 && width < 64
  const isLast = index === view.score.held.length - 1
  if (phase === undefined || (width < 30 && !isFirst && !isLast)) return null
  // What a phase took in all is said once.
  const isAgain = view.score.held.findIndex(({ phaseId }) => phaseId === held.phaseId) < index
  const difference = isAgain ? null : differenceWords(phase)
  const style = isFirst
    ? {
        insetInlineEnd: `calc(100% - ${share(endMs, layout)} + 5px)`,
        maxInlineSize: width + layout.gutter - 72,
      }
    : {
        insetInlineStart: `calc(${share(startMs, layout)} + 5px)`,
        maxInlineSize: Math.max(0, width - 6) + (isLast ? layout.margin - 4 : 0),
      }
  return (
    <span
      className={bands['held']}
      style={style}
      title={phase.name}
      data-break={phase.kind === 'break' || undefined}
      data-narrow={width < 120 || undefined}
    >
      <bdi className={bands['phaseName']}>{phase.name}</bdi>
      {difference === null ? null : (
        <span className={bands['difference']} data-more={difference.isMore || undefined}>
          {difference.words}
        </span>
      )}
    </span>
  )
}
