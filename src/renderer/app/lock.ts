import { useCallback, useEffect } from 'react'
import { useAct } from './api.ts'

type Save = () => Promise<unknown>

const saves = new Set<Save>()

/** Locks the vault. A running session goes on; the window shows the unlock screen once the core has let go of the keys. */
export function useLock(): () => void {
  const { act } = useAct()
  return useCallback(() => {
    // What is typed reaches the disk first, or is refused there: then the lock is still what was asked for.
    void Promise.allSettled(Array.from(saves, (save) => save())).then(() => act('vault.lock', {}))
  }, [act])
}

/** Goes on once everything that was typed is on the disk; where it cannot be, what was wanted does not happen. */
export async function whenSaved(goOn: () => void): Promise<void> {
  const saved = await Promise.all(Array.from(saves, (save) => save()))
  if (!saved.includes(false)) goOn()
}

/** While the component is there, locking waits for `save`: nothing that was typed is lost to the lock. */
export function useSaveBeforeLock(save: Save): void {
  useEffect(() => {
    saves.add(save)
    return () => void saves.delete(save)
  }, [save])
}
