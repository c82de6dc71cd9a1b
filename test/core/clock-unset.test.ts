import { afterEach, expect, it } from 'vitest'
import { foldAll } from '../../src/shared/session/fold.ts'
import { readLog } from '../../src/shared/session/log-text.ts'
import { createOpenWorld, passphrase, startSession, type World } from './support/world.ts'

const unlocking = { kind: 'passphrase', secret: passphrase } as const
const unset = { ok: false, error: { code: 'clock-unset' } }

let world: World
afterEach(() => world.close())

/** The battery is empty: it is the first day of 1970 again, and a quarter past midnight. */
function forgetTime(): () => void {
  const byMs = world.clock.read().wallMs - 15 * 60_000
  world.clock.moveWall(-byMs)
  return () => world.clock.moveWall(byMs)
}

it('opens nothing before 1980, and opens once the clock is set', async () => {
  world = await createOpenWorld()
  await world.get('vault.lock', {})
  const setTime = forgetTime()
  expect(await world.ask('vault.unlock', unlocking)).toEqual(unset)
  setTime()
  await world.get('vault.unlock', unlocking)
  expect(await world.get('access.list', { beforeSeq: null, personId: null })).toHaveLength(2)
})

it('begins and signs nothing before 1980, and goes on with the session that runs, minute for minute', async () => {
  world = await createOpenWorld()
  const { sessionId, act, memberIds, groupId, leadId } = await startSession(world)
  world.clock.pass(10 * 60_000)
  forgetTime()
  await act({ type: 'next-phase' })
  world.clock.pass(5 * 60_000)
  await act({ type: 'end' })
  const again = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  expect(await world.ask('session.prepare', again)).toEqual(unset)
  const [personId = leadId] = memberIds
  expect(await world.ask('note.sign', { sessionId, personId, overridden: [] })).toEqual(unset)
  const { log } = await world.get('session.open', { sessionId })
  expect(foldAll(readLog(log))).toMatchObject({ stage: 'ended', elapsedMs: 15 * 60_000 })
})

it('starts nothing before 1980 that was prepared when the clock was right', async () => {
  world = await createOpenWorld()
  const { sessionId, act } = await startSession(world)
  await act({ type: 'undo' })
  const setTime = forgetTime()
  const start = { type: 'start', end: 'full-length' } as const
  expect(await world.ask('session.act', { sessionId, command: start })).toEqual(unset)
  setTime()
  await act(start)
})
