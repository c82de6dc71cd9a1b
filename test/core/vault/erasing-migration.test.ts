import { rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrate } from '../../../src/main/core/vault/migrate.ts'
import { recordMigrations } from '../../../src/main/core/vault/migrations/record-migrations.ts'
import { openFreshRecord } from './fresh-record.ts'
import { temporaryFolder } from './temporary-vault.ts'

let folder: string
let database: Database.Database
beforeEach(() => {
  folder = temporaryFolder()
  database = openFreshRecord(folder)
  migrate(database, recordMigrations.slice(0, 5))
  database.exec(rowsBefore)
  migrate(database, recordMigrations.slice(0, 6))
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const rowsBefore = `
  INSERT INTO therapy_group VALUES ('g', 'Tuesday', 'support', 90, 'part2', 12, 'in-person', 'open');
  INSERT INTO session_event VALUES ('s', 1, '{}', zeroblob(32));
  INSERT INTO record_note VALUES ('n', 's', 'A note', zeroblob(16));
  INSERT INTO signed_note VALUES ('m', 's', 'p', '{}', zeroblob(16));
  INSERT INTO supervision_comment VALUES ('c', 's', 'm', 'q', 1, 'A comment');
`
const guarded = ['session_event', 'record_note', 'signed_note', 'supervision_comment']

it('keeps every row, lets go of none, and has erased nothing', () => {
  for (const table of guarded) {
    expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/never deleted/u)
    expect(database.prepare(`SELECT count(*) FROM ${table}`).raw().get()).toEqual([1])
  }
  for (const table of ['erasure', 'erasing_chart', 'erasing_session', 'legal_hold', 'retention_rules'])
    expect(database.prepare(`SELECT count(*) FROM ${table}`).raw().get()).toEqual([0])
})

it('counts the numbers of a group as before', () => {
  expect(database.prepare('SELECT last_erased_number FROM therapy_group').raw().get()).toEqual([0])
})
