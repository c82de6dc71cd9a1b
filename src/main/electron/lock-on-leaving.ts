import type { PowerMonitor } from 'electron'

/**
 * Locks when the computer sleeps, its screen is locked, or somebody else takes it over in an account of their own. Linux
 * tells only of sleep, and macOS alone of accounts. A running session goes on behind the lock; unlocking tells how long that
 * was, and a sleep in it is asked about on every system.
 * https://www.electronjs.org/docs/latest/api/power-monitor
 */
export function lockOnLeaving(monitor: PowerMonitor, lock: () => void): void {
  monitor.on('suspend', lock)
  monitor.on('lock-screen', lock)
  monitor.on('user-did-resign-active', lock)
}
