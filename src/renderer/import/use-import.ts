import { useQueryClient } from '@tanstack/react-query'
import type { ImportState } from '../../shared/ipc/import-calls.ts'
import { readAgain, usePush, useRead } from '../app/api.ts'

/** How taking a table over stands; null while that is not known. */
export function useImportState(): ImportState | null {
  const read = useRead('import.state', {})
  return read.status === 'ready' ? read.value : null
}

/** Keeps what `useImportState` answers true as the core goes on; what an import changes is read again at its end. */
export function useImportPushes(): void {
  const queries = useQueryClient()
  usePush('import.changed', (state) => {
    queries.setQueryData(['import.state', {}], state)
    if (state.stage === 'done') void readAgain(queries, 'import.commit')
    // The roster was changed, perhaps: the lines are planned anew.
    if (state.stage === 'failed') void readAgain(queries, 'import.cancel')
  })
}
