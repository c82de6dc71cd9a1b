import { useCallback } from 'react'
import { useAct } from './api.ts'

/** Locks the vault. A running session goes on; the window shows the unlock screen once the core has let go of the keys. */
export function useLock(): () => void {
  const { act } = useAct()
  return useCallback(() => void act('vault.lock', {}), [act])
}
