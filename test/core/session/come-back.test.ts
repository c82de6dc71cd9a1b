import { afterAll, beforeAll, expect, it } from 'vitest'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { valueOf } from '../support/world.ts'

let rooms: OpenRooms

beforeAll(async () => {
  rooms = await openRooms()
})
afterAll(() => rooms.close())

async function startTalking() {
  const inside = rooms.enter()
  const sessionId = await rooms.prepare(inside)
  const act = inside.calls['session.act']
  await act({ sessionId, command: { type: 'start', end: 'full-length' } })
  await act({ sessionId, command: { type: 'give-floor', personId: rooms.leadId } })
  return { inside, sessionId }
}

async function comeBack(sessionId: Awaited<ReturnType<typeof startTalking>>['sessionId']) {
  const inside = rooms.enter()
  const { log } = valueOf(await inside.calls['session.open']({ sessionId }))
  const events = readLog(log)
  await inside.calls['session.act']({ sessionId, command: { type: 'end' } })
  return events
}

it('counts as not observed what passed since the last heartbeat before a crash', async () => {
  const { inside, sessionId } = await startTalking()
  rooms.clock.pass(12_000)
  inside.beat()
  rooms.clock.pass(3_000)
  rooms.clock.restart()
  rooms.clock.pass(60_000)
  const events = await comeBack(sessionId)
  expect(events.slice(-2).map(({ body }) => body)).toEqual([
    { type: 'console.returned', awayMs: 63_000 },
    { type: 'floor.released', personId: rooms.leadId },
  ])
  const state = foldAll(events)
  expect(state.stage).toBe('running')
  expect(state.time).toEqual({ silenceMs: 0, oneMs: 12_000, severalMs: 0, breakMs: 0, unobservedMs: 63_000 })
})

it('takes what was done after the last heartbeat for a sign of life', async () => {
  const { inside, sessionId } = await startTalking()
  inside.beat()
  rooms.clock.pass(4_000)
  await inside.calls['session.act']({ sessionId, command: { type: 'extend-phase', minutes: 5 } })
  rooms.clock.restart()
  rooms.clock.pass(60_000)
  const state = foldAll(await comeBack(sessionId))
  expect(state.time).toMatchObject({ oneMs: 4_000, unobservedMs: 60_000 })
})

it('goes on with a pause, and leaves alone what had ended', async () => {
  const { inside, sessionId } = await startTalking()
  await inside.calls['session.act']({ sessionId, command: { type: 'pause', kind: 'break' } })
  rooms.clock.restart()
  rooms.clock.pass(600_000)
  const events = await comeBack(sessionId)
  expect(foldAll(events)).toMatchObject({ stage: 'paused', pausedMs: 600_000, time: { unobservedMs: 0 } })
  rooms.clock.restart()
  const again = readLog(valueOf(await rooms.enter().calls['session.open']({ sessionId })).log)
  expect(again.at(-1)?.body.type).toBe('session.ended')
})
