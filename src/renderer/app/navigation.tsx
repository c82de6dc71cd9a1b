import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { BackupId, GroupId, PersonId, SessionId } from '../../shared/ids.ts'
import { useRole } from '../reviewer/role.tsx'
import { runningSession } from '../today/next-session.ts'
import { call } from './api.ts'
import { forgetForNextPage, leaveToNextPage, leftByLastPage } from './next-page.ts'

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

interface NavigationProps {
  /** A session went on behind the lock. */
  readonly goesOn?: boolean
  readonly children: ReactNode
}

/** Kept in memory only: an address or a history entry would name a session outside the vault. */
export function NavigationProvider({ goesOn = false, children }: NavigationProps) {
  const first = useFirstPlace(goesOn)
  return first === null ? null : <Navigating first={first}>{children}</Navigating>
}

/** Live, where the lock has closed it and its session went on; null while it is asked which one that is. */
function useFirstPlace(goesOn: boolean): Place | null {
  const [wasOnLive] = useState(() => goesOn && leftByLastPage('place') === 'live')
  const [first, setFirst] = useState<Place | null>(wasOnLive ? null : { name: 'today' })
  useEffect(() => {
    if (wasOnLive) void liveOrToday().then(setFirst)
  }, [wasOnLive])
  return first
}

async function liveOrToday(): Promise<Place> {
  const sessions = await call('session.current', {})
  const running = sessions.ok ? runningSession(sessions.value) : null
  return running === null ? { name: 'today' } : { name: 'live', sessionId: running.sessionId }
}

function Navigating({ first, children }: { readonly first: Place; readonly children: ReactNode }) {
  const [place, go] = useState(first)
  const isOnLive = place.name === 'live'
  const isReviewing = useRole() === 'reviewer'
  useEffect(() => {
    if (isReviewing) return
    if (isOnLive) leaveToNextPage('place', 'live')
    else forgetForNextPage('place')
  }, [isOnLive, isReviewing])
  const [aheadId, lookAhead] = useState<SessionId | null>(null)
  const navigation = useMemo(() => ({ place, go, aheadId, lookAhead }), [place, aheadId])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

export function usePlace(): Navigation {
  return use(NavigationContext)
}
