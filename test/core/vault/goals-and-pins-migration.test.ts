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
  migrate(database, recordMigrations.slice(0, 3))
  database.exec(rowsBefore)
  migrate(database, recordMigrations.slice(0, 4))
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const rowsBefore = `
  INSERT INTO therapy_group VALUES ('g', 'Tuesday', 'support', 90, 'part2', 12);
  INSERT INTO member VALUES ('ana', 'Ana', 'A', 'C-1', 'member', '2026-10-02');
  INSERT INTO facilitator VALUES ('dana', 'Dana', 'D', 'LCSW', 1, 0, 0, 1);
  INSERT INTO facilitator_pin VALUES ('dana', zeroblob(16), zeroblob(32));
  INSERT INTO goal VALUES ('sleep', 'ana', 0, 'Sleep at home', 1);
  INSERT INTO debrief_response VALUES ('s', 'ana', 'Spoke of Friday.', 'Call first.', 'SOAP');
  INSERT INTO debrief_goal VALUES ('s', 'ana', 'sleep', 0, 'Two nights.');
`

const rows = (query: string) => database.prepare(query).raw().all()

it('makes of every goal a goal that is still worked on, with what notes say of it', () => {
  expect(rows('SELECT goal_id, text, is_open, parent_id, is_set_aside FROM goal')).toEqual([
    ['sleep', 'Sleep at home', 1, null, 0],
  ])
  expect(rows('SELECT goal_id, progress FROM debrief_goal')).toEqual([['sleep', 'Two nights.']])
  expect(() => database.exec("DELETE FROM goal WHERE goal_id = 'sleep'")).toThrow('FOREIGN KEY')
  expect(() => database.exec("INSERT INTO goal VALUES ('o', 'ana', 1, 'Read', 1, 'nowhere', 0)")).toThrow(
    'FOREIGN KEY',
  )
})

it('goes on naming phases, and takes groups to meet as their notes have said until now', () => {
  expect(rows('SELECT response, plan, format, names_phases FROM debrief_response')).toEqual([
    ['Spoke of Friday.', 'Call first.', 'SOAP', 1],
  ])
  expect(rows('SELECT name, capacity, modality FROM therapy_group')).toEqual([['Tuesday', 12, 'in-person']])
  expect(rows('SELECT * FROM session_modality')).toEqual([])
})

it('knows of no PIN that it was set anew', () => {
  expect(rows('SELECT person_id, set_at_ms, reset_at_ms FROM facilitator_pin')).toEqual([
    ['dana', null, null],
  ])
})
