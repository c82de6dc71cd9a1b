import { expect, it } from 'vitest'
import { measureAbsence, type SignOfLife } from '../../../src/main/core/session/absence.ts'
import type { Stamp } from '../../../src/shared/session/stamp.ts'

const hourMs = 3_600_000
const reading = { run: 'one', zone: 'UTC' } as const
const alive: SignOfLife = { stamp: { ...reading, wallMs: 0, monoMs: 0 }, uptimeMs: 9 * hourMs }

/** Something was done ten seconds after the last heartbeat, when the wall clock had just been moved. */
function eventAfterJump(byMs: number): Stamp {
  return { ...reading, wallMs: 10_000 + byMs, monoMs: 10_000 }
}

it.each([
  ['forward by an hour, and the computer is started anew', hourMs, 60_000],
  ['forward by longer than the computer is up', 26 * hourMs, 9 * hourMs + 70_000],
  ['back by thirty years, and the computer is started anew', -30 * 365 * 24 * hourMs, 60_000],
])('takes an event after the last heartbeat for what the wall clock said last: %s', (_, byMs, uptimeMs) => {
  const event = eventAfterJump(byMs)
  const now = { stamp: { ...reading, run: 'two', wallMs: event.wallMs + 60_000, monoMs: 5 }, uptimeMs }
  expect(measureAbsence(event, alive, now)).toEqual({ awayMs: 60_000, passedMs: null })
})

it('goes by the uptime where the wall clock was moved after that event', () => {
  const event = eventAfterJump(0)
  const now = {
    stamp: { ...reading, run: 'two', wallMs: event.wallMs - hourMs, monoMs: 5 },
    uptimeMs: 9 * hourMs + 70_000,
  }
  expect(measureAbsence(event, alive, now)).toEqual({ awayMs: 60_000, passedMs: 60_000 })
})
