import { useEffect, useRef, type RefObject } from 'react'

/** Puts the keyboard where a screen begins, once, when the screen comes. */
export function useFocusOnArrival<Element extends HTMLElement>(): RefObject<Element | null> {
  const ref = useRef<Element>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
