import { createClock, type Clock } from '../../../src/main/core/clock.ts'

/** The console's own clock on a computer whose time a test moves. Starts on a Tuesday evening. */
export interface SimulatedClock extends Clock {
  pass(ms: number): void
  /** The computer sleeps: time passes, and the processor's own counter stands still. */
  sleep(ms: number): void
  /** Moves the wall clock alone, as a person or a time server does. */
  moveWall(ms: number): void
  /** The computer is taken to another place, or told of one. */
  moveTo(zone: string): void
  /** A new start of the core: nothing of the monotonic clock is comparable any more. */
  restart(): void
  /** A new start of the computer, and of the core. */
  reboot(): void
}

export function createSimulatedClock(
  startWallMs = Date.UTC(2026, 10, 24, 18),
  startZone = 'America/Chicago',
): SimulatedClock {
  const now = { wallMs: startWallMs, monoMs: 0, uptimeMs: 8 * 3_600_000, zone: startZone, runs: 1 }
  const start = () =>
    createClock({
      wall: () => now.wallMs,
      mono: () => BigInt(now.monoMs) * 1_000_000n,
      uptime: () => now.uptimeMs / 1_000,
      run: `run ${now.runs}`,
      zone: () => now.zone,
    })
  let clock = start()
  const restart = () => {
    now.runs += 1
    clock = start()
  }
  const sleep = (ms: number) => {
    now.wallMs += ms
    now.uptimeMs += ms
  }
  return {
    read: () => clock.read(),
    sleptSince: (stamp) => clock.sleptSince(stamp),
    uptimeMs: () => clock.uptimeMs(),
    pass(ms) {
      sleep(ms)
      now.monoMs += ms
    },
    sleep,
    moveWall(ms) {
      now.wallMs += ms
    },
    moveTo(zone) {
      now.zone = zone
    },
    restart,
    reboot() {
      now.uptimeMs = 0
      now.monoMs = 0
      restart()
    },
  }
}
