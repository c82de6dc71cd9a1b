import { createContext, use } from 'react'
import type { NoteId, PersonId, SessionId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { advance } from '../../shared/session/advance.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { useNow } from '../app/core-clock.ts'
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

/** The session as it stands now, renewed every `everyMs`: the only source of any time on the screen. */
export function useAdvanced(everyMs: number): SessionState {
  const { state } = useLive()
  const now = useNow(everyMs)
  if (now === null) return state
  // An event can be newer than the last tick; time on screen never goes back for it.
  const isOlder = state.stamp !== null && now.run === state.stamp.run && now.monoMs < state.stamp.monoMs
  return isOlder ? state : advance(state, now)
}

/** Seconds are looked at four times as often as they change; where only minutes show, a few seconds are soon enough. */
export function tickMs(showsSeconds: boolean): number {
  return showsSeconds ? 250 : 4_000
}
