import type { ReactElement } from 'react'
import {
  attendanceWords,
  axisOf,
  barsOf,
  cameWords,
  lastWords,
  overallWords,
  pointsOf,
  shareWords,
  stretchTable,
  valuesOf,
} from '../../../shared/group-review/group-plots.ts'
import { phasesTable } from '../../../shared/group-review/phase-plot.ts'
import {
  isInQuarters,
  stretchesOf,
  type Share,
  type Stretch,
} from '../../../shared/group-review/stretches.ts'
import type { AxisWeek } from '../../../shared/plots/axis.ts'
import type { GroupOverTimeFacts } from '../../../shared/record/group-over-time.ts'
import { PaperPlot } from './paper-plot.tsx'
import { rounded, type PaperScales } from './paper-scales.ts'
import { PlotLabel } from './plot-label.tsx'
import { Bars, Curve, Cutoffs } from './paper-shapes.tsx'
import type { NamedTable } from './values-tables.tsx'

interface Drawn {
  readonly stretches: readonly Stretch[]
  readonly inQuarters: boolean
  readonly axis: readonly AxisWeek[]
}

/** Attendance and how it holds together, week by week; quarter by quarter where the weeks are too many. */
export function groupPlots(facts: GroupOverTimeFacts): ReactElement[] {
  const inQuarters = isInQuarters(facts.weeks)
  const stretches = stretchesOf(facts.weeks)
  const drawn = { stretches, inQuarters, axis: axisOf(stretches, inQuarters) }
  return [
    attendancePlot(facts, drawn),
    sharePlot('Came to all', 'of those on the list', drawn, ({ cameToAll }) => cameToAll),
    sharePlot('Came again', 'of those who came the week before', drawn, ({ cameAgain }) => cameAgain),
  ]
}

/** The numbers behind them and behind the minutes per phase. */
export function groupTables({ weeks, phases }: GroupOverTimeFacts): NamedTable[] {
  return [
    { name: 'Attendance', table: stretchTable(stretchesOf(weeks), isInQuarters(weeks)) },
    { name: 'Minutes per phase', table: phasesTable(phases) },
  ]
}

function attendancePlot({ capacity, rules }: GroupOverTimeFacts, { stretches, inQuarters, axis }: Drawn) {
  return (
    <PaperPlot
      key="attendance"
      title="Attendance"
      note={`${inQuarters ? 'members who came in a week, on average' : 'members who came'}; in outline, who was on the list`}
      weeks={axis}
      domain={[0, Math.max(capacity, ...stretches.map(({ listed }) => listed))]}
      height={92}
      headroom={16}
      values={valuesOf(stretches, inQuarters, cameWords)}
      gutter={attendanceWords(stretches, capacity, rules.fewestMembers)}
      draw={(scales) => (
        <>
          <Cutoffs scales={scales} at={[capacity]} isFirm />
          <Cutoffs scales={scales} at={[rules.fewestMembers]} />
          <Listed scales={scales} stretches={stretches} />
          <Bars scales={scales} bars={barsOf(stretches)} />
        </>
      )}
    />
  )
}

const percentMarks = [50, 100]

function sharePlot(
  title: string,
  of: string,
  { stretches, inQuarters, axis }: Drawn,
  pick: (stretch: Stretch) => Share | null,
) {
  const overall = overallWords(stretches, pick)
  return (
    <PaperPlot
      key={title}
      title={title}
      note={overall === null ? of : `${overall} ${of}`}
      weeks={axis}
      domain={[0, 100]}
      height={58}
      headroom={8}
      values={valuesOf(stretches, inQuarters, (stretch) => shareWords(pick(stretch)))}
      gutter={lastWords(stretches, pick)}
      marks={percentMarks}
      draw={(scales) => (
        <>
          <Cutoffs scales={scales} at={percentMarks} />
          <Curve scales={scales} points={pointsOf(stretches, pick)} />
        </>
      )}
    />
  )
}

const widestColumn = 18
/** With more columns than these, numbers over the columns would stand on each other. */
const labelledUntil = 16

/** Who was on the list, as an outline around the bar of those who came, with their number above it. */
function Listed({
  scales: { x, y, weekWidth },
  stretches,
}: {
  readonly scales: PaperScales
  readonly stretches: readonly Stretch[]
}) {
  const width = rounded(Math.max(1, Math.min(widestColumn, weekWidth * 0.8)))
  return stretches.map(({ startsOn, listed, came }, index) =>
    listed === 0 ? null : (
      <g key={startsOn}>
        <rect
          x={rounded(x(index + 0.5) - width / 2)}
          y={y(listed)}
          width={width}
          height={rounded(y(0) - y(listed))}
          fill="#fff"
          stroke="#777"
          strokeWidth={Math.min(1, width / 4)}
        />
        {stretches.length <= labelledUntil && (
          <PlotLabel x={x(index + 0.5)} y={y(listed) - 4} words={String(came)} />
        )}
      </g>
    ),
  )
}
