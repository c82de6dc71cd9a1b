/* oxlint-disable no-await-in-loop -- one try after the other is the point */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDoorTries } from '../../../src/main/core/keys/door-tries.ts'
import { maxTries } from '../../../src/shared/ipc/conceal-calls.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import {
  createNextCore,
  createOpenWorld,
  definitely,
  passphrase,
  recoveryCode,
  type World,
} from '../support/world.ts'

const right = { kind: 'passphrase', secret: passphrase } as const
const byCode = { kind: 'recovery', secret: recoveryCode } as const
const wrong = { kind: 'passphrase', secret: 'some other words altogether' } as const
const isWrong = { ok: false, error: { code: 'wrong-secret' } }
const secondMs = 1_000

function hasToWait(seconds: number) {
  return { ok: false, error: { code: 'too-many-tries', waitMs: seconds * secondMs } }
}

describe('at a locked vault', () => {
  let world: World
  beforeEach(async () => {
    world = await createOpenWorld()
    await world.get('vault.lock', {})
  })
  afterEach(() => world.close())

  const open = (secret: typeof right | typeof byCode | typeof wrong) => world.ask('vault.unlock', secret)

  async function missFiveTimes(): Promise<void> {
    for (let miss = 0; miss < maxTries; miss += 1) expect(await open(wrong)).toMatchObject(isWrong)
  }

  it('five wrong tries in a row cost nothing; the next one waits, whatever is typed, and the one after it longer', async () => {
    await missFiveTimes()
    expect(await open(right)).toEqual(hasToWait(5))
    world.clock.pass(4 * secondMs)
    expect(await open(byCode)).toEqual(hasToWait(1))
    world.clock.pass(secondMs)
    expect(await open(wrong)).toMatchObject(isWrong)
    expect(await open(right)).toEqual(hasToWait(10))
    world.clock.pass(10 * secondMs)
    expect(await open(right)).toEqual(succeed(null))
  })

  it('what opens forgives the wrong ones', async () => {
    for (let miss = 1; miss < maxTries; miss += 1) await open(wrong)
    expect(await open(right)).toEqual(succeed(null))
    await world.get('vault.lock', {})
    await missFiveTimes()
  })

  it('looking into a damaged vault is no way around it', async () => {
    await missFiveTimes()
    expect(await world.ask('mend.look', right)).toEqual(hasToWait(5))
  })

  it('what a backup of one’s own answers, or a look that is cancelled, forgives none of them', async () => {
    await missFiveTimes()
    const tries = createDoorTries(world.clock, { count: maxTries, lastMs: 0 })
    for (const name of ['backups.restore', 'mend.look'] as const) {
      world.clock.pass(3_600 * secondMs)
      expect(await tries.heed(name, () => succeed(null))).toEqual(succeed(null))
      expect(tries.missed().count, name).toBe(maxTries)
    }
    expect(await tries.heed('vault.unlock', () => succeed(null))).toEqual(succeed(null))
    expect(tries.missed().count).toBe(0)
  })

  it('another process of the core forgives none of them', async () => {
    await missFiveTimes()
    const next = createNextCore(world, definitely(await world.core.handOver()))
    expect(await next.call('vault.unlock', right)).toEqual(hasToWait(5))
    world.clock.pass(5 * secondMs)
    expect(await next.call('vault.unlock', right)).toEqual(succeed(null))
    await next.call('vault.lock', {})
  })
})

it('however somebody guesses, no more are tried than five and one for each wait', async () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 90 * secondMs }), { minLength: 1, maxLength: 80 })
  await fc.assert(
    fc.asyncProperty(pauses, async (pausesMs) => {
      let nowMs = 0
      const heardMs: number[] = []
      const tries = createDoorTries({ uptimeMs: () => nowMs })
      const atMostAMinute = expect.toSatisfy((waitMs: number) => waitMs <= 60 * secondMs)
      for (const pauseMs of pausesMs) {
        nowMs += pauseMs
        const tried = await tries.heed('vault.unlock', () => {
          heardMs.push(nowMs)
          return fail({ code: 'wrong-secret' })
        })
        const isHeard = definitely(heardMs.at(-1)) === nowMs
        if (!isHeard) expect(tried).toMatchObject({ error: { waitMs: atMostAMinute } })
      }
      const waitsMs = heardMs.map((atMs, at) => atMs - (heardMs[at - 1] ?? 0)).slice(maxTries)
      waitsMs.forEach((waitMs, at) =>
        expect(waitMs).toBeGreaterThanOrEqual(Math.min(60, 5 * 2 ** at) * secondMs),
      )
    }),
  )
})
