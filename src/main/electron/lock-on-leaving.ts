import type { PowerMonitor } from 'electron'

/**
 * Locks when the computer sleeps or its screen is locked. Linux tells only of sleep. A running session goes on behind the
 * lock; unlocking tells how long that was, and a sleep in it is asked about on every system.
 * https://www.electronjs.org/docs/latest/api/power-monitor
 */
export function lockOnLeaving(monitor: PowerMonitor, lock: () => void): void {
  monitor.on('suspend', lock)
  monitor.on('lock-screen', lock)
}
