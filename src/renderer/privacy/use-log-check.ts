import { useQueryClient } from '@tanstack/react-query'
import type { LogCheckState } from '../../shared/ipc/privacy-calls.ts'
import { usePush, useRead } from '../app/api.ts'

/** How the check of the logs stands, as it goes on; null while that is not known. */
export function useLogCheck(): LogCheckState | null {
  const queries = useQueryClient()
  const read = useRead('privacy.log-check', {})
  usePush('privacy.log-check-changed', (state) => queries.setQueryData(['privacy.log-check', {}], state))
  return read.status === 'ready' ? read.value : null
}
