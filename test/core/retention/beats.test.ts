import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createKeptWorld, eraseGone, letYearsPass, type KeptWorld } from './kept-world.ts'

let kept: KeptWorld

beforeAll(async () => {
  kept = await createKeptWorld()
  letYearsPass(kept.world, 12)
})
afterAll(() => kept.world.close())

it('a beat while a chart is erased waits until the vault is open again, and the clock is told at once', async () => {
  const { core, pushed } = kept.world
  const progress = { isErased: false }
  const beats: Promise<void>[] = []
  const erasing = eraseGone(kept).finally(() => {
    progress.isErased = true
  })
  while (!progress.isErased) {
    pushed.length = 0
    beats.push(core.beat())
    expect(pushed.map(({ name }) => name)).toContain('clock.read')
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await nextTurn()
  }
  expect(await erasing).toMatchObject({ ok: true })
  await Promise.all(beats)
  expect(beats.length).toBeGreaterThan(10)
})
