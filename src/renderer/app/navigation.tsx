import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { BackupId, GroupId, PersonId, SessionId } from '../../shared/ids.ts'
import { useRole } from '../reviewer/role.tsx'
import { usePush } from './api.ts'

/** Where a window can be. Live also holds the pre-flight: it is the same screen before the start. */
export type Place =
  /** `startGroupId` asks for a session of that group at once. */
  | { readonly name: 'today'; readonly startGroupId?: GroupId }
  | { readonly name: 'sessions' }
  /** One session as it went, when it is over. */
  | { readonly name: 'session'; readonly sessionId: SessionId }
  /** How one member is doing over time. */
  | { readonly name: 'member'; readonly personId: PersonId }
  | { readonly name: 'groups'; readonly groupId?: GroupId; readonly isNew?: boolean }
  /** Members and groups from a table of another program. */
  | { readonly name: 'import' }
  | { readonly name: 'agendas'; readonly groupId?: GroupId }
  | { readonly name: 'vault' }
  /** The ledger; `personId` for what was disclosed about one member. */
  | { readonly name: 'disclosures'; readonly personId?: PersonId }
  /** Who opened the vault and looked at whom. */
  | { readonly name: 'access' }
  /** What has left this machine, as it was measured. */
  | { readonly name: 'privacy' }
  /** What has to be kept, and what may go. */
  | { readonly name: 'keeping' }
  /** What opens the vault: tried and changed. */
  | { readonly name: 'keys' }
  /** One backup, tried out. */
  | { readonly name: 'backup-trial'; readonly backupId: BackupId }
  /** Their author's search of private notes. */
  | { readonly name: 'private-search' }
  | { readonly name: 'settings' }
  | { readonly name: 'live'; readonly sessionId: SessionId }
  | { readonly name: 'debrief'; readonly sessionId: SessionId }
  /** A session that was run on paper, being entered. */
  | { readonly name: 'paper'; readonly sessionId: SessionId }

interface Navigation {
  readonly place: Place
  readonly go: (place: Place) => void
  /** The session that is most likely gone to next: its screen is made ready. */
  readonly aheadId: SessionId | null
  readonly lookAhead: (sessionId: SessionId | null) => void
}

const NavigationContext = createContext<Navigation>({
  place: { name: 'today' },
  go: () => undefined,
  aheadId: null,
  lookAhead: () => undefined,
})

/** Where to go on when the vault is open again; the session of the Live that the lock has closed. */
let isLockedOn: SessionId | null = null

/** Kept in memory only: an address or a history entry would name a session outside the vault. */
export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const isReviewing = useRole() === 'reviewer'
  const [place, go] = useState<Place>(() =>
    isLockedOn === null || isReviewing ? { name: 'today' } : { name: 'live', sessionId: isLockedOn },
  )
  useEffect(() => {
    if (!isReviewing) isLockedOn = null
  }, [isReviewing])
  // Told with the lock itself, when a session goes on behind it.
  usePush('watch.changed', ({ view }) => {
    if (isReviewing) return
    isLockedOn = view !== null && place.name === 'live' ? place.sessionId : null
  })
  const [aheadId, lookAhead] = useState<SessionId | null>(null)
  const navigation = useMemo(() => ({ place, go, aheadId, lookAhead }), [place, aheadId])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

export function usePlace(): Navigation {
  return use(NavigationContext)
}
