import { askedIn, type LastNumber, type Measure } from '../../shared/measures/measure.ts'
import { momentNow, numberGiven } from '../../shared/measures/check-in.ts'
import type { Moment } from '../../shared/session/vocabulary.ts'
import { useRead } from '../app/api.ts'
import { cellAt, type CheckInCell, type CheckInGrid, type CheckInPlace } from './check-in-plan.ts'
import { useLive, type Live } from './live-context.ts'
import type { Seated } from './seated.ts'

export interface CheckInDesk {
  readonly measures: readonly Measure[]
  readonly people: readonly Seated[]
  readonly last: readonly LastNumber[]
  readonly moment: Moment
  readonly grid: CheckInGrid
  readonly cell: CheckInCell
}

/** What the strip needs: null while it is read; `nothing-asked` and `nobody-here` when there is nothing to enter. */
export function useCheckIn(place: CheckInPlace): CheckInDesk | 'nothing-asked' | 'nobody-here' | null {
  const live = useLive()
  const { sessionId, state } = live
  const measuresRead = useRead('measures.read', {})
  const lastRead = useRead('measures.last', { sessionId })
  if (measuresRead.status !== 'ready') return null
  const measures = askedIn(measuresRead.value, state.groupId)
  if (measures.length === 0) return 'nothing-asked'
  const people = askedPeople(live)
  const moment = place.moment ?? momentNow(state)
  const grid: CheckInGrid = {
    personIds: people.map(({ personId }) => personId),
    measureIds: measures.map(({ id }) => id),
    isFilled: ({ personId, measureId }) =>
      numberGiven(state.checkIns, personId, measureId, moment) !== undefined,
  }
  const cell = cellAt(grid, place)
  if (cell === null) return 'nobody-here'
  // A number can be entered before the earlier ones are there to stand beside it.
  return { measures, people, last: lastRead.status === 'ready' ? lastRead.value : [], moment, grid, cell }
}

// Numbers are a member's own: family, partners and guests are no patients. After the close whoever came can be asked.
function askedPeople({ state, seated }: Pick<Live, 'state' | 'seated'>): Seated[] {
  return seated.filter(
    ({ progress }) =>
      progress.role === 'member' &&
      (state.stage === 'ended'
        ? progress.changes.some(({ presence }) => presence === 'present')
        : progress.presence === 'present' || progress.presence === 'out'),
  )
}
