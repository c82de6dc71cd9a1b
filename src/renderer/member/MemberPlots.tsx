import { useMemo } from 'react'
import type { CareEntry } from '../../shared/care/care-entry.ts'
import type { HoursOfMember } from '../../shared/ipc/hours-calls.ts'
import type { MemberSession } from '../../shared/ipc/member-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Measure } from '../../shared/measures/measure.ts'
import type { ScaleResult } from '../../shared/measures/scale-result.ts'
import { isUnderPart2 } from '../../shared/session/vocabulary.ts'
import { usePlace } from '../app/navigation.tsx'
import { Plots } from '../plots/Plots.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { sessionIdSchema } from '../../shared/ids.ts'
import { checkInModel } from '../../shared/member-review/check-in-plot.ts'
import { exemptPeriods } from '../../shared/member-review/exemptions.ts'
import { hoursModel, reasonsOf } from '../../shared/member-review/hours-plot.ts'
import type { MemberWindow } from '../../shared/member-review/member-window.ts'
import { axisWeeks } from '../../shared/plots/axis.ts'
import { placeSessions } from '../../shared/member-review/place-sessions.ts'
import { CheckInRow, HoursRow, ScaleRow } from './PlotRows.tsx'
import { PrintedTables } from './PrintedTables.tsx'
import { scaleModels } from '../../shared/member-review/scale-plot.ts'
import { TurnsRow } from './TurnsRow.tsx'
import { turnsModel, watchedGroups } from '../../shared/member-review/turns-plot.ts'

interface MemberPlotsProps {
  readonly roster: Roster
  readonly window: MemberWindow
  readonly sessions: readonly MemberSession[]
  readonly measures: readonly Measure[]
  /** Null for whoever is no patient. */
  readonly hours: HoursOfMember | null
  readonly care: readonly CareEntry[]
  readonly scales: readonly ScaleResult[]
  /** There is nothing to draw yet. */
  readonly isEmpty: boolean
}

/** What changed over the weeks, one plot a question, all on one axis. */
export function MemberPlots(props: MemberPlotsProps) {
  const { roster, window, sessions, isEmpty } = props
  const { go } = usePlace()
  const models = useModels(props)
  const openSession = (key: string) => {
    const sessionId = sessionIdSchema.safeParse(key)
    if (sessionId.success) go({ name: 'session', sessionId: sessionId.data })
  }
  if (isEmpty) {
    return (
      <EmptyState title="No sessions yet">
        {props.hours === null
          ? 'Check-in numbers and turns appear here after the first session.'
          : 'Hours, check-in numbers and turns appear here after the first session, and questionnaires as soon as one is entered.'}
      </EmptyState>
    )
  }
  const { hours, checkIns, watched, scales } = models
  return (
    <>
      <Plots axisName="Week of" weeks={models.weeks}>
        {hours === null ? null : <HoursRow {...hours} />}
        {checkIns.map(({ measure, model }) => (
          <CheckInRow key={measure.id} name={measure.name} model={model} onChoose={openSession} />
        ))}
        {watched.length === 0 ? null : (
          <TurnsRow {...{ roster, sessions, watched, window }} onChoose={openSession} />
        )}
        {scales.map((model) => (
          <ScaleRow key={model.key} model={model} />
        ))}
      </Plots>
      <PrintedTables
        isUnderPart2={isPart2(roster, sessions)}
        tables={[
          ...(hours === null ? [] : [{ name: 'Hours attended', table: hours.model.table }]),
          ...checkIns.map(({ measure, model }) => ({ name: measure.name, table: model.table })),
          ...watched.map((one) => ({
            name: `Turns in ${roster.groups.find(({ id }) => id === one.groupId)?.name ?? 'a former group'}`,
            table: () => turnsModel(sessions, one, window).table(),
          })),
          ...scales.map(({ name, table }) => ({ name, table })),
        ]}
      />
    </>
  )
}

// A group that is no longer on file may have been.
function isPart2({ groups }: Roster, sessions: readonly MemberSession[]): boolean {
  const groupIds = new Set(sessions.map(({ groupId }) => groupId))
  const known = groups.filter(({ id }) => groupIds.has(id))
  return known.length < groupIds.size || known.some(({ part2 }) => isUnderPart2(part2))
}

function useModels({ window, sessions, measures, hours, care, scales }: MemberPlotsProps) {
  return useMemo(() => {
    const placed = placeSessions(sessions, window)
    const reasons = reasonsOf(sessions, exemptPeriods(care), window)
    return {
      weeks: axisWeeks(window),
      hours:
        hours === null
          ? null
          : { model: hoursModel(hours, window, reasons), countsBreaks: hours.countsBreaks },
      checkIns: measures.flatMap((measure) => {
        const model = checkInModel(measure, placed, window.zone)
        return model === null ? [] : [{ measure, model }]
      }),
      watched: watchedGroups(sessions, window),
      scales: scaleModels(scales, window),
    }
  }, [sessions, window, care, hours, measures, scales])
}
