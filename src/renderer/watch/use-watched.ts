import { useState } from 'react'
import type { RoomView } from '../../shared/room/room-view.ts'
import { usePush, useRead } from '../app/api.ts'

/** The session that goes on behind the lock; null when none does. The core tells every few seconds, nothing counts here. */
export function useWatched(): RoomView | null {
  const read = useRead('watch.read', {})
  const [told, setTold] = useState<RoomView | null>(null)
  // It ends when the vault opens; until that is shown the screen stays as it was.
  usePush('watch.changed', ({ view }) => setTold((last) => view ?? last))
  if (told !== null) return told
  return read.status === 'ready' ? read.value : null
}
