import { useCallback, useEffect, useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { KeptSheet } from '../../shared/ipc/sheet-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import type { PhaseProgress, SessionState } from '../../shared/session/state.ts'
import { useAct } from '../app/api.ts'
import { usePlace } from '../app/navigation.tsx'
import { useNoteSaving } from '../app/use-note-saving.ts'
import { forgetSheet, goOnWith, keepSheet } from './kept-sheets.ts'
import { readDraft, type ReadSheet } from './read-draft.ts'
import { beginDraft, type SheetDraft } from './sheet-draft.ts'

export type ChangeDraft = (
  change: Partial<SheetDraft> | ((before: SheetDraft) => Partial<SheetDraft>),
) => void

interface EntryContext {
  readonly preparedAtMs: number
  readonly now: Stamp
  readonly phases: readonly PhaseProgress[]
  /** The sheet as it was left half-way; null where it was not. */
  readonly left: KeptSheet | null
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
  { preparedAtMs, now, phases, left }: EntryContext,
): EntryDraft {
  const { go } = usePlace()
  const { act, isBusy, failure } = useAct()
  const [draft, change] = useDraft(sessionId, () => goOnWith(left, beginDraft(state, preparedAtMs, now.zone)))
  const [isTried, setIsTried] = useState(false)
  const { plannedStartMs } = state
  const read = readDraft(draft, { phases, plannedStartMs, zone: now.zone, nowMs: now.wallMs })
  const problem = read.problems[0]
  const note = useNoteSaving({
    draft: draft.note,
    onDraft: (next) => change((before) => ({ note: next(before.note) })),
    keep: (text) => act('session.record-note', { sessionId, text: text.trim() }),
  })
  async function enter(): Promise<void> {
    const { command } = read
    setIsTried(true)
    if (isBusy) return
    if (command === null) {
      if (problem !== undefined) document.getElementById(problem.place)?.focus()
      return
    }
    if (!(await note.save())) return
    const entered = await act('session.act', { sessionId, command })
    if (!entered.ok) return
    forgetSheet(sessionId)
    go({ name: 'debrief', sessionId })
  }
  return {
    draft,
    change,
    read,
    problem: isTried ? (problem?.words ?? null) : null,
    failure,
    isBusy,
    enter: () => void enter(),
  }
}

/** The sheet as it was left, if it was, and kept with everything that is typed. */
function useDraft(sessionId: SessionId, begin: () => SheetDraft): readonly [SheetDraft, ChangeDraft] {
  const [first] = useState(begin)
  const [draft, setDraft] = useState(first)
  const change = useCallback<ChangeDraft>(
    (next) => setDraft((before) => ({ ...before, ...(typeof next === 'function' ? next(before) : next) })),
    [],
  )
  useEffect(() => {
    if (draft !== first) keepSheet(sessionId, draft)
  }, [sessionId, draft, first])
  return [draft, change]
}
