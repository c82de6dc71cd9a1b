import { expect, it } from 'vitest'
import { createClock } from '../../src/main/core/clock.ts'
import { elapsedBetween, jumpBetween, stampSchema } from '../../src/shared/session/stamp.ts'

function createComputer() {
  const now = { wallMs: 1_800_000_000_000.7, monoNs: 4_000_000_000_123n, uptimeS: 4_001 }
  const clock = createClock({
    wall: () => now.wallMs,
    mono: () => now.monoNs,
    uptime: () => now.uptimeS,
    run: 'run',
    zone: () => 'Europe/Vienna',
  })
  return { now, clock }
}

it('reads whole milliseconds since its run began, and the zone in force', () => {
  const { now, clock } = createComputer()
  expect(clock.read()).toEqual({ wallMs: 1_800_000_000_000, monoMs: 0, run: 'run', zone: 'Europe/Vienna' })
  now.monoNs += 1_500_900_000n
  now.uptimeS += 1.5
  expect(stampSchema.parse(clock.read()).monoMs).toBe(1_500)
})

it('counts sleep, in which only the uptime goes on', () => {
  const { now, clock } = createComputer()
  const before = clock.read()
  now.wallMs += 3_600_000
  now.uptimeS += 3_600
  const after = clock.read()
  expect(elapsedBetween(before, after)).toBe(3_600_000)
  expect(jumpBetween(before, after)).toBe(0)
  expect(clock.read().monoMs).toBe(after.monoMs)
})

it('loses no millisecond of a sleep to the fractions of an uptime', () => {
  const { now, clock } = createComputer()
  let [upMs, passedMs] = [4_001_000, 0]
  while (passedMs < 60_000_000) {
    const sleptMs = 61_237
    upMs += sleptMs
    passedMs += sleptMs
    now.uptimeS = upMs / 1_000
    expect(clock.read().monoMs).toBe(passedMs)
  }
})

it('takes an uptime in whole seconds for no sleep', () => {
  const { now, clock } = createComputer()
  for (const uptimeS of [4_002, 4_001, 4_002]) {
    now.uptimeS = uptimeS
    expect(clock.read().monoMs).toBe(0)
  }
})

it('tells a moved wall clock from time that passed', () => {
  const { now, clock } = createComputer()
  const before = clock.read()
  now.wallMs -= 60_000
  now.monoNs += 1_000_000_000n
  now.uptimeS += 1
  expect(elapsedBetween(before, clock.read())).toBe(1_000)
  expect(jumpBetween(before, clock.read())).toBe(-61_000)
})
