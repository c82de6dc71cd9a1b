import { useEffect, useEffectEvent } from 'react'

/**
 * Shift+Escape conceals at once, whatever is open, and never reveals. It is caught before any field, menu or dialog gets
 * to see it: alone, Escape closes those first, and the names behind them would stay that long.
 */
export function useConcealKey(conceal: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    conceal()
  })
  useEffect(() => {
    const capture = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', capture, { capture: true })
    return () => window.removeEventListener('keydown', capture, { capture: true })
  }, [])
}
