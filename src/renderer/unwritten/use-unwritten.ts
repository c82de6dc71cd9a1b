import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UnwrittenState } from '../../shared/ipc/vault-calls.ts'
import { usePush, useRead } from '../app/api.ts'
import { readNow } from '../app/core-clock.ts'

/** What a running session has in memory alone; null while everything is on the disk. */
export function useUnwritten(): UnwrittenState | null {
  const read = useRead('vault.unwritten', {})
  return read.status === 'ready' ? read.value : null
}

/** That everything came to be on the disk again: how many changes, and when. */
export interface Written {
  readonly count: number
  readonly atMs: number | null
}

/** Follows the core for all who ask. To be used once; says what was written last, until it is forgotten. */
export function useUnwrittenPushes(): { readonly written: Written | null; readonly forget: () => void } {
  const queries = useQueryClient()
  const before = useUnwritten()
  const [written, setWritten] = useState<Written | null>(null)
  usePush('vault.unwritten-changed', ({ unwritten }) => {
    queries.setQueryData(['vault.unwritten', {}], unwritten)
    const count = before?.count ?? 0
    setWritten(unwritten === null && count > 0 ? { count, atMs: readNow()?.wallMs ?? null } : null)
  })
  return { written, forget: () => setWritten(null) }
}
