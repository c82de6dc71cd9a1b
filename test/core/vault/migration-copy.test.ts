import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, isWhole } from '../../../src/main/core/vault/connect.ts'
import { migrate } from '../../../src/main/core/vault/migrate.ts'
import { recordMigrations } from '../../../src/main/core/vault/migrations/record-migrations.ts'
import { putInPlace } from '../../../src/main/core/vault/settle-database.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { rewriteStores } from '../support/rewrite-stores.ts'
import { valueOf } from '../support/world.ts'
import { byPassphrase, copyOf, makeVault, passphrase, type MadeVault } from './temporary-vault.ts'

const older = 6
const copyName = `record.db.before-${older + 1}`

let vault: MadeVault
beforeAll(async () => {
  vault = await makeVault()
})
afterAll(() => vault.remove())

/** A vault whose record an older program has left. */
function olderVault(alter: (record: Database.Database) => void = () => undefined): string {
  const folder = copyOf(vault)
  const path = join(folder, 'record.db')
  rmSync(path)
  writeFileSync(path, '')
  const record = valueOf(connect('record', path, vault.keys.record))
  migrate(record, recordMigrations.slice(0, older))
  record.exec(`INSERT INTO facilitator VALUES ('${crypto.randomUUID()}', 'Dana', 'D', '', 1, 0, 0, 0)`)
  alter(record)
  record.close()
  return folder
}

async function openAndClose(folder: string): Promise<void> {
  valueOf(await unlockVault(folder, byPassphrase)).close()
}

it('a migration leaves a copy of what was there, whole and under its key, until the vault was opened well again', async () => {
  const folder = olderVault()
  const before = readFileSync(join(folder, 'record.db'))
  await openAndClose(folder)
  expect(readFileSync(join(folder, copyName)).equals(before)).toBe(true)
  const copy = valueOf(connect('record', join(folder, copyName), vault.keys.record))
  expect(isWhole(copy)).toBe(true)
  copy.close()
  await openAndClose(folder)
  expect(readdirSync(folder).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
})

it('a migration that fails leaves the files as they were, byte for byte', async () => {
  // A table that stands in the way of the last step, so that the ones before it have been taken.
  const folder = olderVault((record) => record.exec('CREATE TABLE backup (in_the_way TEXT) STRICT'))
  const before = ['private.db', 'record.db', 'vault.json'].map((name) => readFileSync(join(folder, name)))
  await expect(unlockVault(folder, byPassphrase)).rejects.toThrow('already exists')
  const after = ['private.db', 'record.db', 'vault.json'].map((name) => readFileSync(join(folder, name)))
  expect(after.map((bytes, index) => bytes.equals(before[index] ?? Buffer.alloc(0)))).toEqual([
    true,
    true,
    true,
  ])
  expect(existsSync(join(folder, 'record.db-wal'))).toBe(false)
})

it('nothing is migrated that cannot be read back from its copy', async () => {
  const folder = olderVault((record) => {
    record.exec('CREATE TABLE filler (text TEXT) STRICT')
    record.exec(
      `INSERT INTO filler SELECT hex(randomblob(2000)) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) SELECT i FROM n)`,
    )
  })
  const path = join(folder, 'record.db')
  const bytes = readFileSync(path)
  const at = bytes.length - 3 * 4_096 + 100
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
  expect(await unlockVault(folder, byPassphrase)).toEqual({ ok: false, error: { code: 'damaged-record' } })
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(readdirSync(folder)).not.toContain(copyName)
})

it('what is erased is not left in the copy from before a migration', async () => {
  const folder = olderVault()
  const opened = valueOf(await unlockVault(folder, byPassphrase))
  expect(readdirSync(folder)).toContain(copyName)
  const rewritten = await rewriteStores(folder, { vault: opened, authorPassphrase: passphrase })
  valueOf(rewritten).close()
  expect(readdirSync(folder)).not.toContain(copyName)
  // Where a crash cut that short, it goes with the database that it was of, whoever opens the vault next.
  const [path, next] = [join(folder, 'record.db'), join(folder, 'record.db.next')]
  for (const file of [join(folder, copyName), next]) copyFileSync(path, file)
  putInPlace(folder, 'record')
  expect(readdirSync(folder)).not.toContain(copyName)
})
