import { rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readCareEntries } from '../../../src/main/core/care/care-repository.ts'
import { toReadableDb } from '../../../src/main/core/vault/database.ts'
import { migrate } from '../../../src/main/core/vault/migrate.ts'
import { recordMigrations } from '../../../src/main/core/vault/migrations/record-migrations.ts'
import { personIdSchema } from '../../../src/shared/ids.ts'
import { openFreshRecord } from './fresh-record.ts'
import { temporaryFolder } from './temporary-vault.ts'

let folder: string
let database: Database.Database
beforeEach(() => {
  folder = temporaryFolder()
  database = openFreshRecord(folder)
  migrate(database, recordMigrations.slice(0, 4))
  database.exec(rowsBefore)
  migrate(database, recordMigrations.slice(0, 5))
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const ana = personIdSchema.parse('00000000-0000-4000-8000-0000000000a1')
const eve = personIdSchema.parse('00000000-0000-4000-8000-0000000000e1')
const group = '00000000-0000-4000-8000-000000000001'

const rowsBefore = `
  INSERT INTO therapy_group VALUES ('${group}', 'Tuesday', 'support', 90, 'part2', 12, 'in-person');
  INSERT INTO member VALUES ('${ana}', 'Ana', 'A', 'C-1', 'member', '2026-10-02');
  INSERT INTO member VALUES ('${eve}', 'Eve', 'E', 'C-2', 'member', NULL);
  INSERT INTO enrolment VALUES ('${group}', '${ana}', 0);
`

it('enters whoever is in a group as enrolled on a day that nobody wrote down, and nobody else', () => {
  const record = toReadableDb('record', database)
  expect(readCareEntries(record, ana)).toEqual([
    {
      seq: 1,
      personId: ana,
      act: { kind: 'enrolled', groupId: group, day: null, reason: '' },
      enteredAtMs: null,
      enteredById: null,
      takenBackBy: null,
    },
  ])
  expect(readCareEntries(record, eve)).toEqual([])
  expect(database.prepare('SELECT * FROM enrolment').raw().all()).toEqual([[group, ana, 0]])
})

it('leaves every group open, and knows of no score and no follow-up beside the log', () => {
  expect(database.prepare('SELECT membership FROM therapy_group').raw().all()).toEqual([['open']])
  for (const table of ['scale_result', 'scale_follow_up', 'group_waiting']) {
    expect(database.prepare(`SELECT count(*) FROM ${table}`).raw().get()).toEqual([0])
  }
})
