import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readHeader } from '../../../src/main/core/vault/header.ts'
import { floor, isOverCeiling, isUnderFloor, type Strength } from '../../../src/main/core/vault/slot-key.ts'
import {
  chooseStrength,
  memoriesKiB,
  mostPasses,
  strengthFor,
  targetMs,
} from '../../../src/main/core/vault/slot-strength.ts'
import { letReviewerIn, reviewerPassphrase } from '../reviewer/reviewed-world.ts'
import { createOpenWorld, passphrase, recoveryCode, valueOf, type World } from '../support/world.ts'

/** Milliseconds for one pass over one MiB, from a machine of tomorrow to one that is all but standing still. */
const believable = fc.double({ min: 0.001, max: 1_000, noNaN: true })

/** What the division may be off by. */
const rounding = 1e-9

function workOf({ memoryKiB, passes }: Strength): number {
  return (memoryKiB / 1_024) * passes
}

describe('the strength of a new slot', () => {
  it('is never under the floor and never over what is read, whatever was measured', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), believable), (msPerMiB) => {
        const strength = strengthFor(msPerMiB)
        expect(isUnderFloor(strength)).toBe(false)
        expect(isOverCeiling(strength)).toBe(false)
        expect(strength.lanes).toBe(1)
        expect(Number.isInteger(strength.passes)).toBe(true)
      }),
    )
  })

  it('takes half a second and not a pass more, unless that were under the floor', () => {
    fc.assert(
      fc.property(believable, (msPerMiB) => {
        const strength = strengthFor(msPerMiB)
        const tookMs = workOf(strength) * msPerMiB
        const withOneMoreMs = workOf({ ...strength, passes: strength.passes + 1 }) * msPerMiB
        expect(tookMs <= targetMs * (1 + rounding) || strength === floor).toBe(true)
        expect(withOneMoreMs > targetMs * (1 - rounding) || strength.passes === mostPasses).toBe(true)
      }),
    )
  })

  it('takes as much memory as leaves time for the passes of the floor', () => {
    fc.assert(
      fc.property(believable, (msPerMiB) => {
        const { memoryKiB } = strengthFor(msPerMiB)
        const more = memoriesKiB.filter((one) => one > memoryKiB)
        expect(
          more.every((one) => workOf({ ...floor, memoryKiB: one }) * msPerMiB > targetMs * (1 - rounding)),
        ).toBe(true)
      }),
    )
  })

  it('asks no more of a slower computer than of a faster one', () => {
    fc.assert(
      fc.property(believable, believable, (one, other) => {
        const [fast, slow] = [Math.min(one, other), Math.max(one, other)]
        expect(workOf(strengthFor(slow))).toBeLessThanOrEqual(workOf(strengthFor(fast)))
      }),
    )
  })

  it('is the floor where nothing was measured', () => {
    for (const nothing of [0, -1, Number.NaN, Infinity, -Infinity]) expect(strengthFor(nothing)).toBe(floor)
  })
})

/** A stopwatch on which each trial takes so long, whatever it really takes; the last one is as long as those after it. */
function stopwatch(...tookMs: number[]): () => number {
  let [readings, nowMs] = [0, 5_000]
  return () => {
    if (readings % 2 === 1) nowMs += tookMs[(readings - 1) / 2] ?? tookMs.at(-1) ?? 0
    readings += 1
    return nowMs
  }
}

describe('measuring it', () => {
  it.each<[string, number[], Strength]>([
    ['this fast', [100], { memoryKiB: 262_144, passes: 5, lanes: 1 }],
    ['too slow for the most memory', [300], { memoryKiB: 131_072, passes: 3, lanes: 1 }],
    ['very slow', [5_000], floor],
    ['busy but for one trial', [400, 2_000, 100, 900], { memoryKiB: 262_144, passes: 5, lanes: 1 }],
    ['asleep in one trial', [28_800_000, 100], { memoryKiB: 262_144, passes: 5, lanes: 1 }],
    ['one whose clock jumped back', [-7_200_000, 100], { memoryKiB: 262_144, passes: 5, lanes: 1 }],
    ['one whose clock stands still', [0], floor],
  ])('on a computer that is %s', async (_, tookMs, expected) => {
    expect(await chooseStrength(stopwatch(...tookMs))).toEqual(expected)
  })
})

/** An open world on a computer on which 128 MiB and 3 passes take half a second. */
async function openSlowWorld(): Promise<World> {
  const world = await createOpenWorld(() => chooseStrength(stopwatch(300)))
  onTestFinished(() => world.close())
  return world
}

function strengthsOf(world: World): readonly [string, Strength][] {
  const header = valueOf(readHeader(readFileSync(join(world.paths.vaultDir, 'vault.json'), 'utf8')))
  return header.slots.map(({ kind, argon2id: { memoryKiB, passes, lanes } }) => [
    kind,
    { memoryKiB, passes, lanes },
  ])
}

describe('a vault', () => {
  const measured = { memoryKiB: 131_072, passes: 3, lanes: 1 }

  it('gets slots of the strength that was measured when each was made', async () => {
    const world = await openSlowWorld()
    expect(strengthsOf(world)).toEqual([
      ['passphrase', measured],
      ['recovery', measured],
    ])
    await letReviewerIn(world)
    expect(strengthsOf(world)).toEqual([
      ['passphrase', measured],
      ['recovery', measured],
      ['reviewer', measured],
    ])
    for (const [kind, secret, access] of [
      ['passphrase', passphrase, 'unlocked'],
      ['recovery', recoveryCode, 'unlocked'],
      ['passphrase', reviewerPassphrase, 'reviewing'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      await world.get('vault.lock', {})
      // oxlint-disable-next-line no-await-in-loop
      await world.get('vault.unlock', { kind, secret })
      // oxlint-disable-next-line no-await-in-loop
      expect(await world.get('vault.access', {})).toBe(access)
    }
  })

  it('of which the slots have the floor opens as ever', async () => {
    const world = await createOpenWorld()
    onTestFinished(() => world.close())
    expect(strengthsOf(world).map(([, strength]) => strength)).toEqual([floor, floor])
    await world.get('vault.lock', {})
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
    expect(await world.get('vault.access', {})).toBe('unlocked')
  })
})
