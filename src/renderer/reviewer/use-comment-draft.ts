import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { NoteId, SessionId } from '../../shared/ids.ts'
import { call } from '../app/api.ts'
import { useSaveBeforeLock } from '../app/lock.ts'
import { afterDelay, createSaver, type SaveStatus } from '../debrief/saver.ts'

interface About {
  readonly sessionId: SessionId
  readonly noteId: NoteId | null
}

interface CommentDraft {
  readonly text: string
  readonly status: SaveStatus
  readonly change: (text: string) => void
  readonly flush: () => Promise<boolean>
}

/** Words of a comment that is not posted: saved as they are typed, by the lock, and when the page is left. */
export function useCommentDraft({ sessionId, noteId }: About, begun: string): CommentDraft {
  const [saver] = useState(() =>
    createSaver(begun, {
      save: (text) => call('comments.save-draft', { sessionId, noteId, text }),
      later: afterDelay,
    }),
  )
  const text = useSyncExternalStore(saver.subscribe, saver.value)
  const status = useSyncExternalStore(saver.subscribe, saver.status)
  // What cannot be saved is no reason to stay on a page.
  useSaveBeforeLock(useCallback(() => saver.flush().then(() => true), [saver]))
  useEffect(() => {
    const flush = () => void saver.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [saver])
  return { text, status, change: saver.change, flush: saver.flush }
}
