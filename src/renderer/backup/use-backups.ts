import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Backups } from '../../shared/ipc/backup-calls.ts'
import { readAgain, usePush } from '../app/api.ts'
import { onTick } from '../app/core-clock.ts'

/** Keeps what `backups.read` answers true as the core goes on; all of it is read again at the end of a backup or a trial. */
export function useBackupPushes(): void {
  const queries = useQueryClient()
  usePush('backups.changed', (state) => {
    queries.setQueryData<Backups>(['backups.read', {}], (before) =>
      before === undefined ? undefined : { ...before, state },
    )
    if (state.stage !== 'running') void readAgain(queries, 'backups.make')
  })
}

/** A drive is plugged in and taken away behind the console's back, so it is looked for again now and then. */
export function useFreshBackups(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const look = () => void readAgain(queries, 'backups.make')
    look()
    const endTicking = onTick(60_000, look)
    window.addEventListener('focus', look)
    return () => {
      endTicking()
      window.removeEventListener('focus', look)
    }
  }, [queries])
}
