import { useEffect, useEffectEvent } from 'react'

interface SheetKeys {
  readonly onEnter: () => void
  readonly onConceal: () => void
}

/** Ctrl+Enter, or Cmd+Enter on a Mac, from wherever the last tick was made; Escape as on every screen with names. */
export function useSheetKeys({ onEnter, onConceal }: SheetKeys): void {
  const onCaptured = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onEnter()
  })
  const onBubbled = useEffectEvent((event: KeyboardEvent) => {
    // An open menu or dialog has the key first.
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    event.preventDefault()
    onConceal()
  })
  useEffect(() => {
    const capture = (event: KeyboardEvent) => onCaptured(event)
    const bubble = (event: KeyboardEvent) => onBubbled(event)
    window.addEventListener('keydown', capture, { capture: true })
    window.addEventListener('keydown', bubble)
    return () => {
      window.removeEventListener('keydown', capture, { capture: true })
      window.removeEventListener('keydown', bubble)
    }
  }, [])
}
