// What waits for its time keeps no console alive.

/** Calls once after so many milliseconds, unless the answer is called before. */
export function callAfter(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms).unref()
  return () => clearTimeout(timer)
}

/** Calls again and again, so many milliseconds apart. */
export function callEvery(ms: number, act: () => void): void {
  setInterval(act, ms).unref()
}
