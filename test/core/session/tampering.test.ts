import { rebuildAll } from '../support/rebuild-all.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inside } from '../../../src/main/core/dispatch.ts'
import { chainHash, genesisHash } from '../../../src/main/core/session/chain.ts'
import { readStoredEvents } from '../../../src/main/core/session/event-repository.ts'
import { verifyAll, verifySession } from '../../../src/main/core/session/verify.ts'
import { write, type WritableDb } from '../../../src/main/core/vault/database.ts'
import { sql, type Query } from '../../../src/main/core/vault/sql.ts'
import type { SessionId } from '../../../src/shared/ids.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { findAfter as findAfterAll } from '../support/tamper.ts'
import { definitely, valueOf } from '../support/world.ts'

let rooms: OpenRooms
let record: WritableDb<'record'>
let sessionId: SessionId
let otherId: SessionId

beforeAll(async () => {
  rooms = await openRooms()
  record = rooms.vault.record
  const inside = rooms.enter()
  otherId = await runSession(inside)
  sessionId = await runSession(inside)
})
afterAll(() => rooms.close())

async function runSession(inside: Inside): Promise<SessionId> {
  const id = await rooms.prepare(inside)
  const act = inside.calls['session.act']
  await act({ sessionId: id, command: { type: 'arrive-all' } })
  await act({ sessionId: id, command: { type: 'start', end: 'full-length' } })
  rooms.clock.pass(60_000)
  await act({ sessionId: id, command: { type: 'give-floor', personId: rooms.leadId } })
  valueOf(await inside.calls['session.record-note']({ sessionId: id, text: 'As it was written.' }))
  rooms.clock.pass(60_000)
  valueOf(await act({ sessionId: id, command: { type: 'end' } }))
  return id
}

function findAfter(...queries: readonly Query[]) {
  return findAfterAll(record, sessionId, queries)
}

/** Writes the log from an event on as someone would who knows how its hashes are made. */
function forge(fromSeq: number, change: (body: string) => string): Query[] {
  let hash = genesisHash(sessionId)
  return readStoredEvents(record, sessionId).map(({ seq, body }) => {
    const text = seq === fromSeq ? change(body) : body
    hash = chainHash(hash, text)
    return sql`UPDATE session_event SET body = ${text}, hash = ${hash}
               WHERE session_id = ${sessionId} AND seq = ${seq}`
  })
}

function lastSeq(): number {
  return definitely(readStoredEvents(record, sessionId).at(-1)).seq
}

describe('the tables themselves', () => {
  it.each([
    ['changed', sql`UPDATE session_event SET body = '{}' WHERE seq = 1`],
    ['deleted', sql`DELETE FROM session_event WHERE seq = 1`],
  ])('refuse that an event is %s', (_, query) => {
    expect(() => write(record, query)).toThrow('the log is never')
  })
})

describe('a vault that someone else wrote in', () => {
  it('is whole before', () => {
    expect(verifyAll(record).map(({ firstBreak }) => firstBreak)).toEqual([null, null])
  })

  it('shows an event that was changed', () => {
    const query = sql`UPDATE session_event SET body = replace(body, 'member.arrived', 'member.excused')
                      WHERE session_id = ${sessionId} AND seq = 4`
    expect(findAfter(query)).toEqual({ sessionId, seq: 4, what: 'hash-differs' })
  })

  it('shows an event that was taken out', () => {
    const query = sql`DELETE FROM session_event WHERE session_id = ${sessionId} AND seq = 5`
    expect(findAfter(query)).toEqual({ sessionId, seq: 5, what: 'seq-gap' })
  })

  it('shows an event that was taken out with its number', () => {
    const query = sql`DELETE FROM session_event WHERE session_id = ${sessionId} AND seq = 5`
    const renumber = sql`UPDATE session_event SET seq = seq - 1 WHERE session_id = ${sessionId} AND seq > 5`
    expect(findAfter(query, renumber)).toEqual({ sessionId, seq: 5, what: 'hash-differs' })
  })

  it('shows that the end is gone', () => {
    const seq = lastSeq()
    const query = sql`DELETE FROM session_event WHERE session_id = ${sessionId} AND seq = ${seq}`
    expect(findAfter(query)).toEqual({ sessionId, seq: seq - 1, what: 'projection-differs' })
  })

  it('shows that a whole log is gone, or came from another session', () => {
    const gone = sql`DELETE FROM session_event WHERE session_id = ${sessionId}`
    const moved = sql`UPDATE session_event SET session_id = ${sessionId} WHERE session_id = ${otherId}`
    expect(findAfter(gone)).toEqual({ sessionId, seq: 0, what: 'log-missing' })
    expect(findAfter(gone, moved)).toEqual({ sessionId, seq: 1, what: 'hash-differs' })
  })

  it.each([
    ['no event', 4, () => '{"what":"ever"}', 'event-unreadable'],
    ['an event in another spelling', 4, (body: string) => body.replace(',', ', '), 'event-unreadable'],
    ['a wrong number', 4, (body: string) => body.replace('"seq":4', '"seq":5'), 'event-unreadable'],
    ['a wrong act', 4, (body: string) => body.replace(/"act":\d+/, '"act":1'), 'act-out-of-order'],
    ['another moment', 5, (body: string) => body.replace(/"monoMs":\d+/, '"monoMs":1'), 'act-out-of-order'],
  ])('shows %s under right hashes', (_, seq, change, what) => {
    expect(findAfter(...forge(seq, change))).toEqual({ sessionId, seq, what })
  })

  it('shows a clock that ran back, and a jump that nobody recorded', () => {
    const seq = lastSeq()
    const back = forge(seq, (body) => body.replace(/"monoMs":\d+/, '"monoMs":0'))
    const moved = forge(seq, (body) => body.replace(/"wallMs":\d+/, '"wallMs":0'))
    // The end is an act of several events, so its own moments have to agree: the note stands alone.
    const note = seq - 2
    expect(findAfter(...back)).toMatchObject({ seq, what: 'act-out-of-order' })
    expect(findAfter(...moved)).toMatchObject({ seq, what: 'act-out-of-order' })
    expect(findAfter(...forge(note, (body) => body.replace(/"monoMs":\d+/, '"monoMs":0')))).toMatchObject({
      seq: note,
      what: 'clock-ran-back',
    })
    expect(findAfter(...forge(note, (body) => body.replace(/"wallMs":\d+/, '"wallMs":0')))).toMatchObject({
      seq: note,
      what: 'jump-unrecorded',
    })
  })

  it('shows notes that were changed, taken away or slipped in', () => {
    const seq = lastSeq() - 2
    expect(
      findAfter(sql`UPDATE record_note SET text = 'Otherwise.' WHERE session_id = ${sessionId}`),
    ).toEqual({
      sessionId,
      seq,
      what: 'note-altered',
    })
    expect(findAfter(sql`DELETE FROM record_note WHERE session_id = ${sessionId}`)).toEqual({
      sessionId,
      seq,
      what: 'note-missing',
    })
    const slipped = sql`INSERT INTO record_note (note_id, session_id, text, salt)
                        VALUES (${otherId}, ${sessionId}, 'Never said.', ${Buffer.alloc(16)})`
    expect(findAfter(slipped)).toMatchObject({ what: 'note-unknown' })
  })

  it('shows tables that do not follow from the log', () => {
    const minutes = sql`UPDATE session_person SET talk_ms = talk_ms + 1 WHERE session_id = ${sessionId}`
    const person = sql`DELETE FROM session_person WHERE session_id = ${sessionId} AND position = 1`
    const found = sql`DELETE FROM search_session WHERE session_id = ${sessionId}`
    const row = sql`DELETE FROM session WHERE session_id = ${sessionId}`
    expect(findAfter(minutes)).toMatchObject({ what: 'projection-differs' })
    expect(findAfter(person)).toMatchObject({ what: 'projection-differs' })
    expect(findAfter(found, row)).toMatchObject({ what: 'projection-missing' })
  })
})

describe('rebuilding', () => {
  it('makes the tables whole again from the log', () => {
    write(
      record,
      sql`UPDATE session SET topic = 'Otherwise', elapsed_ms = 999999 WHERE session_id = ${sessionId}`,
    )
    write(record, sql`UPDATE session_person SET position = position + 7 WHERE session_id = ${sessionId}`)
    expect(verifySession(record, sessionId).firstBreak).not.toBeNull()
    rebuildAll(record)
    expect(verifySession(record, sessionId).firstBreak).toBeNull()
  })
})
