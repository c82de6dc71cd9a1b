import { useMemo } from 'react'
import type { CareRules } from '../../shared/care/care-rules.ts'
import type { GroupReview } from '../../shared/ipc/group-review-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import { Bars } from '../plots/Bars.tsx'
import { Cutoffs } from '../plots/Cutoffs.tsx'
import { Line } from '../plots/Line.tsx'
import { PlotRow } from '../plots/PlotRow.tsx'
import { Plots } from '../plots/Plots.tsx'
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
} from '../../shared/group-review/group-plots.ts'
import { ListedColumns } from './ListedColumns.tsx'
import { isInQuarters, stretchesOf, type Share, type Stretch } from '../../shared/group-review/stretches.ts'
import styles from './WeekPlots.module.css'

interface WeekPlotsProps {
  readonly weeks: GroupReview['weeks']
  readonly group: Group
  readonly rules: CareRules
}

/** Attendance and its cohesion, week by week; quarter by quarter where the weeks are too many. */
export function WeekPlots({ weeks, group, rules }: WeekPlotsProps) {
  const drawn: Drawn = useMemo(
    () => ({ stretches: stretchesOf(weeks), isInQuarters: isInQuarters(weeks) }),
    [weeks],
  )
  const axis = useMemo(() => axisOf(drawn.stretches, drawn.isInQuarters), [drawn])
  return (
    <Plots axisName={drawn.isInQuarters ? 'Quarters of' : 'Week of'} weeks={axis}>
      <AttendanceRow drawn={drawn} group={group} rules={rules} />
      <ShareRow title="Came to all" of="of those on the list" drawn={drawn} pick={toAll} />
      <ShareRow title="Came again" of="of those who came the week before" drawn={drawn} pick={again} />
    </Plots>
  )
}

interface Drawn {
  readonly stretches: readonly Stretch[]
  readonly isInQuarters: boolean
}

const toAll = ({ cameToAll }: Stretch) => cameToAll
const again = ({ cameAgain }: Stretch) => cameAgain

interface AttendanceRowProps extends Omit<WeekPlotsProps, 'weeks'> {
  readonly drawn: Drawn
}

function AttendanceRow({ drawn, group, rules }: AttendanceRowProps) {
  const { stretches } = drawn
  const most = Math.max(group.capacity, ...stretches.map(({ listed }) => listed))
  return (
    <PlotRow
      title="Attendance"
      note={
        <span className={styles['note']}>
          {drawn.isInQuarters ? 'members who came in a week, on average' : 'members who came'}; in outline,
          who was on the list
        </span>
      }
      domain={[0, most]}
      height={112}
      headroom={18}
      values={valuesOf(stretches, drawn.isInQuarters, cameWords)}
      gutter={attendanceWords(stretches, group.capacity, rules.fewestMembers)}
      table={() => stretchTable(stretches, drawn.isInQuarters)}
    >
      <Cutoffs at={[group.capacity]} look="firm" />
      <Cutoffs at={[rules.fewestMembers]} />
      <ListedColumns stretches={stretches} />
      <Bars bars={barsOf(stretches)} />
    </PlotRow>
  )
}

interface ShareRowProps {
  readonly title: string
  /** Of whom it is a share. */
  readonly of: string
  readonly drawn: Drawn
  readonly pick: (stretch: Stretch) => Share | null
}

function ShareRow({ title, of, drawn: { stretches, isInQuarters: inQuarters }, pick }: ShareRowProps) {
  const overall = overallWords(stretches, pick)
  return (
    <PlotRow
      title={title}
      note={<span className={styles['note']}>{overall === null ? of : `${overall} ${of}`}</span>}
      domain={[0, 100]}
      height={84}
      headroom={10}
      values={valuesOf(stretches, inQuarters, (stretch) => shareWords(pick(stretch)))}
      gutter={lastWords(stretches, pick)}
      marks={percentMarks}
      table={() => stretchTable(stretches, inQuarters)}
    >
      <Cutoffs at={percentMarks} />
      <Line points={pointsOf(stretches, pick)} />
    </PlotRow>
  )
}

const percentMarks = [50, 100]
