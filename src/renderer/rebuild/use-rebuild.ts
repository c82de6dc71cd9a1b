import { useQueryClient } from '@tanstack/react-query'
import type { RebuildState } from '../../shared/ipc/rebuild-calls.ts'
import { readAgain, useRead, usePush } from '../app/api.ts'

/** How the tables of review stand; null while that is not known. */
export function useRebuildState(): RebuildState | null {
  const read = useRead('review.rebuild-state', {})
  return read.status === 'ready' ? read.value : null
}

/** Keeps what `useRebuildState` answers true as the core goes on; what was read from the tables is read again at the end. */
export function useRebuildPushes(): void {
  const queries = useQueryClient()
  usePush('review.rebuild-changed', (state) => {
    queries.setQueryData(['review.rebuild-state', {}], state)
    if (state.stage === 'whole') void readAgain(queries, 'review.rebuild')
  })
}
