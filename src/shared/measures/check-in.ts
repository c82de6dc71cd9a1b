import type { MeasureId, PersonId } from '../ids.ts'
import type { CheckIn, PhaseProgress, SessionState } from '../session/state.ts'
import type { Moment } from '../session/vocabulary.ts'
import type { Better, LastNumber } from './measure.ts'

/**
 * At which end of the session a number given now belongs: *end* from the closing phase on, *start* before. The closing
 * phase is the last round, if another round went before it; otherwise the last phase, if it is not the first.
 */
export function momentNow(state: Pick<SessionState, 'stage' | 'phases' | 'currentPhaseId'>): Moment {
  if (state.stage === 'ended') return 'end'
  const phases = state.phases.filter(({ status }) => status !== 'skipped')
  const at = phases.findIndex(({ id }) => id === state.currentPhaseId)
  const closing = closingIndex(phases)
  return at >= 0 && closing > 0 && at >= closing ? 'end' : 'start'
}

function closingIndex(phases: readonly PhaseProgress[]): number {
  const rounds = phases.flatMap(({ kind }, index) => (kind === 'round' ? [index] : []))
  return rounds.length > 1 ? (rounds.at(-1) ?? 0) : phases.length - 1
}

/** The number that a person gave in this session; undefined while they gave none. */
export function numberGiven(
  checkIns: readonly CheckIn[],
  personId: PersonId,
  measureId: MeasureId,
  moment: Moment,
): number | undefined {
  return checkIns.find(
    (one) => one.personId === personId && one.measureId === measureId && one.moment === moment,
  )?.value
}

/**
 * The person's own earlier number that a new one stands beside: at the end today's start, otherwise the last that they
 * gave in an earlier session. Never anybody else's. Undefined when there is none.
 */
export function numberBefore(
  { checkIns }: Pick<SessionState, 'checkIns'>,
  last: readonly LastNumber[],
  cell: { readonly personId: PersonId; readonly measureId: MeasureId; readonly moment: Moment },
): number | undefined {
  const { personId, measureId, moment } = cell
  const atStart = moment === 'end' ? numberGiven(checkIns, personId, measureId, 'start') : undefined
  return atStart ?? last.find((one) => one.personId === personId && one.measureId === measureId)?.value
}

/** How a number moved against the one before. `isBetter` is null where the measure knows no better, or nothing moved. */
export interface Move {
  readonly direction: 'up' | 'down' | 'same'
  readonly isBetter: boolean | null
}

export function moveBetween(before: number, now: number, better: Better): Move {
  if (before === now) return { direction: 'same', isBetter: null }
  const direction = now > before ? 'up' : 'down'
  if (better === 'neither') return { direction, isBetter: null }
  return { direction, isBetter: (direction === 'up') === (better === 'higher') }
}
