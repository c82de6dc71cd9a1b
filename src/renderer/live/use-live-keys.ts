import { useEffect, useEffectEvent } from 'react'
import { readKey, type KeyAct } from './live-keys.ts'
import type { Seated } from './seated.ts'

// A radio button that was clicked keeps the focus, and takes no letters.
const textFields = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]'
const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** Listens for Live's keys. Menus and dialogs keep theirs, and a key that is held down counts once. */
export function useLiveKeys(seated: readonly Seated[], onAct: (act: KeyAct) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.defaultPrevented || event.isComposing) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest(overlays) != null) return
    const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event
    const isTyping = target?.closest(textFields) != null
    const isInEmptyNote = target instanceof HTMLTextAreaElement && target.value === ''
    const act = readKey({ key, code, altKey, ctrlKey, metaKey, shiftKey, isTyping, isInEmptyNote }, seated)
    if (act === null) return
    event.preventDefault()
    onAct(act)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
