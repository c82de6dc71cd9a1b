import { createContext, use, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { NoteId, PersonId, SessionId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { advance } from '../../shared/session/advance.ts'
import type { SeatPlace } from '../../shared/roster/circle-order.ts'
import { currentPhase } from '../../shared/session/decision.ts'
import { elapsedBetween, type Stamp } from '../../shared/session/stamp.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { onTick, readNow } from '../app/core-clock.ts'
import type { Act } from './act-queue.ts'
import type { PickedSeats } from './picked-seats.ts'
import type { Seated } from './seated.ts'

/** What every part of Live shows: the session as acknowledged, and who is in it as they may be named now. */
export interface Live {
  readonly sessionId: SessionId
  /** True at its last event; parts that show time take it from `useAdvanced`. */
  readonly state: SessionState
  readonly recordNotes: ReadonlyMap<NoteId, string>
  readonly roster: Roster | null
  readonly seated: readonly Seated[]
  /** Where the group sits, as far as seats were put somewhere. */
  readonly seatPlaces: readonly SeatPlace[]
  /** Everyone but the facilitators, clockwise as they sit now: the way a round goes. */
  readonly order: readonly PersonId[]
  readonly zone: string
  readonly showsSeconds: boolean
  readonly isConcealed: boolean
  readonly picked: PickedSeats
  readonly act: (act: Act) => void
  readonly tapSeat: (personId: PersonId) => void
  readonly openMenu: (personId: PersonId | null) => void
}

export const LiveContext = createContext<Live | null>(null)

export function useLive(): Live {
  const live = use(LiveContext)
  if (live === null) throw new Error('A part of Live stands outside of it')
  return live
}

/**
 * The session as it stands now, in steps of `everyMs` of the phase: the only source of any time on the screen. It is renewed when
 * what `shown` makes of it has become something else; without that, at every step.
 */
export function useAdvanced(
  everyMs: number,
  shown: (state: SessionState) => string | number = momentOf,
): SessionState {
  const { state, showsSeconds } = useLive()
  const [now, setNow] = useState(() => lastStep(state, everyMs))
  const looked = useRef(now)
  const current = advancedTo(state, now)
  const look = useEffectEvent(() => {
    const next = lastStep(state, everyMs)
    if (next === null || isSameMoment(next, looked.current)) return
    looked.current = next
    if (shown(advancedTo(state, next)) !== shown(current)) setNow(next)
  })
  // So much later than it was is a step seen at most.
  const lookMs = tickMs(showsSeconds) / 4
  useEffect(() => onTick(lookMs, () => look()), [lookMs])
  return current
}

function momentOf({ elapsedMs, stamp }: SessionState): string {
  return `${elapsedMs} ${stamp?.monoMs} ${stamp?.wallMs}`
}

function advancedTo(state: SessionState, now: Stamp | null): SessionState {
  if (now === null) return state
  // An event can be newer than the last tick; time on screen never goes back for it.
  const isOlder = state.stamp !== null && now.run === state.stamp.run && now.monoMs < state.stamp.monoMs
  return isOlder ? state : advance(state, now)
}

/**
 * The last moment at which the phase had lasted so many whole steps. All clocks on the screen go by it, the slow ones in
 * long steps, so that they move at once, and the screen is drawn once a second for all of them.
 */
function lastStep(state: SessionState, stepMs: number): Stamp | null {
  const now = readNow()
  if (now === null) return null
  const phase = currentPhase(state)
  const lastedMs =
    phase === undefined || state.stamp === null
      ? now.monoMs
      : phase.actualMs + elapsedBetween(state.stamp, now)
  const sinceMs = lastedMs % stepMs
  return { ...now, wallMs: now.wallMs - sinceMs, monoMs: now.monoMs - sinceMs }
}

function isSameMoment(one: Stamp, other: Stamp | null): boolean {
  return one.run === other?.run && one.monoMs === other.monoMs && one.wallMs === other.wallMs
}

/** Steps of a clock. Where only minutes show, a few seconds are soon enough. */
export function tickMs(showsSeconds: boolean): number {
  return showsSeconds ? 1_000 : 4_000
}
