import { startTransition, useEffect, useState } from 'react'
import type { Live } from './live-context.ts'

/** However busy the window is, what stands around the circle is no later than this. */
const patienceMs = 100

/**
 * Whoever taps looks at the circle: it is drawn first. What stands around it follows from the same state, as soon as the
 * tap is on the screen and the window has nothing else to do.
 */
export function useCalm(live: Live): Live {
  const [calm, setCalm] = useState(live)
  useEffect(() => {
    const request = requestIdleCallback(() => startTransition(() => setCalm(live)), { timeout: patienceMs })
    return () => cancelIdleCallback(request)
  }, [live])
  // No name stays a moment longer than it may.
  return calm.isConcealed === live.isConcealed ? calm : live
}
