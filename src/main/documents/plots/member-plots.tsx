import type { ReactElement } from 'react'
import { checkInModel } from '../../../shared/member-review/check-in-plot.ts'
import { hoursModel, reasonsOf } from '../../../shared/member-review/hours-plot.ts'
import { placeSessions } from '../../../shared/member-review/place-sessions.ts'
import { scaleModels } from '../../../shared/member-review/scale-plot.ts'
import { turnsModel, watchedGroups } from '../../../shared/member-review/turns-plot.ts'
import type { AxisWeek } from '../../../shared/plots/axis.ts'
import type { MemberProgressFacts } from '../../../shared/record/member-progress.ts'
import { PaperPlot } from './paper-plot.tsx'
import { Bars, Curve, Cutoffs, Pairs, Signs } from './paper-shapes.tsx'
import type { NamedTable } from './values-tables.tsx'

type MemberModels = ReturnType<typeof memberModels>

/** The plots of a member's page. */
export function memberPlots(
  { hours, checkIns, turns, scales }: MemberModels,
  weeks: readonly AxisWeek[],
): ReactElement[] {
  return [
    ...(hours === null ? [] : [hoursPlot(hours, weeks)]),
    ...checkIns.map((one) => checkInPlot(one, weeks)),
    ...turns.map((one) => turnsPlot(one, weeks)),
    ...scales.map((model) => scalePlot(model, weeks)),
  ]
}

/** The numbers behind them, in the same order. */
export function memberTables({ hours, checkIns, turns, scales }: MemberModels): NamedTable[] {
  return [
    ...(hours === null ? [] : [{ name: 'Hours attended', table: hours.model.table() }]),
    ...checkIns.map(({ measure, model }) => ({ name: measure.name, table: model.table() })),
    ...turns.map(({ model, groupName }) => ({
      name: `${turnsTitle(model)} in ${groupName}`,
      table: model.table(),
    })),
    ...scales.map(({ name, table }) => ({ name, table: table() })),
  ]
}

/** What a member's page makes of the same facts. */
export function memberModels(facts: MemberProgressFacts) {
  const { sessions, window, hours, exemptions, measures, scales, groups } = facts
  const placed = placeSessions(sessions, window)
  return {
    hours:
      hours === null
        ? null
        : {
            model: hoursModel(hours, window, reasonsOf(sessions, exemptions, window)),
            countsBreaks: hours.countsBreaks,
          },
    checkIns: measures.flatMap((measure) => {
      const model = checkInModel(measure, placed, window.zone)
      return model === null ? [] : [{ measure, model }]
    }),
    turns: watchedGroups(sessions, window).map((watched) => ({
      model: turnsModel(sessions, watched, window),
      key: `${watched.groupId} ${watched.observation}`,
      groupName: groups.find(({ groupId }) => groupId === watched.groupId)?.name ?? 'a former group',
    })),
    scales: scaleModels(scales, window),
  }
}

function hoursPlot({ model, countsBreaks }: NonNullable<MemberModels['hours']>, weeks: readonly AxisWeek[]) {
  return (
    <PaperPlot
      key="hours"
      {...model}
      title="Hours attended"
      note={countsBreaks ? 'breaks counted' : 'breaks left out'}
      weeks={weeks}
      height={112}
      headroom={26}
      draw={(scales) => (
        <>
          <Cutoffs scales={scales} at={model.target === null ? [] : [model.target]} isFirm />
          <Bars scales={scales} bars={model.bars} />
        </>
      )}
    />
  )
}

const checkInMarks = [0, 10]
const checkInLines = [5, 10]

function checkInPlot({ measure, model }: MemberModels['checkIns'][number], weeks: readonly AxisWeek[]) {
  return (
    <PaperPlot
      key={measure.id}
      {...model}
      title={measure.name}
      weeks={weeks}
      height={70}
      headroom={6}
      marks={checkInMarks}
      draw={(scales) => (
        <>
          <Cutoffs scales={scales} at={checkInLines} />
          <Pairs scales={scales} pairs={model.pairs} />
        </>
      )}
    />
  )
}

function turnsPlot({ model, key, groupName }: MemberModels['turns'][number], weeks: readonly AxisWeek[]) {
  return (
    <PaperPlot
      key={key}
      {...model}
      title={turnsTitle(model)}
      note={
        <>
          in <bdi>{groupName}</bdi>, beside their own usual in grey
        </>
      }
      weeks={weeks}
      height={86}
      headroom={14}
      draw={(scales) => (
        <>
          <Curve scales={scales} points={model.points} band={model.band} />
          <Signs scales={scales} signs={model.ears} />
        </>
      )}
    />
  )
}

function turnsTitle({ observation }: MemberModels['turns'][number]['model']): string {
  return observation === 'floor' ? 'Turns taken' : 'Times heard'
}

function scalePlot({ key, ...model }: MemberModels['scales'][number], weeks: readonly AxisWeek[]) {
  return (
    <PaperPlot
      key={key}
      {...model}
      title={model.name}
      weeks={weeks}
      height={96}
      headroom={14}
      marks={model.cutOffs}
      draw={(scales) => (
        <>
          <Cutoffs scales={scales} at={model.cutOffs} />
          <Curve scales={scales} points={model.points} />
          <Signs scales={scales} signs={model.flags} />
        </>
      )}
    />
  )
}
