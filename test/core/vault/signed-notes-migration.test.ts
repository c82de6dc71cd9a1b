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
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const rowsBefore = `
  INSERT INTO therapy_group VALUES ('g', 'Tuesday', 'support', 90, 'part2', 12);
  INSERT INTO member VALUES ('ana', 'Ana', 'A', 'C-1', 'member', '2026-10-02');
  INSERT INTO facilitator VALUES ('dana', 'Dana', 'D', 'LCSW', 1, 0);
  INSERT INTO goal VALUES ('sleep', 'ana', 0, 'Sleep at home', 1);
  INSERT INTO session (session_id, group_id, number, topic, group_type, part2, stage, length_minutes, prepared_at_ms,
    elapsed_ms, paused_ms, last_seq, head_hash)
  VALUES ('s', 'g', 1, '', 'support', 'part2', 'ended', 90, 0, 0, 0, 3, zeroblob(32));
  INSERT INTO debrief_shared VALUES ('s', 'Warm.', 'Three calls.');
  INSERT INTO debrief_response VALUES ('s', 'ana', 'Spoke of Friday.', 'Call first.');
`

function migrateFromBefore(): void {
  migrate(database, recordMigrations.slice(0, 2))
  database.exec(rowsBefore)
  migrate(database, recordMigrations.slice(0, 3))
}

const rows = (query: string) => database.prepare(query).raw().all()

it('takes over what was being written, and asks nobody for anything new', () => {
  migrateFromBefore()
  expect(rows('SELECT session_id, group_process, plan, home_practice FROM debrief_shared')).toEqual([
    ['s', 'Warm.', 'Three calls.', ''],
  ])
  expect(rows('SELECT person_id, response, plan, format FROM debrief_response')).toEqual([
    ['ana', 'Spoke of Friday.', 'Call first.', ''],
  ])
  expect(rows('SELECT person_id, name, needs_co_signature, may_co_sign FROM facilitator')).toEqual([
    ['dana', 'Dana', 0, 0],
  ])
  for (const table of [
    'signed_note',
    'note_signature',
    'debrief_goal',
    'record_rules',
    'facilitator_pin',
    'member_alias',
  ]) {
    expect(rows(`SELECT count(*) FROM ${table}`), table).toEqual([[0]])
  }
  expect(rows('PRAGMA foreign_key_check')).toEqual([])
  expect(rows('PRAGMA integrity_check')).toEqual([['ok']])
})

it('keeps what belongs together together', () => {
  migrateFromBefore()
  expect(() => database.exec(`INSERT INTO debrief_goal VALUES ('s', 'ana', 'nothing', 0, '')`)).toThrow(
    'FOREIGN KEY',
  )
  expect(() => database.exec(`INSERT INTO member_alias VALUES ('nobody', 0, 'Annie')`)).toThrow('FOREIGN KEY')
  expect(() =>
    database.exec(`INSERT INTO facilitator_pin VALUES ('ana', zeroblob(16), zeroblob(32))`),
  ).toThrow('FOREIGN KEY')
  expect(() =>
    database.exec(`INSERT INTO facilitator_pin VALUES ('dana', zeroblob(15), zeroblob(32))`),
  ).toThrow('CHECK')
  expect(() => database.exec(`INSERT INTO signed_note VALUES ('n', 's', 'ana', '{}', zeroblob(15))`)).toThrow(
    'CHECK',
  )
  expect(() => database.exec(`UPDATE facilitator SET may_co_sign = 2`)).toThrow('CHECK')
})
