import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { contract, isCallName } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { roleOf, type Access } from '../../shared/ipc/vault-calls.ts'
import { RestoreGate } from '../backup/RestoreGate.tsx'
import { ConcealGate } from '../conceal/ConcealGate.tsx'
import { FollowUpDraftsProvider } from '../follow-up/follow-up-drafts.tsx'
import { MendGate } from '../mend/MendGate.tsx'
import { Reviewing } from '../reviewer/Reviewing.tsx'
import { RoleContext } from '../reviewer/role.tsx'
import { SessionsMemoryProvider } from '../sessions/sessions-memory.tsx'
import { UnwrittenLine } from '../unwritten/UnwrittenLine.tsx'
import { CoreGone } from '../vault/CoreGone.tsx'
import { FirstRun } from '../vault/FirstRun.tsx'
import { Unlock } from '../vault/Unlock.tsx'
import { VaultTrouble } from '../vault/VaultTrouble.tsx'
import { useWatched } from '../watch/use-watched.ts'
import { call, readAgain, readAhead, useRead, usePush, type Read } from './api.ts'
import { useCopiesTold } from './copies.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { useLockOnLeaving } from './lock.ts'
import { NavigationProvider } from './navigation.tsx'
import { useAppliedTheme } from './theme.ts'
import { Unlocked } from './Unlocked.tsx'
import styles from './App.module.css'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The core is on this machine: an answer is true until something changes it, and no network is needed to ask.
      staleTime: Infinity,
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
    },
  },
})

export function App() {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queries}>
        <Gate />
      </QueryClientProvider>
    </ErrorBoundary>
  )
}

/** What Today is made of. */
const todayReads = [
  'conceal.read',
  'roster.current',
  'session.current',
  'record-rules.read',
  'follow-up.list-open',
  'comments.unread',
  'hours.short',
] as const

/** What was read from the vault leaves the window with the lock. */
function forgetVault(): void {
  queries.removeQueries({
    predicate: ({ queryKey: [name] }) => isCallName(name) && contract[name].needs !== 'nothing',
  })
}

/** Why the core no longer answers, once it has stopped; it does not come back while the console runs. */
function useCoreFailure(): Failure | null {
  const [failure, setFailure] = useState<Failure | null>(null)
  usePush('vault.access-changed', async (access) => {
    if (access === 'unlocked') {
      // The core answers in turn: when it says that the vault is open, Today is here, and is drawn whole at once.
      readAhead(queries, todayReads)
      setFailure(null)
      await readAgain(queries, 'vault.unlock')
      return
    }
    const answer = await call('vault.access', {})
    // A value that was read before stays shown when reading it again fails, so the failure is asked for by itself.
    setFailure(answer.ok ? null : answer.error)
    await readAgain(queries, 'vault.unlock')
    // What was read ahead, too, where it was locked before it was ever shown as open.
    if (answer.ok && roleOf(answer.value) === null) forgetVault()
  })
  return failure
}

/** What a window shows depends on the vault alone: none yet, locked, or open. */
function Gate() {
  useAppliedTheme()
  useCopiesTold()
  const coreFailure = useCoreFailure()
  const access = useRead('vault.access', {})
  const watch = useRead('watch.read', {})
  const goesOn = useWatched() !== null
  const role = access.status === 'ready' ? roleOf(access.value) : null
  const isOpen = role !== null
  useLockOnLeaving()
  useEffect(() => {
    if (!isOpen) forgetVault()
  }, [isOpen])
  const [wasOpen, setWasOpen] = useState(false)
  if (isOpen && !wasOpen) setWasOpen(true)
  // Main puts another page in the place of one whose vault was locked. Until it is there, this one shows nothing any more.
  if (wasOpen && !isOpen && coreFailure === null) return null
  if (access.status === 'reading' || watch.status === 'reading') return null
  return (
    <div className={styles['shell']}>
      <div>
        <UnwrittenLine isLocked={role === null} isGone={coreFailure !== null} />
      </div>
      <div className={styles['rest']}>
        <Doors role={role} access={access} coreFailure={coreFailure} goesOn={goesOn} />
      </div>
    </div>
  )
}

interface DoorsProps extends ClosedProps {
  readonly role: ReturnType<typeof roleOf>
  /** A session went on behind the lock that this page has shown. */
  readonly goesOn: boolean
}

function Doors({ role, access, coreFailure, goesOn }: DoorsProps) {
  switch (role) {
    case null:
      return (
        <RestoreGate>
          <MendGate>
            <Closed access={access} coreFailure={coreFailure} />
          </MendGate>
        </RestoreGate>
      )
    case 'author':
      return (
        <NavigationProvider goesOn={goesOn}>
          <CoreGone failure={coreFailure}>
            <FollowUpDraftsProvider>
              <ConcealGate>
                <SessionsMemoryProvider>
                  <Unlocked />
                </SessionsMemoryProvider>
              </ConcealGate>
            </FollowUpDraftsProvider>
          </CoreGone>
        </NavigationProvider>
      )
    case 'reviewer':
      return (
        <RoleContext value="reviewer">
          <NavigationProvider>
            <CoreGone failure={coreFailure}>
              <ConcealGate>
                <SessionsMemoryProvider>
                  <Reviewing />
                </SessionsMemoryProvider>
              </ConcealGate>
            </CoreGone>
          </NavigationProvider>
        </RoleContext>
      )
  }
}

interface ClosedProps {
  readonly access: Exclude<Read<Access>, { readonly status: 'reading' }>
  readonly coreFailure: Failure | null
}

function Closed({ access, coreFailure }: ClosedProps) {
  const [beginsAnew, setBeginsAnew] = useState(false)
  if (beginsAnew) return <FirstRun />
  if (access.status === 'failed')
    return (
      <VaultTrouble failure={access.failure} onRetry={access.retry} onBeginAnew={() => setBeginsAnew(true)} />
    )
  if (coreFailure !== null) return <VaultTrouble failure={coreFailure} />
  return access.value === 'absent' ? <FirstRun /> : <Unlock />
}
