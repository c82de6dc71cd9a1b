import { rebuildAll } from '../support/rebuild-all.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inside } from '../../../src/main/core/dispatch.ts'
import { verifyAll, verifySession } from '../../../src/main/core/session/verify.ts'
import { readSignedTexts } from '../../../src/main/core/signing/signed-note-repository.ts'
import { write, type WritableDb } from '../../../src/main/core/vault/database.ts'
import { sql, type Query } from '../../../src/main/core/vault/sql.ts'
import type { SessionId } from '../../../src/shared/ids.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { findAfter } from '../support/tamper.ts'
import { definitely, valueOf } from '../support/world.ts'

let rooms: OpenRooms
let record: WritableDb<'record'>
let sessionId: SessionId
let inside: Inside
/** The `seq` of the note's signature; the addendum's is the next. */
let seq: number

beforeAll(async () => {
  rooms = await openRooms()
  record = rooms.vault.record
  inside = rooms.enter()
  sessionId = await rooms.prepare(inside)
  const { calls } = inside
  for (const command of [
    { type: 'arrive-all' },
    { type: 'start', end: 'full-length' },
    { type: 'end' },
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    valueOf(await calls['session.act']({ sessionId, command }))
  }
  const personId = definitely(rooms.memberIds[0])
  const overridden = ['names', 'copied', 'judgement', 'missing', 'private-only'] as const
  const signed = valueOf(await calls['note.sign']({ sessionId, personId, overridden: [...overridden] }))
  seq = definitely(signed[0]).seq
  const amends = definitely(readSignedTexts(record, sessionId)[0]).noteId
  valueOf(await calls['note.amend']({ sessionId, amends, kind: 'addendum', text: 'More.', overridden: [] }))
})
afterAll(() => rooms.close())

function slippedIn(noteId: string): Query {
  return sql`INSERT INTO signed_note (note_id, session_id, person_id, body, salt)
    SELECT ${noteId}, session_id, person_id, body, salt FROM signed_note LIMIT 1`
}

const find = (...queries: readonly Query[]) => findAfter(record, sessionId, queries)

describe('the tables themselves', () => {
  it.each([
    ['changed', () => sql`UPDATE signed_note SET body = '{}'`],
    ['put into another record', () => sql`UPDATE signed_note SET person_id = ${rooms.leadId}`],
    ['deleted', () => sql`DELETE FROM signed_note`],
  ])('refuse that a signed text is %s', (_, query) => {
    expect(() => write(record, query())).toThrow('what is signed is never')
  })

  it.each([
    [
      'id',
      sql`INSERT OR REPLACE INTO signed_note
          SELECT note_id, session_id, person_id, '{}', salt FROM signed_note LIMIT 1`,
    ],
    [
      'row',
      sql`INSERT OR REPLACE INTO signed_note (rowid, note_id, session_id, person_id, body, salt)
          SELECT rowid, 'another', session_id, person_id, '{}', salt FROM signed_note LIMIT 1`,
    ],
  ])('refuse that another text takes the %s of a signed one', (_, query) => {
    expect(() => write(record, query)).toThrow('what is signed is never')
  })
})

describe('a signed note that someone else wrote in', () => {
  it('is whole before', () => {
    expect(verifyAll(record).map(({ firstBreak }) => firstBreak)).toEqual([null])
  })

  it.each([
    [
      'a letter',
      () => sql`UPDATE signed_note SET body = replace(body, 'Tuesday', 'Thursday')`,
      'note-altered',
    ],
    ['the salt', () => sql`UPDATE signed_note SET salt = zeroblob(16)`, 'note-altered'],
    [
      'whose it is',
      () => sql`UPDATE signed_note SET person_id = ${definitely(rooms.memberIds[1])}`,
      'note-altered',
    ],
    ['that it is there', () => sql`DELETE FROM signed_note`, 'note-missing'],
    ['where it belongs', () => sql`UPDATE signed_note SET session_id = 'elsewhere'`, 'note-missing'],
  ])('shows at its signature that %s was changed', (_, query, what) => {
    expect(find(query())).toEqual({ sessionId, seq, what })
  })

  it('shows an addendum that was changed or taken away', () => {
    const addendum = sql`body LIKE '%"kind":"addendum"%'`
    expect(
      find(sql`UPDATE signed_note SET body = replace(body, 'More.', 'Less.') WHERE ${addendum}`),
    ).toEqual({
      sessionId,
      seq: seq + 1,
      what: 'note-altered',
    })
    expect(find(sql`DELETE FROM signed_note WHERE ${addendum}`)).toEqual({
      sessionId,
      seq: seq + 1,
      what: 'note-missing',
    })
  })

  it('shows a text that nobody signed, under its own id or one of another table', () => {
    expect(find(slippedIn(crypto.randomUUID()))).toMatchObject({ what: 'note-unknown' })
    const noteId = definitely(readSignedTexts(record, sessionId)[0]).noteId
    const recorded = sql`INSERT INTO record_note (note_id, session_id, text, salt)
      VALUES (${noteId}, ${sessionId}, 'Never said.', ${Buffer.alloc(16)})`
    expect(find(recorded)).toMatchObject({ what: 'note-unknown' })
  })

  it('shows signatures in the tables that the log does not know, and makes the tables whole again', () => {
    const forged = sql`UPDATE note_signature SET signed_at_ms = 0`
    expect(find(forged)).toMatchObject({ what: 'projection-differs' })
    expect(find(sql`DELETE FROM note_signature`)).toMatchObject({ what: 'projection-differs' })
    write(record, forged)
    expect(verifySession(record, sessionId).firstBreak).not.toBeNull()
    rebuildAll(record)
    expect(verifySession(record, sessionId).firstBreak).toBeNull()
  })
})
