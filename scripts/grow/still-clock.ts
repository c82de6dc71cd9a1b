import type { Clock } from '../../src/main/core/clock.ts'

/** A clock that stands still. */
export function clockAt(wallMs: number, zone: string): Clock {
  return {
    read: () => ({ wallMs, monoMs: 0, run: 'grown', zone }),
    sleptSince: () => 0,
    uptimeMs: () => 0,
  }
}
