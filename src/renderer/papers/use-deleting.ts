import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { ListedFile } from '../../shared/ipc/export-calls.ts'
import { useAct } from '../app/api.ts'

/** What the last deletion did. */
export interface Deleted {
  readonly deletedCount: number
  readonly changedCount: number
  readonly keptCount: number
  readonly canUndo: boolean
}

/** Deletes files that have left the vault, and takes it back. */
export function useDeleting() {
  const { act, failure, forget } = useAct()
  const [deleted, setDeleted] = useState<Deleted | null>(null)
  const [tried, setTried] = useState<ListedFile | null>(null)
  const isChanged = failure?.code === 'file-changed'
  return {
    deleted,
    failure: isChanged ? null : failure,
    /** A file that somebody has changed, which is deleted only when it is said again. */
    changed: isChanged ? tried : null,
    remove: async (file: ListedFile, evenIfChanged = false) => {
      setDeleted(null)
      setTried(file)
      const answer = await act('export.delete', { exportId: file.exportId, evenIfChanged })
      if (answer.ok)
        setDeleted({ deletedCount: 1, changedCount: 0, keptCount: 0, canUndo: answer.value.canUndo })
    },
    removeAll: async (sessionId: SessionId | null) => {
      const answer = await act('export.delete-all', { sessionId })
      if (answer.ok) setDeleted(answer.value)
    },
    undo: async () => {
      const answer = await act('export.undo-delete', {})
      if (answer.ok) setDeleted(null)
    },
    keep: forget,
  }
}

export type Deleting = ReturnType<typeof useDeleting>
