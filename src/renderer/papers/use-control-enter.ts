import { useEffect, useEffectEvent } from 'react'

/** Ctrl+Enter does the one thing that a dialog is for, wherever in it the focus is. */
export function useControlEnter(act: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.altKey || event.shiftKey || event.repeat) return
    event.preventDefault()
    // Enter presses whatever has the focus, which may be the button that closes the dialog.
    event.stopPropagation()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
