import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/core/vault/connect.ts'
import {
  flagSchema,
  readAll,
  readOne,
  toWritableDb,
  transact,
  write,
  type ReadableDb,
  type WritableDb,
} from '../../../src/main/core/vault/database.ts'
import { openWithKeys, type OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { StoreError } from '../../../src/main/core/vault/store-error.ts'
import { z } from '../../../src/shared/zod.ts'
import { copyOf, makeVault, type MadeVault } from './temporary-vault.ts'

const hash = new Uint8Array(32).fill(7)
const count = z.strictObject({ count: z.int() })

let vault: MadeVault
let open: OpenVault
beforeAll(async () => {
  vault = await makeVault()
})
afterAll(() => vault.remove())
beforeEach(() => {
  const opened = openWithKeys(copyOf(vault), vault.keys, 'kept')
  if (!opened.ok) throw new Error(opened.error.code)
  open = opened.value
})
afterEach(() => open.close())

function append(seq: number) {
  return write(open.record, sql`INSERT INTO session_event VALUES ('s', ${seq}, ${`{"seq":${seq}}`}, ${hash})`)
}

describe('the log', () => {
  it('grows at its end, one by one', () => {
    append(1)
    append(2)
    expect(() => append(4)).toThrow('the log grows at its end only')
    expect(() => append(2)).toThrow('the log grows at its end only')
    expect(readOne(open.record, sql`SELECT count(*) AS count FROM session_event`, count)).toEqual({
      count: 2,
    })
  })

  it.each([
    ['changed', sql`UPDATE session_event SET body = '{}'`],
    [
      'changed by an upsert',
      sql`INSERT INTO session_event VALUES ('s', 1, '{}', ${hash}) ON CONFLICT DO UPDATE SET body = '{}'`,
    ],
    ['replaced', sql`INSERT OR REPLACE INTO session_event VALUES ('s', 1, '{}', ${hash})`],
    ['replaced by an update', sql`UPDATE OR REPLACE session_event SET seq = 1 WHERE seq = 2`],
    ['deleted', sql`DELETE FROM session_event`],
  ])('is never %s', (_, query) => {
    append(1)
    append(2)
    expect(() => write(open.record, query)).toThrow(/the log (?:is never|grows)/)
    const bodies = readAll(open.record, sql`SELECT body FROM session_event ORDER BY seq`, z.unknown())
    expect(bodies).toEqual([{ body: '{"seq":1}' }, { body: '{"seq":2}' }])
  })

  it('keeps a recorded note as it was', () => {
    write(open.record, sql`INSERT INTO record_note VALUES ('n', 's', 'text', ${hash})`)
    expect(() => write(open.record, sql`UPDATE record_note SET text = ''`)).toThrow('never changed')
  })
})

describe('reading', () => {
  it('serves rows that fit, bytes and flags included', () => {
    append(1)
    const row = z.strictObject({ seq: z.int(), hash: z.instanceof(Uint8Array), is_first: flagSchema })
    const query = sql`SELECT seq, hash, seq = 1 AS is_first FROM session_event WHERE session_id = ${'s'}`
    expect(readAll(open.record, query, row)).toEqual([{ seq: 1, hash: Buffer.from(hash), is_first: true }])
    expect(readOne(open.record, sql`SELECT 1 FROM clinic`, row)).toBeUndefined()
  })

  it('never serves a row that does not fit, and says nothing of what is in it', () => {
    write(open.record, sql`INSERT INTO clinic VALUES (1, 'secret name')`)
    const read = () => readAll(open.record, sql`SELECT name FROM clinic`, z.strictObject({ name: z.int() }))
    expect(read).toThrow(StoreError)
    expect(read).toThrow('damaged-record')
    try {
      read()
    } catch (error) {
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret')
      expect(String(error instanceof Error ? error.cause : error)).not.toContain('secret')
    }
  })

  it('refuses a statement that writes', () => {
    const reader: ReadableDb<'record'> = open.record
    expect(() => readAll(reader, sql`DELETE FROM clinic RETURNING name`, z.unknown())).toThrow('read path')
    expect(() =>
      readOne(reader, sql`INSERT INTO clinic VALUES (1, 'x') RETURNING name`, z.unknown()),
    ).toThrow('read path')
  })
})

describe('a transaction', () => {
  it('keeps all or nothing', () => {
    expect(() =>
      transact(open.record, () => {
        append(1)
        append(3)
      }),
    ).toThrow('the log grows')
    expect(readAll(open.record, sql`SELECT seq FROM session_event`, z.unknown())).toEqual([])
    const returned = transact(open.record, () => append(1))
    expect(returned).toBe(1)
  })

  it('within another is undone with it, and alone when it fails alone', () => {
    transact(open.record, () => {
      append(1)
      expect(() =>
        transact(open.record, () => {
          append(2)
          throw new Error('changed its mind')
        }),
      ).toThrow('changed its mind')
    })
    expect(readAll(open.record, sql`SELECT seq FROM session_event`, z.unknown())).toEqual([{ seq: 1 }])
  })
})

describe('a full disk', () => {
  it('is told as such, and the transaction leaves nothing', () => {
    const folder = copyOf(vault)
    const connected = connect('private', join(folder, 'private.db'), vault.keys.private)
    if (!connected.ok) throw new Error(connected.error.code)
    const pages = z.int().parse(connected.value.pragma('page_count', { simple: true }))
    connected.value.pragma(`max_page_count = ${pages}`)
    const db = toWritableDb('private', connected.value)
    const keep = (text: string) =>
      write(db, sql`INSERT INTO private_note VALUES (${text.slice(0, 5)}, 's', ${text})`)
    const work = () =>
      transact(db, () => {
        keep('small')
        keep('large'.repeat(5_000))
      })
    expect(work).toThrow(StoreError)
    expect(work).toThrow('private: disk-full')
    expect(readAll(db, sql`SELECT note_id FROM private_note`, z.unknown())).toEqual([])
    keep('small')
    expect(readOne(db, sql`SELECT count(*) AS count FROM private_note`, count)).toEqual({ count: 1 })
    connected.value.close()
  })
})

describe('the settings of a connection', () => {
  it.each([
    ['cipher', 'sqlcipher'],
    ['journal_mode', 'wal'],
    ['locking_mode', 'exclusive'],
    ['synchronous', 2],
    ['temp_store', 2],
    ['secure_delete', 1],
    ['foreign_keys', 1],
    ['cell_size_check', 1],
    ['trusted_schema', 0],
    ['page_size', 4_096],
  ])('%s is %s', (name, value) => {
    const connected = connect('record', join(copyOf(vault), 'record.db'), vault.keys.record)
    if (!connected.ok) throw new Error(connected.error.code)
    expect(connected.value.pragma(name, { simple: true })).toBe(value)
    connected.value.close()
  })
})

describe('the types of the handles', () => {
  it('keep the stores apart, and reading from writing', () => {
    const reader: ReadableDb<'record'> = open.record
    // @ts-expect-error -- a private handle is no record handle
    const crossed: ReadableDb<'record'> = open.private
    // @ts-expect-error -- nor the other way round
    const crossedBack: WritableDb<'private'> = open.record
    // @ts-expect-error -- what may be read may not be written
    const promoted: WritableDb<'record'> = reader
    // @ts-expect-error -- a handle cannot be put together elsewhere
    const forged: ReadableDb<'record'> = { store: 'record' }
    expect([crossed, crossedBack, promoted, forged]).toHaveLength(4)
  })
})
