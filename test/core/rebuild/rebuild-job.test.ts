/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rebuildStateSchema, type RebuildState } from '../../../src/shared/ipc/rebuild-calls.ts'
import type { SessionId } from '../../../src/shared/ids.ts'
import type { Inside } from '../../../src/main/core/dispatch.ts'
import { createRebuildJob, type RebuildJob } from '../../../src/main/core/rebuild/rebuild-job.ts'
import { projectSession } from '../../../src/main/core/session/projection.ts'
import {
  projectionVersion,
  readProjection,
  readProjectionVersion,
  saveProjectionVersion,
} from '../../../src/main/core/session/projection-repository.ts'
import { readLiveSession } from '../../../src/main/core/session/live-session.ts'
import { readAll, write, type WritableDb } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { z } from '../../../src/shared/zod.ts'
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
  for (let count = 0; count < 5; count += 1) sessionIds.push(await hold())
})
afterEach(() => rooms.close())

async function hold(): Promise<SessionId> {
  const sessionId = await rooms.prepare(inside)
  const personId = definitely(rooms.memberIds[0])
  const commands = [
    { type: 'arrive-all' },
    { type: 'start', end: 'full-length' },
    { type: 'mark', personId, mark: 'risk' },
    { type: 'end' },
  ] as const
  for (const command of commands) valueOf(await inside.calls['session.act']({ sessionId, command }))
  valueOf(await inside.calls['session.record-note']({ sessionId, text: 'A word.' }))
  return sessionId
}

/** A job whose slices hold one session each, and begin when the test says so. */
function startJob() {
  const waiting: (() => void)[] = []
  const told: RebuildState[] = []
  let nowMs = 0
  const job = createRebuildJob({
    record,
    push: (_, push) => void told.push(rebuildStateSchema.parse(push)),
    isOpen: () => rooms.vault.isOpen(),
    later: (work) => void waiting.push(work),
    now: () => (nowMs += 1_000),
  })
  const step = () => waiting.shift()?.()
  return { job, told, step, isWaiting: () => waiting.length > 0 }
}

function finish({ step, isWaiting }: { step: () => void; isWaiting: () => boolean }): void {
  while (isWaiting()) step()
}

/** Everything that is kept of every session, tallies too. */
function kept(): unknown {
  const tallies = sql`SELECT * FROM session_tally ORDER BY session_id`
  return {
    rows: sessionIds.map((id) => readProjection(record, id)),
    tallies: readAll(record, tallies, z.unknown()),
  }
}

/** As an earlier version left them: it knew no marks, no places of notes and no tallies. */
function makeOld(): void {
  write(record, sql`DELETE FROM session_mark`)
  write(record, sql`DELETE FROM session_note`)
  write(record, sql`DELETE FROM session_tally`)
  write(record, sql`UPDATE session SET topic = 'Otherwise'`)
  saveProjectionVersion(record, projectionVersion - 1)
}

function isFresh(sessionId: SessionId): boolean {
  const { session, ...rest } = definitely(readProjection(record, sessionId))
  const fresh = projectSession(definitely(readLiveSession(record, sessionId)))
  expect(rest).toEqual({ ...fresh, session: undefined })
  return session.topic === fresh.session.topic
}

const isDone = ({ job }: { job: RebuildJob }) => job.state().stage === 'whole'

describe('tables of an earlier version', () => {
  it('are folded anew one session after the other, and are whole in the end', () => {
    const before = kept()
    makeOld()
    const run = startJob()
    const counts: number[] = []
    while (run.isWaiting()) {
      const state = run.job.state()
      if (state.stage === 'running') counts.push(state.doneCount)
      run.step()
    }
    expect(counts).toEqual([1, 2, 3, 4])
    expect(isDone(run)).toBe(true)
    expect(kept()).toEqual(before)
    expect(readProjectionVersion(record)).toBe(projectionVersion)
    expect(run.told.at(-1)).toEqual({ stage: 'whole', unreadableCount: 0 })
  })

  it('are listed, with their tallies, before the first is folded anew', async () => {
    const before = valueOf(await inside.calls['session.current']({}))
    makeOld()
    const run = startJob()
    run.job.cancel()
    const between = valueOf(await inside.calls['session.current']({}))
    expect(between.map((one) => ({ ...one, topic: '' }))).toEqual(
      before.map((one) => ({ ...one, topic: '' })),
    )
    expect(run.job.state().stage).toBe('stopped')
  })

  it('are as they were or as they are to be, whenever one looks', () => {
    makeOld()
    const run = startJob()
    let fresh = 0
    for (; run.isWaiting(); run.step()) {
      const now = sessionIds.filter((id) => readProjection(record, id)?.session.topic === '').length
      expect(now).toBeGreaterThanOrEqual(fresh)
      fresh = now
    }
    expect(sessionIds.every(isFresh)).toBe(true)
  })
})

describe('a rebuild', () => {
  it('lets calls be answered between two sessions, and keeps what they change', async () => {
    makeOld()
    const run = startJob()
    run.step()
    const added = await hold()
    const text = 'Written meanwhile.'
    valueOf(await inside.calls['session.record-note']({ sessionId: definitely(sessionIds[4]), text }))
    expect(run.isWaiting()).toBe(true)
    finish(run)
    expect(isDone(run)).toBe(true)
    expect([...sessionIds, added].every(isFresh)).toBe(true)
  })

  it('can be stopped, and goes on where it was', () => {
    const run = startJob()
    expect(isDone(run)).toBe(true)
    makeOld()
    const first = startJob()
    first.step()
    first.job.cancel()
    finish(first)
    expect(first.job.state()).toEqual({ stage: 'stopped', doneCount: 2, totalCount: 5 })
    first.job.start()
    expect(first.job.state()).toEqual({ stage: 'running', doneCount: 3, totalCount: 5 })
    finish(first)
    expect(sessionIds.every(isFresh)).toBe(true)
  })

  it('goes on after the vault was locked in the middle of it', () => {
    makeOld()
    const first = startJob()
    first.step()
    first.job.end()
    finish(first)
    const second = startJob()
    expect(second.job.state()).toEqual({ stage: 'running', doneCount: 3, totalCount: 5 })
    finish(second)
    expect(isDone(second)).toBe(true)
    expect(sessionIds.every(isFresh)).toBe(true)
  })

  it('makes wrong tables right when somebody asks for it, and forgets where it was when they stop it', () => {
    write(record, sql`UPDATE session SET topic = 'Otherwise'`)
    const run = startJob()
    run.job.start()
    run.job.cancel()
    expect(run.job.state()).toEqual({ stage: 'whole', unreadableCount: 0 })
    run.job.start()
    finish(run)
    expect(isDone(run)).toBe(true)
    expect(sessionIds.every(isFresh)).toBe(true)
  })

  it('leaves a running session to its own acts', async () => {
    const running = await rooms.prepare(inside)
    const act = async (command: Parameters<Inside['calls']['session.act']>[0]['command']) =>
      valueOf(await inside.calls['session.act']({ sessionId: running, command }))
    await act({ type: 'arrive-all' })
    await act({ type: 'start', end: 'full-length' })
    makeOld()
    const run = startJob()
    await act({ type: 'mark', personId: definitely(rooms.memberIds[1]), mark: 'shared' })
    finish(run)
    await act({ type: 'end' })
    expect([...sessionIds, running].every(isFresh)).toBe(true)
  })

  it('keeps the rows of a session whose log cannot be read, and says how many there are', () => {
    const broken = definitely(sessionIds[2])
    write(record, sql`DROP TRIGGER session_event_is_not_changed`)
    write(record, sql`UPDATE session_event SET body = '{}' WHERE session_id = ${broken} AND seq = 2`)
    const before = readProjection(record, broken)
    const run = startJob()
    run.job.start()
    finish(run)
    expect(run.job.state()).toEqual({ stage: 'whole', unreadableCount: 1 })
    expect(readProjection(record, broken)).toEqual(before)
  })
})
