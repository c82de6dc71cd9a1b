import { useEffect, useEffectEvent } from 'react'
import { readCheckInKey, type CheckInKeyAct } from './check-in-keys.ts'

const textFields = 'input, textarea, select, [contenteditable="true"]'
const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** Listens for the strip's keys before Live does, which passes over what was taken here. */
export function useCheckInKeys(onAct: (act: CheckInKeyAct) => boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.defaultPrevented || event.isComposing) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest(overlays) != null) return
    const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event
    const isTyping = target?.closest(textFields) != null
    const act = readCheckInKey({
      key,
      code,
      altKey,
      ctrlKey,
      metaKey,
      shiftKey,
      isTyping,
      isInEmptyNote: false,
    })
    if (act !== null && onAct(act)) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
