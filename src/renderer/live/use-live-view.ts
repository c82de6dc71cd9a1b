import { useCallback, useState } from 'react'
import type { PhaseId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { CheckInPlace } from './check-in-plan.ts'
import type { AgendaDraft } from './agenda/agenda-draft.ts'
import type { StartEnd } from './late-start.ts'

export type NoteSide = 'record' | 'private'

/** What this window alone knows: nothing in here is part of the session. */
export interface LiveView {
  readonly isConcealed: boolean
  /** The next seat key opens that seat's menu. */
  readonly isChoosingMark: boolean
  readonly sheet: 'keys' | 'palette' | 'add' | 'last-session' | 'safety' | null
  /** The risk mark whose follow-up is open before the facilitator. */
  readonly followUpMark: number | null
  /** Where the strip of check-in numbers stands; null while it is closed. */
  readonly checkIn: CheckInPlace | null
  /** Arcs of who spoke after whom. */
  readonly showsArcs: boolean
  readonly side: NoteSide
  readonly drafts: Readonly<Record<NoteSide, string>>
  /** The note field takes the focus as soon as it is there. Until then no key counts, since it was meant for a note. */
  readonly isNoteWanted: boolean
  readonly startWish: StartEnd
  /** Behind by this much when the proposal was put aside; a larger delay brings it back. */
  readonly trimDismissedAt: number | null
  /** Minutes that are being tried out in the rail; null when it only shows. */
  readonly agendaDraft: AgendaDraft | null
  /** Before which phase a new one is to be put (null: at the end); null when none is. */
  readonly insertion: { readonly beforePhaseId: PhaseId | null } | null
  readonly failure: Failure | null
  /** A plain line of help, as when a key has nothing to do. */
  readonly hint: string | null
}

export const viewAtFirst: LiveView = {
  isConcealed: false,
  isChoosingMark: false,
  sheet: null,
  followUpMark: null,
  checkIn: null,
  showsArcs: false,
  side: 'record',
  drafts: { record: '', private: '' },
  isNoteWanted: false,
  startWish: 'as-scheduled',
  trimDismissedAt: null,
  agendaDraft: null,
  insertion: null,
  failure: null,
  hint: null,
}

export type ChangeView = (change: Partial<LiveView> | ((before: LiveView) => Partial<LiveView>)) => void

export function useLiveView(): readonly [LiveView, ChangeView] {
  const [view, setView] = useState(viewAtFirst)
  const changeView = useCallback<ChangeView>(
    (change) =>
      setView((before) => {
        const next = typeof change === 'function' ? change(before) : change
        return changes(before, next) ? { ...before, ...next } : before
      }),
    [],
  )
  return [view, changeView]
}

// Every act that goes well says that there is no failure; mostly there was none before.
function changes(before: LiveView, next: Partial<LiveView>): boolean {
  return Object.entries(next).some(([key, value]) => !Object.is(value, Reflect.get(before, key)))
}
