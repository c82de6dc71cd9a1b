import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RenewalState } from '../../shared/ipc/key-calls.ts'
import { usePush, useRead } from '../app/api.ts'

type Ended = Exclude<RenewalState, { readonly stage: 'idle' | 'running' }>

/** What the console shows in its own place while all keys are made new, and after it; null when it shows itself. */
export type Shown = Extract<RenewalState, { readonly stage: 'running' }> | Ended

export interface RenewalShown {
  readonly shown: Shown | null
  /** Somebody has read how it ended. */
  readonly dismiss: () => void
}

/** Follows a renewal as the core goes on. How one ended that was over before is told no more. */
export function useRenewal(): RenewalShown {
  const queries = useQueryClient()
  const read = useRead('keys.renewal', {})
  const [ended, setEnded] = useState<Ended | null>(null)
  usePush('keys.renewal-changed', (state) => {
    queries.setQueryData(['keys.renewal', {}], state)
    setEnded(state.stage === 'idle' || state.stage === 'running' ? null : state)
  })
  const isRunning = read.status === 'ready' && read.value.stage === 'running'
  return { shown: isRunning ? read.value : ended, dismiss: () => setEnded(null) }
}
