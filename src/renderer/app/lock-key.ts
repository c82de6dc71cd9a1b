import { useEffect, useEffectEvent } from 'react'
import { useLock } from './lock.ts'

/** Ctrl+L, or Cmd+L on a Mac, locks from everywhere: a dialog or a field with words in it does not hold it up. */
export function useLockKey() {
  const lock = useLock()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isLockKey =
      event.key.toLowerCase() === 'l' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (!isLockKey) return
    event.preventDefault()
    lock()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
