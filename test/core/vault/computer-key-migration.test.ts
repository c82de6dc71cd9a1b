import { rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrate } from '../../../src/main/core/vault/migrate.ts'
import { recordMigrations } from '../../../src/main/core/vault/migrations/record-migrations.ts'
import { openFreshRecord } from './fresh-record.ts'
import { temporaryFolder } from './temporary-vault.ts'

const rows = [
  [1, 1_000, 'passphrase', null, 'opened', null, null, null],
  [2, 2_000, 'passphrase', null, 'exported', 'p', 's', 'e'],
  [3, 3_000, 'reviewer', 'r', 'opened', null, null, null],
]

let folder: string
let database: Database.Database
beforeEach(() => {
  folder = temporaryFolder()
  database = openFreshRecord(folder)
  migrate(database, recordMigrations.slice(0, 8))
  const entry = database.prepare('INSERT INTO access_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const row of rows) entry.run(...row)
  migrate(database, recordMigrations.slice(0, 9))
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const read = (): unknown => database.prepare('SELECT * FROM access_entry ORDER BY seq').raw().all()

function insert(openedBy: string): void {
  const statement = "INSERT INTO access_entry (at_ms, opened_by, what) VALUES (4000, ?, 'opened')"
  database.prepare(statement).run(openedBy)
}

it('keeps every entry as it was, and an opening by the computer’s key can be noted', () => {
  expect(read()).toEqual(rows)
  insert('computer')
  expect(read()).toEqual([...rows, [4, 4_000, 'computer', null, 'opened', null, null, null]])
  expect(() => insert('somebody')).toThrow(/CHECK/u)
})

it('lets nobody change, delete or replace an entry, as before', () => {
  for (const statement of [
    'UPDATE access_entry SET at_ms = 0',
    'DELETE FROM access_entry',
    "INSERT OR REPLACE INTO access_entry (seq, at_ms, opened_by, what) VALUES (1, 0, 'passphrase', 'x')",
  ])
    expect(() => database.exec(statement)).toThrow(/never/u)
  expect(read()).toEqual(rows)
})
