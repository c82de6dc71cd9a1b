import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createVault } from '../../../src/main/core/vault/create-vault.ts'
import { tidyLog, transact, write } from '../../../src/main/core/vault/database.ts'
import type { OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { valueOf } from '../support/world.ts'
import { passphrase, recoveryCode, temporaryFolder } from './temporary-vault.ts'

/** Far more than what SQLite lets its log grow to by itself. */
function writeMuch({ record }: OpenVault): void {
  for (let round = 0; round < 30; round += 1)
    transact(record, () => {
      for (let row = 0; row < 60; row += 1) {
        const group = crypto.randomUUID()
        write(
          record,
          sql`INSERT INTO therapy_group (group_id, name, type, length_minutes, part2, capacity)
              VALUES (${group}, ${group.repeat(100)}, 'support', 90, 'none', 12)`,
        )
      }
    })
}

it('a record that is held stays as it is however much is written, and changes again once it is let', async () => {
  const folder = join(temporaryFolder(), 'vault')
  const made = { passphrase, recoveryCode, strength: floor, fill: () => undefined }
  const vault = valueOf(await createVault(folder, made))
  writeMuch(vault)
  const bytes = vault.recordFile.hold()
  const held = Buffer.alloc(bytes)
  vault.recordFile.read(held, 0)
  writeMuch(vault)
  const later = Buffer.alloc(bytes)
  vault.recordFile.read(later, 0)
  expect(later.equals(held)).toBe(true)
  vault.recordFile.letChange()
  writeMuch(vault)
  vault.recordFile.read(later, 0)
  expect(later.equals(held)).toBe(false)
  vault.close()
  // What was held back is in the file all the same.
  expect(readFileSync(join(folder, 'record.db')).length).toBeGreaterThan(bytes * 2)
  expect(vault.recordFile.backupKey.every((byte) => byte === 0)).toBe(true)
})

it('a long log is begun anew, unless the record is held as it is', async () => {
  const folder = join(temporaryFolder(), 'vault')
  const made = { passphrase, recoveryCode, strength: floor, fill: () => undefined }
  const vault = valueOf(await createVault(folder, made))
  const sizeOfLog = () => statSync(join(folder, 'record.db-wal')).size
  write(
    vault.record,
    sql`INSERT INTO therapy_group (group_id, name, type, length_minutes, part2, capacity)
        VALUES ('g', 'Harbour', 'support', 90, 'none', 12)`,
  )
  tidyLog(vault.record)
  const short = sizeOfLog()
  writeMuch(vault)
  const long = sizeOfLog()
  expect(long).toBeGreaterThan(4_000_000)
  expect(short).toBeGreaterThan(0)
  tidyLog(vault.record)
  expect(sizeOfLog()).toBe(0)
  vault.recordFile.hold()
  writeMuch(vault)
  const held = sizeOfLog()
  tidyLog(vault.record)
  expect(sizeOfLog()).toBe(held)
  vault.close()
})
