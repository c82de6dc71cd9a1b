/* oxlint-disable no-await-in-loop -- one act after the other */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Core } from '../../src/main/core/create-core.ts'
import { fail } from '../../src/shared/result.ts'
import { createDice } from '../properties/dice.ts'
import { valueOf } from '../core/support/world.ts'
import { createHomeCore, makeClinic, temporaryHome } from './campaigns/busy/home-core.ts'
import { createHeldDesk, WrongAnswer, type HeldDesk } from './campaigns/enospc/held-desk.ts'

// What `enospc` would say of a core in which nothing waits for the disk, and whether it goes on where a start is undone.
const dice = createDice(7)
let clinic: ReturnType<typeof temporaryHome>
beforeEach(async () => {
  clinic = temporaryHome()
  await makeClinic(clinic.home)
})
afterEach(() => clinic.remove())

async function stageOf({ core }: HeldDesk): Promise<string | undefined> {
  return valueOf(await core.call('session.current', {}))[0]?.stage
}

/** Answers as a full disk does while `isFull`, of whatever belongs to a session. */
function fillingUp(isFull: () => boolean): typeof createHomeCore {
  return (home, push) => {
    const core = createHomeCore(home, push)
    const call: Core['call'] = (name, input) =>
      isFull() && name.startsWith('session.')
        ? Promise.resolve(fail({ code: 'disk-full' }))
        : core.call(name, input)
    return { ...core, call }
  }
}

it('the campaign on a full disk finds a session that does not go on in memory', async () => {
  let isFull = false
  const desk = createHeldDesk(
    clinic.home,
    new Map(),
    fillingUp(() => isFull),
  )
  await desk.unlock()
  isFull = true
  // Without a session that runs, a full disk may refuse.
  await desk.act(dice)
  isFull = false
  expect(await stageOf(desk)).toBeUndefined()
  await desk.act(dice)
  expect(await stageOf(desk)).toBe('running')
  isFull = true
  await expect(async () => {
    for (let act = 0; act < 20; act += 1) await desk.act(dice)
  }).rejects.toThrow(WrongAnswer)
  await desk.core.run('shut-down', null)
})

it('the campaign on a full disk begins again what has been taken back', async () => {
  const desk = createHeldDesk(clinic.home, new Map())
  await desk.unlock()
  await desk.act(dice)
  const [running] = valueOf(await desk.core.call('session.current', {}))
  if (running === undefined) throw new Error('no session runs')
  const { sessionId } = running
  while ((await stageOf(desk)) === 'running')
    valueOf(await desk.core.call('session.act', { sessionId, command: { type: 'undo' } }))
  expect(await stageOf(desk)).toBe('prepared')
  await desk.act(dice)
  expect(await stageOf(desk)).toBe('running')
  await desk.core.run('shut-down', null)
})
