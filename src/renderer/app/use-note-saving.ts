import { useLayoutEffect, useMemo, useState } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import type { Result } from '../../shared/result.ts'
import { useSteady } from '../ui/use-steady.ts'
import { readNow } from './core-clock.ts'
import { useSaveBeforeLock } from './lock.ts'
import { createSaveOnce } from './save-once.ts'
import { splitNote } from './split-note.ts'

interface NoteDraft {
  readonly draft: string
  readonly onDraft: (change: (before: string) => string) => void
  /** Puts it where it belongs, on the disk. */
  readonly keep: (text: string) => Promise<Result<NoteText, Failure>>
}

export interface NoteSaving {
  readonly draft: string
  readonly isSaving: boolean
  readonly savedAtMs: number | null
  readonly failure: Failure | null
  /** Saves it as it stands, and answers whether it is kept; what is too long becomes several notes. */
  readonly save: () => Promise<boolean>
}

/**
 * The saving of what is typed as a note. The words leave the field only after they are on the disk. Locking does not wait for
 * a person to finish a sentence: it has them saved.
 */
export function useNoteSaving({ draft, onDraft, keep }: NoteDraft): NoteSaving {
  const [once] = useState(createSaveOnce)
  const [isSaving, setSaving] = useState(false)
  const [savedAtMs, setSavedAtMs] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useLayoutEffect(() => once.shows(draft), [once, draft])
  const keepAll = async (): Promise<boolean> => {
    setSaving(true)
    const { left, failure: refused } = await keepUntilRefused(splitNote(draft), keep)
    setSaving(false)
    setFailure(refused)
    if (refused === null) setSavedAtMs(readNow()?.wallMs ?? null)
    // What was begun meanwhile, from a mark, stays.
    onDraft((now) => (now.startsWith(draft) ? left + now.slice(draft.length) : now))
    return refused === null
  }
  const save = useSteady(async () => draft.trim() === '' || once.save(draft, keepAll))
  useSaveBeforeLock(save)
  // Turns and taps draw no field again.
  return useMemo(
    () => ({ draft, isSaving, savedAtMs, failure, save }),
    [draft, isSaving, savedAtMs, failure, save],
  )
}

interface Kept {
  /** What is not kept of it, and why. */
  readonly left: string
  readonly failure: Failure | null
}

async function keepUntilRefused(notes: readonly string[], keep: NoteDraft['keep']): Promise<Kept> {
  for (const [index, text] of notes.entries()) {
    if (text.trim() === '') continue
    // oxlint-disable-next-line no-await-in-loop -- in the order in which they were typed
    const answer = await keep(text)
    if (!answer.ok) return { left: notes.slice(index).join(''), failure: answer.error }
  }
  return { left: '', failure: null }
}
