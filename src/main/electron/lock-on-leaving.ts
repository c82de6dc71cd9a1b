import type { PowerMonitor } from 'electron'

/**
 * Locks when the computer sleeps or its screen is locked. Linux tells only of sleep. The lock is also a running session's
 * last sign of life: unlocking tells how long the console was away, sleep included, on every system.
 * https://www.electronjs.org/docs/latest/api/power-monitor
 */
export function lockOnLeaving(monitor: PowerMonitor, lock: () => void): void {
  monitor.on('suspend', lock)
  monitor.on('lock-screen', lock)
}
