import { elapsedBetween, jumpThresholdMs, type Stamp } from '../../../shared/session/stamp.ts'

/** That the console was there: a reading of its clocks, and how long the computer had been up. */
export interface SignOfLife {
  readonly stamp: Stamp
  /** Milliseconds; null where an earlier version did not keep it. */
  readonly uptimeMs: number | null
}

/** How long the console did not see a session. */
export interface Absence {
  readonly awayMs: number
  /** What really passed since the last event, where the wall clock tells it wrongly; null where it is right. */
  readonly passedMs: number | null
}

/** How long the console was away, and how much time has passed since a session's last event. */
export function measureAbsence(lastEvent: Stamp, alive: SignOfLife, now: SignOfLife): Absence {
  const seen = newestSign(lastEvent, alive)
  const sinceSeenMs = passedSince(seen, now)
  const sinceEventMs = Math.max(0, sinceSeenMs + signedBetween(lastEvent, seen.stamp))
  const isToldWrong = Math.abs(sinceEventMs - elapsedBetween(lastEvent, now.stamp)) > jumpThresholdMs
  return {
    awayMs: Math.min(sinceSeenMs, sinceEventMs),
    passedMs: isToldWrong ? sinceEventMs : null,
  }
}

// An event after the last heartbeat shows that the console was there too, and what the wall clock said by then.
function newestSign(lastEvent: Stamp, alive: SignOfLife): SignOfLife {
  const laterMs = lastEvent.run === alive.stamp.run ? lastEvent.monoMs - alive.stamp.monoMs : 0
  if (laterMs <= 0) return alive
  return { stamp: lastEvent, uptimeMs: alive.uptimeMs === null ? null : alive.uptimeMs + laterMs }
}

/**
 * Real milliseconds between two readings, of two runs of the core too: the uptime goes on between them unless the
 * computer itself was started anew. It was not, if it has been up for longer than the wall clock says it was away.
 * Where that is open, the wall clock is taken at its word.
 */
function passedSince(alive: SignOfLife, now: SignOfLife): number {
  const byStampsMs = elapsedBetween(alive.stamp, now.stamp)
  if (alive.stamp.run === now.stamp.run || alive.uptimeMs === null || now.uptimeMs === null) return byStampsMs
  const byUptimeMs = now.uptimeMs - alive.uptimeMs
  const isSameBoot = byUptimeMs >= 0 && now.uptimeMs > byStampsMs
  // The uptime may count whole seconds; where the two agree, the wall clock is finer.
  return isSameBoot && Math.abs(byUptimeMs - byStampsMs) > jumpThresholdMs ? byUptimeMs : byStampsMs
}

function signedBetween(earlier: Stamp, later: Stamp): number {
  return elapsedBetween(earlier, later) - elapsedBetween(later, earlier)
}
