import type { PowerMonitor } from 'electron'

/** How often a screen is looked at that nobody tells of. */
export const screenLookedAtMs = 5_000

/** Electron takes none below a second; whether somebody is idle is not what is asked here. */
const anyIdleSeconds = 60

interface Surroundings {
  readonly platform: NodeJS.Platform
  /** Does something again and again, so many milliseconds apart. */
  readonly every: (ms: number, act: () => void) => void
}

/**
 * Locks when the computer sleeps, its screen is locked, or somebody else takes it over in an account of their own. macOS alone
 * tells of accounts. Linux tells only of sleep: there the screen is looked at instead, and a desktop that does not say of its
 * screen that it is locked leaves the vault open until it sleeps or nobody has touched it. A running session goes on behind the
 * lock; unlocking tells how long that was, and a sleep in it is asked about on every system.
 * https://www.electronjs.org/docs/latest/api/power-monitor
 */
export function lockOnLeaving(
  monitor: PowerMonitor,
  { platform, every }: Surroundings,
  lock: () => void,
): void {
  monitor.on('suspend', lock)
  monitor.on('lock-screen', lock)
  monitor.on('user-did-resign-active', lock)
  if (platform !== 'linux') return
  let wasLocked = false
  every(screenLookedAtMs, () => {
    const isLocked = monitor.getSystemIdleState(anyIdleSeconds) === 'locked'
    // Once for each time that it is locked: a desktop that goes on saying so would let nobody work.
    if (isLocked && !wasLocked) lock()
    wasLocked = isLocked
  })
}
