import { useEffect, useState, useSyncExternalStore } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import { call } from '../app/api.ts'
import { takeReading } from '../app/core-clock.ts'
import { createSessionStore, type LiveSnapshot, type SessionStore } from './session-store.ts'

/** The store of one session, following the core for as long as the screen is there. */
export function useSessionStore(sessionId: SessionId): { store: SessionStore; snapshot: LiveSnapshot } {
  const [store] = useState(() =>
    createSessionStore(sessionId, {
      open: () => call('session.open', { sessionId }),
      listen: (listener) => window.api.on('session.appended', listener),
      takeReading,
    }),
  )
  useEffect(() => store.start(), [store])
  return { store, snapshot: useSyncExternalStore(store.subscribe, store.snapshot) }
}
