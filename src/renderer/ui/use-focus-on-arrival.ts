import { useEffect, useRef, type RefObject } from 'react'

const dialogs = '[role="dialog"], [role="alertdialog"]'

/**
 * Puts the keyboard where a screen begins, once, when the screen comes. Not from under a dialog: whoever has opened one
 * while the screen was on its way goes on there.
 */
export function useFocusOnArrival<Element extends HTMLElement>(): RefObject<Element | null> {
  const ref = useRef<Element>(null)
  useEffect(() => {
    const isBehind = ref.current?.closest(dialogs) === null && document.querySelector(dialogs) !== null
    if (!isBehind) ref.current?.focus()
  }, [])
  return ref
}
