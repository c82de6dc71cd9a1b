import { createContext, use, useEffect, useEffectEvent, useState } from 'react'
import type { NoteId, PersonId, SessionId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { advance } from '../../shared/session/advance.ts'
import type { SeatPlace } from '../../shared/roster/circle-order.ts'
import { currentPhase } from '../../shared/session/decision.ts'
import { elapsedBetween, type Stamp } from '../../shared/session/stamp.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { onTick, readNow } from '../app/core-clock.ts'
import type { Act } from './act-queue.ts'
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
  readonly selectedId: PersonId | null
  /** Whose menu is open. */
  readonly menuId: PersonId | null
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
 * The session as it stands now, looked at every `everyMs`: the only source of any time on the screen. It is renewed when
 * what `shown` makes of it has become something else; without that, at every look.
 */
export function useAdvanced(
  everyMs: number,
  shown: (state: SessionState) => string | number = momentOf,
): SessionState {
  const { state } = useLive()
  const [now, setNow] = useState(readNow)
  const current = advancedTo(state, now)
  const look = useEffectEvent(() => {
    const next = readNow()
    if (shown(advancedTo(state, next)) !== shown(current)) setNow(next)
  })
  useEffect(() => onTick(everyMs, () => look()), [everyMs])
  return current
}

function momentOf({ elapsedMs, stamp }: SessionState): string {
  return `${elapsedMs} ${stamp?.monoMs} ${stamp?.wallMs}`
}

function advancedTo(state: SessionState, moment: Stamp | null): SessionState {
  if (moment === null) return state
  const now = atWholeSecond(state, moment)
  // An event can be newer than the last tick; time on screen never goes back for it.
  const isOlder = state.stamp !== null && now.run === state.stamp.run && now.monoMs < state.stamp.monoMs
  return isOlder ? state : advance(state, now)
}

/**
 * The last moment at which the phase had lasted whole seconds. All clocks on the screen go by it, so that they move at
 * once, and the screen is drawn once a second for all of them.
 */
function atWholeSecond(state: SessionState, now: Stamp): Stamp {
  const phase = currentPhase(state)
  if (phase === undefined || state.stamp === null) return now
  const sinceMs = (phase.actualMs + elapsedBetween(state.stamp, now)) % 1_000
  return { ...now, wallMs: now.wallMs - sinceMs, monoMs: now.monoMs - sinceMs }
}

/** Seconds are looked at four times as often as they change; where only minutes show, a few seconds are soon enough. */
export function tickMs(showsSeconds: boolean): number {
  return showsSeconds ? 250 : 4_000
}
