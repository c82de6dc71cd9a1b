/** How often the sampling mode asks who has been heard. */
export const sampleMs = 5 * 60_000

/**
 * The span of five minutes, counted from 0, that an answer given at this session time is about: the last one that is
 * over. Before the first is over, the first.
 */
export function sampleAt(elapsedMs: number): number {
  return Math.max(0, Math.floor(elapsedMs / sampleMs) - 1)
}

/** How many spans are over at this session time, and so have been asked about. */
export function samplesAsked(elapsedMs: number): number {
  return Math.floor(elapsedMs / sampleMs)
}
