import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Touches } from '../../../src/shared/ipc/interaction-calls.ts'
import { sessionIdSchema } from '../../../src/shared/ids.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { openRooms } from '../support/open-rooms.ts'
import { createOpenWorld, definitely, startSession, valueOf, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await createOpenWorld()
})
afterEach(() => world.close())

const before: Touches = { minute: 0, phaseId: null, keyPresses: 7, clicks: 1, typed: 0 }

it('adds up what comes in small batches, by minute and phase', async () => {
  const { sessionId } = await startSession(world)
  const { phases } = await firstPhases(sessionId)
  const [opening, second] = phases
  const at = (minute: number, phaseId = definitely(opening)): Touches => ({
    minute,
    phaseId,
    keyPresses: 2,
    clicks: 1,
    typed: 30,
  })
  await world.get('interaction.add', { sessionId, touches: [before, at(0), at(1)] })
  await world.get('interaction.add', { sessionId, touches: [at(1), at(1, definitely(second))] })
  const read = await world.get('interaction.read', { sessionId })
  expect(read).toHaveLength(4)
  expect(read).toContainEqual(before)
  expect(read).toContainEqual({ ...at(1), keyPresses: 4, clicks: 2, typed: 60 })
  expect(read.map(({ minute }) => minute)).toEqual([0, 0, 1, 1])
})

it('stays at the most that is told, and can be read, however much is added', async () => {
  const { sessionId } = await startSession(world)
  const many = { ...before, typed: 100_000 }
  for (const touches of [[many], [many, before]]) await world.get('interaction.add', { sessionId, touches })
  expect(await world.get('interaction.read', { sessionId })).toEqual([
    { ...before, keyPresses: 21, clicks: 3, typed: 100_000 },
  ])
})

async function firstPhases(sessionId: Parameters<typeof sessionIdSchema.parse>[0]) {
  const { log } = await world.get('session.open', { sessionId: sessionIdSchema.parse(sessionId) })
  const events = readLog(log)
  const prepared = events.find(({ body }) => body.type === 'session.prepared')?.body
  return { phases: prepared?.type === 'session.prepared' ? prepared.phases.map(({ id }) => id) : [] }
}

it('is kept through a crash and goes on counting after it', async () => {
  const rooms = await openRooms()
  const inside = rooms.enter()
  const sessionId = await rooms.prepare(inside)
  valueOf(await inside.calls['interaction.add']({ sessionId, touches: [before] }))
  const after = rooms.enter()
  valueOf(await after.calls['interaction.add']({ sessionId, touches: [before] }))
  expect(valueOf(await after.calls['interaction.read']({ sessionId }))).toEqual([
    { ...before, keyPresses: 14, clicks: 2 },
  ])
  rooms.close()
})

it('knows no session that is not there, and takes no negative counts', async () => {
  const nowhere = sessionIdSchema.parse('00000000-0000-4000-8000-00000000dead')
  const input = { sessionId: nowhere, touches: [before] }
  expect(await world.ask('interaction.add', input)).toEqual({ ok: false, error: { code: 'not-found' } })
  expect(await world.ask('interaction.read', { sessionId: nowhere })).toMatchObject({
    error: { code: 'not-found' },
  })
  const { sessionId } = await startSession(world)
  const answer = await world.ask('interaction.add', { sessionId, touches: [{ ...before, clicks: -1 }] })
  expect(answer).toMatchObject({ error: { code: 'bad-input' } })
})

it('is for the facilitator alone: it is in no document, no event and no list', async () => {
  const { sessionId, act } = await startSession(world)
  await act({ type: 'end' })
  const shown = async () =>
    JSON.stringify([
      // The time of asking is another one.
      { ...(await world.get('session.open', { sessionId })), now: null },
      await world.get('session.current', {}),
      await world.get('debrief.read', { sessionId }),
      await world.get('roster.read', {}),
      valueOf(await world.core.run('export.facts', { sessionId })),
    ])
  const untouched = await shown()
  await world.get('interaction.add', {
    sessionId,
    touches: [{ minute: 0, phaseId: null, keyPresses: 98_761, clicks: 87_651, typed: 76_541 }],
  })
  expect(await shown()).toBe(untouched)
  expect(JSON.stringify(world.pushed)).not.toMatch(/98761|87651|76541/)
})
