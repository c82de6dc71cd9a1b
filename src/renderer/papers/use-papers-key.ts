import { useEffect, useEffectEvent } from 'react'

/** Ctrl+P, which a browser would print its own page with. */
export function usePapersKey(open: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    if (key.toLowerCase() !== 'p' || ctrlKey === metaKey || altKey || shiftKey) return
    event.preventDefault()
    if (document.querySelector('[role="dialog"]') === null) open()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
