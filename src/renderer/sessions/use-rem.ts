import { useSyncExternalStore } from 'react'

/** How many pixels a rem is: a large window has larger type. */
export function useRem(): number {
  return useSyncExternalStore(subscribe, read)
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

function read(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
