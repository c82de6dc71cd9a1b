import { useCallback, useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import type { PhaseProgress, SessionState } from '../../shared/session/state.ts'
import { useAct } from '../app/api.ts'
import { usePlace } from '../app/navigation.tsx'
import { readDraft, type ReadSheet } from './read-draft.ts'
import { beginDraft, type SheetDraft } from './sheet-draft.ts'

export type ChangeDraft = (
  change: Partial<SheetDraft> | ((before: SheetDraft) => Partial<SheetDraft>),
) => void

interface EntryContext {
  readonly preparedAtMs: number
  readonly now: Stamp
  readonly phases: readonly PhaseProgress[]
}

export interface EntryDraft {
  readonly draft: SheetDraft
  readonly change: ChangeDraft
  readonly read: ReadSheet
  /** What keeps the sheet from being entered, said once it was tried. */
  readonly problem: string | null
  readonly failure: Failure | null
  readonly isBusy: boolean
  readonly enter: () => void
}

/** The sheet being typed, and its entering: its note first, so that taking the entry back takes the session alone back. */
export function useEntry(
  sessionId: SessionId,
  state: SessionState,
  { preparedAtMs, now, phases }: EntryContext,
): EntryDraft {
  const { go } = usePlace()
  const { act, isBusy, failure } = useAct()
  const [draft, setDraft] = useState(() => beginDraft(state, preparedAtMs, now.zone))
  const [isTried, setIsTried] = useState(false)
  const { plannedStartMs } = state
  const read = readDraft(draft, { phases, plannedStartMs, zone: now.zone, nowMs: now.wallMs })
  const first = read.problems[0]
  const change = useCallback<ChangeDraft>(
    (next) => setDraft((before) => ({ ...before, ...(typeof next === 'function' ? next(before) : next) })),
    [],
  )
  async function enter(): Promise<void> {
    const { command } = read
    setIsTried(true)
    if (isBusy) return
    if (command === null) {
      if (first !== undefined) document.getElementById(first.place)?.focus()
      return
    }
    const text = draft.note.trim()
    if (text !== '') {
      const noted = await act('session.record-note', { sessionId, text })
      if (!noted.ok) return
      change({ note: '' })
    }
    const entered = await act('session.act', { sessionId, command })
    if (entered.ok) go({ name: 'debrief', sessionId })
  }
  return {
    draft,
    change,
    read,
    problem: isTried ? (first?.words ?? null) : null,
    failure,
    isBusy,
    enter: () => void enter(),
  }
}
