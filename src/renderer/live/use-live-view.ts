import { useCallback, useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { StartEnd } from './late-start.ts'

export type NoteSide = 'record' | 'private'

/** What this window alone knows: nothing in here is part of the session. */
export interface LiveView {
  readonly isConcealed: boolean
  readonly selectedId: PersonId | null
  readonly menuId: PersonId | null
  /** The next seat key opens that seat's menu. */
  readonly isChoosingMark: boolean
  readonly sheet: 'keys' | 'add' | null
  readonly side: NoteSide
  readonly drafts: Readonly<Record<NoteSide, string>>
  /** The note field takes the focus as soon as it is there. Until then no key counts, since it was meant for a note. */
  readonly isNoteWanted: boolean
  readonly startWish: StartEnd
  /** Behind by this much when the proposal was put aside; a larger delay brings it back. */
  readonly trimDismissedAt: number | null
  readonly failure: Failure | null
  /** A plain line of help, as when a key has nothing to do. */
  readonly hint: string | null
}

const atFirst: LiveView = {
  isConcealed: false,
  selectedId: null,
  menuId: null,
  isChoosingMark: false,
  sheet: null,
  side: 'record',
  drafts: { record: '', private: '' },
  isNoteWanted: false,
  startWish: 'as-scheduled',
  trimDismissedAt: null,
  failure: null,
  hint: null,
}

export type ChangeView = (change: Partial<LiveView>) => void

export function useLiveView(): readonly [LiveView, ChangeView] {
  const [view, setView] = useState(atFirst)
  const change = useCallback<ChangeView>((next) => setView((before) => ({ ...before, ...next })), [])
  return [view, change]
}
