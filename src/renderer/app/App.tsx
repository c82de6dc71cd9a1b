import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { contract, isCallName } from '../../shared/ipc/contract.ts'
import { FirstRun } from '../vault/FirstRun.tsx'
import { Unlock } from '../vault/Unlock.tsx'
import { VaultTrouble } from '../vault/VaultTrouble.tsx'
import { readAgain, useRead, usePush } from './api.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { NavigationProvider } from './navigation.tsx'
import { useAppliedTheme } from './theme.ts'
import { Unlocked } from './Unlocked.tsx'

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

/** What a window shows depends on the vault alone: none yet, locked, or open. */
function Gate() {
  useAppliedTheme()
  usePush('vault.access-changed', () => void readAgain(queries, 'vault.unlock'))
  const access = useRead('vault.access', {})
  const isOpen = access.status === 'ready' && access.value === 'unlocked'
  useEffect(() => {
    // What was read from the vault leaves the window with the lock.
    if (!isOpen)
      queries.removeQueries({
        predicate: ({ queryKey: [name] }) => isCallName(name) && contract[name].needs === 'vault',
      })
  }, [isOpen])
  if (access.status === 'reading') return null
  if (access.status === 'failed') return <VaultTrouble failure={access.failure} onRetry={access.retry} />
  switch (access.value) {
    case 'absent':
      return <FirstRun />
    case 'locked':
      return <Unlock />
    case 'unlocked':
      return (
        <NavigationProvider>
          <Unlocked />
        </NavigationProvider>
      )
  }
}
