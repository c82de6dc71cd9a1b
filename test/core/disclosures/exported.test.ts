import { existsSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Inside } from '../../../src/main/core/dispatch.ts'
import { listDisclosures } from '../../../src/main/core/disclosures/disclosure-repository.ts'
import { listExports } from '../../../src/main/core/export/export-repository.ts'
import { readAll, readOne, write, type ReadableDb } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import type { PersonId, SessionId } from '../../../src/shared/ids.ts'
import type { Consent } from '../../../src/shared/record/note-document.ts'
import { z } from '../../../src/shared/zod.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { definitely, valueOf } from '../support/world.ts'

const consent: Consent = {
  kind: 'disclosure',
  recipient: 'Riverbend Primary Care',
  purpose: 'care coordination',
  reference: '0417-3 of 2 September 2026',
}
const overridden = ['names', 'copied', 'judgement', 'missing', 'private-only'] as const

let rooms: OpenRooms
let inside: Inside
let sessionId: SessionId
let personId: PersonId

beforeEach(async () => {
  rooms = await openRooms()
  inside = rooms.enter()
  sessionId = await rooms.prepare(inside)
  personId = definitely(rooms.memberIds[0])
  valueOf(await inside.calls['session.act']({ sessionId, command: { type: 'arrive-all' } }))
  valueOf(await inside.calls['session.act']({ sessionId, command: { type: 'start', end: 'full-length' } }))
  rooms.clock.pass(60_000)
  valueOf(await inside.calls['session.act']({ sessionId, command: { type: 'end' } }))
  valueOf(await inside.calls['note.sign']({ sessionId, personId, overridden: [...overridden] }))
})
afterEach(() => rooms.close())

function writeNote(of: Consent) {
  const { stamp } = valueOf(inside.tasks['export.note-facts']({ sessionId, personId, consent: of }))
  return inside.tasks['export.write']({ stamp, bytes: new TextEncoder().encode('%PDF-1.7'), consent: of })
}

it('a note that is made for somebody else enters itself with its file', () => {
  const file = valueOf(writeNote(consent))
  expect(listDisclosures(rooms.vault.record, personId)).toMatchObject([
    {
      personId,
      sessionId,
      exportId: file.exportId,
      enteredAtMs: file.exportedAtMs,
      enteredById: rooms.leadId,
      disclosedOn: '2026-11-24',
      what: `Group progress note, session of 2026-11-24, ${file.code}, version 1`,
      recipient: 'Riverbend Primary Care',
      purpose: 'care coordination',
      consentReference: '0417-3 of 2 September 2026',
      correctsId: null,
    },
  ])
})

it('a copy for the chart, and a document of nobody’s, enter nothing', () => {
  valueOf(writeNote({ kind: 'chart' }))
  const { stamp } = valueOf(inside.tasks['export.facts']({ sessionId }))
  valueOf(inside.tasks['export.write']({ stamp, bytes: new Uint8Array([1]) }))
  expect(listDisclosures(rooms.vault.record, null)).toEqual([])
  expect(listExports(rooms.vault.record, sessionId)).toHaveLength(2)
})

/** From now on the database may not grow, as on a full disk. SQLite reports both in the same way. */
function fillUp(db: ReadableDb<'record'>): void {
  readOne(db, sql`PRAGMA max_page_count = 1`, z.unknown())
}

function makeRoom(db: ReadableDb<'record'>): void {
  readOne(db, sql`PRAGMA max_page_count = 1073741823`, z.unknown())
}

it('a disk that fills leaves neither the file nor the entry, and both when there is room', () => {
  const { record } = rooms.vault
  const folder = valueOf(inside.tasks['export.folder'](null))
  fillUp(record)
  // Each file takes a little of the last page; at some point there is none.
  let made = 0
  expect(() => {
    for (; made < 1_000; made += 1) valueOf(writeNote(consent))
  }).toThrow()
  expect(readdirSync(folder)).toHaveLength(made)
  expect(listExports(record, sessionId)).toHaveLength(made)
  expect(listDisclosures(record, personId)).toHaveLength(made)
  makeRoom(record)
  valueOf(writeNote(consent))
  expect(listDisclosures(record, personId)).toHaveLength(made + 1)
  expect(existsSync(folder)).toBe(true)
})

it('an entry that cannot be written takes its file with it', () => {
  const { record } = rooms.vault
  write(
    record,
    sql`CREATE TRIGGER no_more BEFORE INSERT ON disclosure BEGIN SELECT RAISE(ABORT, 'no more'); END`,
  )
  const folder = valueOf(inside.tasks['export.folder'](null))
  expect(() => writeNote(consent)).toThrow('no more')
  expect(readdirSync(folder)).toEqual([])
  expect(listExports(record, sessionId)).toEqual([])
})

it('SQL changes, deletes and replaces no entry', () => {
  const { record } = rooms.vault
  valueOf(writeNote(consent))
  const before = listDisclosures(record, null)
  expect(() => write(record, sql`UPDATE disclosure SET recipient = 'Somebody else'`)).toThrow('never changed')
  expect(() => write(record, sql`DELETE FROM disclosure`)).toThrow('never deleted')
  const columns = readAll(
    record,
    sql`SELECT name FROM pragma_table_info('disclosure')`,
    z.strictObject({ name: z.string() }),
  )
  expect(columns).toHaveLength(12)
  expect(() =>
    write(
      record,
      sql`INSERT OR REPLACE INTO disclosure SELECT disclosure_id, person_id, session_id, export_id, corrects_id,
          entered_at_ms, entered_by_id, disclosed_on, what, 'Somebody else', purpose, consent_reference FROM disclosure`,
    ),
  ).toThrow('never replaced')
  expect(listDisclosures(record, null)).toEqual(before)
})
