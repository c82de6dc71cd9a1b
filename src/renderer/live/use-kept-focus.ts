import { useEffect, useRef, type RefObject } from 'react'

/**
 * Where the focus goes when what had it disappears: an accepted proposal, a dismissed line. Without this the keyboard
 * would start again at the top of the window.
 */
export function useKeptFocus(): RefObject<HTMLElement | null> {
  const home = useRef<HTMLElement>(null)
  useEffect(() => {
    home.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (document.activeElement === document.body) home.current?.focus({ preventScroll: true })
  })
  return home
}
