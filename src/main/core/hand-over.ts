import type { OfferedFolder } from './backup/restore-handlers.ts'
import type { ClockCourse } from './clock.ts'
import type { Missed } from './keys/door-tries.ts'
import type { Watching } from './watch/watch.ts'

/**
 * What one process of the core leaves to the next when it ends at the lock: plain data, in which no person is named and
 * nothing of a note stands. Whatever else it held is gone with it.
 */
export interface HandOver {
  /** The clock goes on as the same run: a session that was running is compared with it after the lock. */
  readonly clock: ClockCourse
  /** The session that goes on behind the lock; null when none does. */
  readonly watching: Watching | null
  /** The folder of a backup that was chosen and not restored yet. */
  readonly offered: OfferedFolder | null
  /** When the author last typed what opens the vault, in milliseconds of uptime; null when the next one has to type. */
  readonly typedAtMs: number | null
  /** Wrong tries at the door: another process forgives none of them. */
  readonly missed: Missed
}
