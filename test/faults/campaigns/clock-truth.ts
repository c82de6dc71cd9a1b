import type { SimulatedClock } from '../../core/support/simulated-clock.ts'

const minuteMs = 60_000
/** Two clocks that differ by less across two starts of the core are taken for one: drift and rounding. */
const driftMs = 2_000

/** When something happened: truly, by how much the wall clock was wrong then, in which start of core and computer. */
interface Instant {
  readonly trueMs: number
  readonly offMs: number
  readonly run: number
  readonly boot: number
  readonly upMs: number
}

/** What really passes, kept beside a console whose clocks lie. */
export interface Truth {
  readonly clock: SimulatedClock
  pass(ms: number): void
  sleep(ms: number): void
  /** Sets the wall clock wrong by so much. */
  setOff(ms: number): void
  restart(): void
  reboot(): void
  now(): Instant
  /** Slept since the last sign of life or event. */
  sleptMs(): number
  hasJumped(): boolean
  isSameRun(): boolean
  /** Within one start of the core: what passed since something was written. */
  sinceWrittenMs(): number
  /** Something was written into the log: tells how much time of the session passed since what was written before. */
  write(): number
  beat(): void
  /** The core came back: how much time passed since the last event, and how much of it nobody saw. */
  comeBack(): { readonly passedMs: number; readonly awayMs: number }
}

export function createTruth(clock: SimulatedClock, startWallMs: number): Truth {
  let now: Instant = { trueMs: startWallMs, offMs: 0, run: 1, boot: 1, upMs: 8 * 60 * minuteMs }
  let event = now
  let alive = now
  let sleptMs = 0
  const wallOf = ({ trueMs, offMs }: Instant) => trueMs + offMs
  const wordOf = (earlier: Instant) => Math.max(0, wallOf(now) - wallOf(earlier))
  const go = (ms: number) => {
    now = { ...now, trueMs: now.trueMs + ms, upMs: now.upMs + ms }
  }
  const between = (earlier: Instant) =>
    earlier.run === now.run ? now.trueMs - earlier.trueMs : wordOf(earlier)
  // The newest sign is what knows most; the wall clock is right where it was not moved since, the uptime where the
  // computer was not started anew and was up for longer than the wall clock tells. Otherwise the wall clock is believed.
  const knownSince = (sign: Instant) => {
    const word = wordOf(sign)
    const isOpen = sign.boot === now.boot ? now.upMs <= word : true
    if (sign.run === now.run || sign.offMs === now.offMs || !isOpen) return now.trueMs - sign.trueMs
    const byUpMs = now.upMs - sign.upMs
    return byUpMs >= 0 && now.upMs > word && Math.abs(byUpMs - word) > driftMs ? byUpMs : word
  }
  const wroteNow = () => {
    event = now
    sleptMs = 0
  }
  return {
    clock,
    pass(ms) {
      clock.pass(ms)
      go(ms)
    },
    sleep(ms) {
      clock.sleep(ms)
      go(ms)
      sleptMs += ms
    },
    setOff(ms) {
      clock.moveWall(ms - now.offMs)
      now = { ...now, offMs: ms }
    },
    restart() {
      clock.restart()
      now = { ...now, run: now.run + 1 }
      sleptMs = 0
    },
    reboot() {
      clock.reboot()
      now = { ...now, run: now.run + 1, boot: now.boot + 1, upMs: 0 }
      sleptMs = 0
    },
    now: () => now,
    sleptMs: () => sleptMs,
    hasJumped: () => event.run === now.run && Math.abs(now.offMs - event.offMs) > driftMs,
    isSameRun: () => event.run === now.run,
    sinceWrittenMs: () => now.trueMs - event.trueMs,
    write() {
      const passedMs = between(event)
      wroteNow()
      return passedMs
    },
    beat() {
      alive = now
      sleptMs = 0
    },
    comeBack() {
      const sinceAliveMs = knownSince(alive)
      const sinceEventMs =
        event.trueMs > alive.trueMs
          ? knownSince(event)
          : Math.max(0, sinceAliveMs + alive.trueMs - event.trueMs)
      const word = between(event)
      const passedMs = Math.abs(sinceEventMs - word) > driftMs ? sinceEventMs : word
      const awayMs = Math.min(event.trueMs > alive.trueMs ? sinceEventMs : sinceAliveMs, sinceEventMs)
      wroteNow()
      alive = now
      return { passedMs, awayMs }
    },
  }
}
