import { useEffect, useEffectEvent } from 'react'

interface PageKeys {
  readonly onExport: () => void
  /** Moves the moment that is looked at; false for a key that does not. */
  readonly onMove: (key: string) => boolean
}

/**
 * E exports. Left and right move the moment from anywhere on the page where they would do nothing else. A field, a list
 * or a dialog keeps its keys.
 */
export function usePageKeys({ onExport, onMove }: PageKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target, defaultPrevented } = event
    if (ctrlKey || metaKey || altKey || shiftKey || defaultPrevented) return
    if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'))
      return
    if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return
    if (key.toLowerCase() === 'e' && !event.repeat) {
      event.preventDefault()
      onExport()
      return
    }
    // Buttons side by side are gone through with the arrows themselves.
    const isFree = target === document.body || (target instanceof Element && target.matches('main'))
    if (isFree && (key === 'ArrowLeft' || key === 'ArrowRight') && onMove(key)) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
