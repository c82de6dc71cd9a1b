/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { noteHandlers } from '../../../src/main/core/notes/note-handlers.ts'
import { readRecordNotes } from '../../../src/main/core/notes/note-repository.ts'
import { readSession } from '../../../src/main/core/session/event-repository.ts'
import { createSessionLog } from '../../../src/main/core/session/session-log.ts'
import { createUnwritten } from '../../../src/main/core/session/unwritten.ts'
import { verifyAll } from '../../../src/main/core/session/verify.ts'
import { readOne } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { z } from '../../../src/shared/zod.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { definitely, valueOf } from '../support/world.ts'

let rooms: OpenRooms
beforeEach(async () => {
  rooms = await openRooms()
})
afterEach(() => rooms.close())

it('writes nothing twice that a disk has kept although it said that it had not', async () => {
  const inside = rooms.enter()
  const sessionId = await rooms.prepare(inside)
  const { record } = rooms.vault
  const unwritten = createUnwritten(() => undefined)
  const log = createSessionLog({ db: record, clock: rooms.clock, push: () => undefined, unwritten })
  const write = noteHandlers({ log, random: systemRandom })['session.record-note']
  valueOf(log.append(sessionId, { type: 'start', end: 'full-length' }))
  // As on a full disk: SQLite reports both in the same way.
  readOne(record, sql`PRAGMA max_page_count = 1`, z.unknown())
  for (let note = 0; note < 3; note += 1) valueOf(await write({ sessionId, text: 'x'.repeat(20_000) }))
  const waiting = unwritten.changes()
  expect(waiting.length).toBeGreaterThan(1)
  readOne(record, sql`PRAGMA max_page_count = 1073741823`, z.unknown())
  log.beat()
  expect(unwritten.changes()).toEqual([])

  // It was told that the first of them failed, and so were those behind it.
  for (const change of waiting) unwritten.refused('not-writable', 0, change)
  valueOf(await write({ sessionId, text: 'after all of it' }))
  expect(readRecordNotes(record, sessionId)).toHaveLength(4)
  const seqs = readSession(record, sessionId).map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.map((_, at) => at + 1))
  expect(verifyAll(record).map(({ firstBreak }) => firstBreak)).toEqual([null])
  expect(definitely(log.state(sessionId)).seq).toBe(seqs.length)
})
