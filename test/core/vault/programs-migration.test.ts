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

it('goes on counting the hours of every group that is on file', () => {
  migrate(database, recordMigrations.slice(0, 5))
  database.exec(`INSERT INTO therapy_group (group_id, name, type, length_minutes, part2, capacity)
    VALUES ('a', 'Tuesday', 'support', 90, 'part2', 12), ('b', 'Thursday', 'iop-evening', 180, 'none', 10)`)
  migrate(database, recordMigrations.slice(0, 6))
  const rows = database.prepare('SELECT group_id, counts_hours FROM therapy_group ORDER BY group_id')
  expect(rows.raw().all()).toEqual([
    ['a', 1],
    ['b', 1],
  ])
})
