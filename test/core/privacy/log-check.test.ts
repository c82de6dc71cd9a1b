/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Inside } from '../../../src/main/core/dispatch.ts'
import { createLogCheckJob } from '../../../src/main/core/privacy/log-check-job.ts'
import { readLogCheck } from '../../../src/main/core/privacy/privacy-repository.ts'
import { readStoredEvents } from '../../../src/main/core/session/event-repository.ts'
import { write, type WritableDb } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import type { SessionId } from '../../../src/shared/ids.ts'
import { logCheckStateSchema, type LogCheckState } from '../../../src/shared/ipc/privacy-calls.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { definitely, valueOf } from '../support/world.ts'

let rooms: OpenRooms
let inside: Inside
let record: WritableDb<'record'>
let sessionIds: SessionId[]

beforeEach(async () => {
  rooms = await openRooms()
  inside = rooms.enter()
  ;({ record } = rooms.vault)
  sessionIds = []
  for (let count = 0; count < 4; count += 1) sessionIds.push(await hold(count === 3))
})
afterEach(() => rooms.close())

async function hold(staysOpen: boolean): Promise<SessionId> {
  const sessionId = await rooms.prepare(inside)
  const commands = [
    { type: 'arrive-all' },
    { type: 'start', end: 'full-length' },
    ...(staysOpen ? [] : [{ type: 'end' } as const]),
  ] as const
  for (const command of commands) valueOf(await inside.calls['session.act']({ sessionId, command }))
  valueOf(await inside.calls['session.record-note']({ sessionId, text: 'A word.' }))
  return sessionId
}

/** A job whose slices hold one session each, and go on when the test says so. */
function createJob() {
  const waiting: (() => void)[] = []
  const told: LogCheckState[] = []
  let nowMs = 0
  const job = createLogCheckJob({
    record,
    clock: rooms.clock,
    push: (_, push) => void told.push(logCheckStateSchema.parse(push)),
    isOpen: () => rooms.vault.isOpen(),
    later: (work) => void waiting.push(work),
    now: () => (nowMs += 1_000),
  })
  const step = () => waiting.shift()?.()
  const finish = () => {
    while (waiting.length > 0) step()
  }
  return { job, told, step, finish }
}

const eventCount = () =>
  sessionIds.reduce((sum, sessionId) => sum + readStoredEvents(record, sessionId).length, 0)

/** Somebody with the key has been at the log. */
function change(sessionId: SessionId): void {
  write(record, sql`DROP TRIGGER IF EXISTS session_event_is_not_changed`)
  write(record, sql`UPDATE session_event SET body = body || ' ' WHERE session_id = ${sessionId} AND seq = 2`)
}

it('goes through every log, the running session’s too, tells how far it is, and keeps when and what', () => {
  const { job, told, finish } = createJob()
  expect(job.state()).toEqual({ stage: 'idle', last: null, brokenIds: [] })
  job.start()
  expect(job.state()).toEqual({ stage: 'running', last: null, doneCount: 1, totalCount: 4 })
  finish()
  const found = {
    atMs: rooms.clock.read().wallMs,
    sessionCount: 4,
    eventCount: eventCount(),
    brokenCount: 0,
  }
  expect(told.map((state) => (state.stage === 'running' ? state.doneCount : state.last))).toEqual([
    1,
    2,
    3,
    found,
  ])
  expect(job.state()).toEqual({ stage: 'idle', last: found, brokenIds: [] })
  // Another start of the console says the same.
  expect(createJob().job.state()).toEqual({ stage: 'idle', last: found, brokenIds: [] })
})

it('finds a log that was changed, names it, and finds all others', () => {
  const { job, finish } = createJob()
  job.start()
  finish()
  const changed = definitely(sessionIds[1])
  change(changed)
  // What was found before stands until it is asked again.
  expect(readLogCheck(record)?.brokenCount).toBe(0)
  job.start()
  finish()
  expect(job.state()).toMatchObject({ last: { sessionCount: 4, brokenCount: 1 }, brokenIds: [changed] })
  expect(readLogCheck(record)?.brokenCount).toBe(1)
})

it('stops when it is told to, and then leaves what was found before', () => {
  const { job, told, step, finish } = createJob()
  job.start()
  finish()
  const before = readLogCheck(record)
  change(definitely(sessionIds[3]))
  rooms.clock.pass(60_000)
  job.start()
  job.start()
  step()
  job.cancel()
  finish()
  expect(told.at(-1)).toEqual({ stage: 'idle', last: before, brokenIds: [] })
  expect(readLogCheck(record)).toEqual(before)
})

it('ends with the vault', () => {
  const { job, finish } = createJob()
  job.start()
  rooms.vault.close()
  expect(finish).not.toThrow()
})

it('is answered by the console while it goes on, and a log that grows meanwhile is whole', async () => {
  valueOf(await inside.calls['privacy.check-log']({}))
  const sessionId = definitely(sessionIds[3])
  for (;;) {
    const state = valueOf(await inside.calls['privacy.log-check']({}))
    if (state.stage === 'idle') break
    valueOf(await inside.calls['session.record-note']({ sessionId, text: 'Meanwhile.' }))
    await new Promise(setImmediate)
  }
  expect(readLogCheck(record)).toMatchObject({ sessionCount: 4, brokenCount: 0 })
})
