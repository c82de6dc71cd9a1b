import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Inside } from '../../../src/main/core/dispatch.ts'
import { readAll, write, type WritableDb } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import type { SessionId } from '../../../src/shared/ids.ts'
import { z } from '../../../src/shared/zod.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { findAfter } from '../support/tamper.ts'
import { valueOf } from '../support/world.ts'

let rooms: OpenRooms
let record: WritableDb<'record'>
let inside: Inside
let sessionId: SessionId

beforeAll(async () => {
  rooms = await openRooms()
  record = rooms.vault.record
  inside = rooms.enter()
  sessionId = await rooms.prepare(inside)
  valueOf(await inside.calls['session.record-note']({ sessionId, text: 'Chairs moved closer.' }))
})
afterAll(() => rooms.close())

const texts = () =>
  readAll(record, sql`SELECT text FROM record_note`, z.strictObject({ text: z.string() })).map(
    ({ text }) => text,
  )

it.each([
  ['changed', sql`UPDATE record_note SET text = 'Otherwise.'`],
  ['put into another session', sql`UPDATE record_note SET session_id = 'elsewhere'`],
  ['deleted', sql`DELETE FROM record_note`],
  [
    'replaced',
    sql`INSERT OR REPLACE INTO record_note (note_id, session_id, text, salt)
        SELECT note_id, session_id, 'Otherwise.', salt FROM record_note LIMIT 1`,
  ],
])('refuses that a recorded note is %s', (_, query) => {
  expect(() => write(record, query)).toThrow('a recorded note is never')
  expect(texts()).toEqual(['Chairs moved closer.'])
})

it('is named by the verifier where it is deleted with the key', () => {
  const deleted = sql`DELETE FROM record_note`
  expect(findAfter(record, sessionId, [deleted])).toMatchObject({ what: 'note-missing' })
})

it('stays when its session is discarded', async () => {
  valueOf(await inside.calls['session.discard']({ sessionId }))
  expect(texts()).toEqual(['Chairs moved closer.'])
})
