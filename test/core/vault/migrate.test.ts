import { rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { schemaVersion } from '../../../src/main/core/vault/connect.ts'
import { migrate } from '../../../src/main/core/vault/migrate.ts'
import type { Migration } from '../../../src/main/core/vault/migrations/migration.ts'
import { privateMigrations } from '../../../src/main/core/vault/migrations/private-migrations.ts'
import { recordMigrations } from '../../../src/main/core/vault/migrations/record-migrations.ts'
import { openFreshRecord } from './fresh-record.ts'
import { temporaryFolder } from './temporary-vault.ts'

const stores = [
  ['record', recordMigrations],
  ['private', privateMigrations],
] as const

let folder: string
let database: Database.Database
beforeEach(() => {
  folder = temporaryFolder()
  database = openFreshRecord(folder, 'a.db')
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

function schemaOf(of: Database.Database): string {
  const parts = of
    .prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name`)
    .pluck()
    .all()
  return `${parts.map((part) => `${String(part).replaceAll(/^ {2}/gm, '')};`).join('\n\n')}\n`
}

describe.each(stores)('the migrations of %s.db', (store, migrations) => {
  it('count up from 1 without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
  })

  it('lead to the schema that is written down', async () => {
    expect(migrate(database, migrations)).toEqual({ ok: true, value: null })
    expect(schemaVersion(database)).toBe(migrations.length)
    await expect(schemaOf(database)).toMatchFileSnapshot(`schema-of-${store}.sql`)
  })

  it('lead to the same schema step by step as at once', () => {
    const stepwise = openFreshRecord(folder, 'b.db')
    for (let upTo = 1; upTo <= migrations.length; upTo += 1) migrate(stepwise, migrations.slice(0, upTo))
    migrate(database, migrations)
    expect(schemaOf(stepwise)).toBe(schemaOf(database))
    stepwise.close()
  })

  it('make tables that are strict', () => {
    migrate(database, migrations)
    const loose = database
      .prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict`)
      .pluck()
    expect(loose.all()).toEqual(['sqlite_schema', 'sqlite_temp_schema'])
  })
})

describe('migrating', () => {
  const notes: Migration = { version: 1, script: 'CREATE TABLE note (text TEXT NOT NULL) STRICT;' }
  const language: Migration = {
    version: 2,
    script: `ALTER TABLE note ADD COLUMN language TEXT NOT NULL DEFAULT 'en';`,
  }
  const broken: Migration = { version: 3, script: 'DELETE FROM note; CREATE TABLE note (text TEXT) STRICT;' }

  it('takes the steps that are new, and keeps the rows', () => {
    migrate(database, [notes])
    database.exec(`INSERT INTO note VALUES ('kept')`)
    migrate(database, [notes, language])
    migrate(database, [notes, language])
    expect(schemaVersion(database)).toBe(2)
    expect(database.prepare('SELECT * FROM note').all()).toEqual([{ text: 'kept', language: 'en' }])
  })

  it('takes all of the steps or none', () => {
    migrate(database, [notes])
    database.exec(`INSERT INTO note VALUES ('kept')`)
    expect(() => migrate(database, [notes, language, broken])).toThrow('already exists')
    expect(schemaVersion(database)).toBe(1)
    expect(database.prepare('SELECT text FROM note').pluck().all()).toEqual(['kept'])
  })

  it('leaves alone what a newer program made', () => {
    migrate(database, [notes, language])
    const before = schemaOf(database)
    expect(migrate(database, [notes])).toEqual({ ok: false, error: { code: 'newer-version' } })
    expect(schemaOf(database)).toBe(before)
    expect(schemaVersion(database)).toBe(2)
  })
})
