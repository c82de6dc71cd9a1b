import { z } from '../zod.ts'

/**
 * One reading of the core's clocks, kept in every event.
 * `wallMs`: milliseconds since 1970 UTC, as the computer shows it; it can jump.
 * `monoMs`: milliseconds of a clock that never goes back and counts sleep; comparable only within one `run`.
 * `run`: names one start of the core. `zone`: IANA time zone in force.
 */
export const stampSchema = z.strictObject({
  wallMs: z.int(),
  monoMs: z.int().min(0),
  run: z.string().min(1).max(36),
  zone: z.string().min(1).max(64),
})
export type Stamp = z.infer<typeof stampSchema>

/** A difference between the two clocks above this is a jump; below it is drift and rounding. */
export const jumpThresholdMs = 2_000

/**
 * Milliseconds that really passed between two readings. Within one run the monotonic clock knows; across runs only the
 * wall clock is left, and time never runs backwards.
 */
export function elapsedBetween(earlier: Stamp, later: Stamp): number {
  const passedMs = earlier.run === later.run ? later.monoMs - earlier.monoMs : later.wallMs - earlier.wallMs
  return Math.max(0, passedMs)
}

/** By how many milliseconds the wall clock was moved between two readings of one run; 0 when it was not. */
export function jumpBetween(earlier: Stamp, later: Stamp): number {
  if (earlier.run !== later.run) return 0
  const byMs = later.wallMs - earlier.wallMs - (later.monoMs - earlier.monoMs)
  return Math.abs(byMs) > jumpThresholdMs ? byMs : 0
}
