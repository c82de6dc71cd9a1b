import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/core/vault/connect.ts'
import { readAll, transact, write } from '../../../src/main/core/vault/database.ts'
import { openWithKeys } from '../../../src/main/core/vault/open-vault.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { z } from '../../../src/shared/zod.ts'
import { copyOf, makeVault, type MadeVault } from './temporary-vault.ts'

const canary = 'KINGFISHER-4f1c-über-den-Bach'
const rows = 4_000

let vault: MadeVault
beforeAll(async () => {
  vault = await makeVault(({ private: db }) => {
    transact(db, () => {
      for (let row = 0; row < rows; row += 1) {
        const text = `${(row * 7_919) % rows} ${canary} ${'word '.repeat(80)}`
        write(db, sql`INSERT INTO private_note VALUES (${`note ${row}`}, 'session', ${text})`)
      }
    })
  })
})
afterAll(() => vault.remove())

function filesWith(text: string, folder: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => needles.some((needle) => readFileSync(path).includes(needle)))
}

/** Temporary files that SQLite has open; it deletes their names at once. */
function openTemporaryFiles(): string[] {
  return readdirSync('/proc/self/fd')
    .map((handle) => {
      try {
        return readlinkSync(join('/proc/self/fd', handle))
      } catch {
        return ''
      }
    })
    .filter((path) => path.includes('etilqs'))
}

/** What SQLite spills while it sorts more than its cache holds. */
function spilled(database: Database.Database): string[] {
  database.pragma('cache_size = 10')
  const sorted = database.prepare('SELECT text FROM private_note ORDER BY text').iterate()
  sorted.next()
  const files = openTemporaryFiles()
  sorted.return?.()
  return files
}

describe('what is written in a vault', () => {
  it('stands in no file, open or closed', () => {
    const folder = copyOf(vault)
    const opened = openWithKeys(folder, vault.keys, 'kept')
    if (!opened.ok) throw new Error(opened.error.code)
    const { record, private: db } = opened.value
    write(record, sql`INSERT INTO clinic VALUES (1, ${canary})`)
    write(db, sql`INSERT INTO private_note VALUES ('last', 'session', ${canary})`)
    expect(readAll(db, sql`SELECT text FROM private_note ORDER BY text`, z.unknown())).toHaveLength(rows + 1)
    expect(filesWith(canary, dirname(folder))).toEqual([])
    opened.value.close()
    expect(filesWith(canary, dirname(folder))).toEqual([])
  })

  it('begins like no SQLite file', () => {
    for (const store of ['record.db', 'private.db']) {
      const file = readFileSync(join(vault.folder, store))
      expect(file.includes('SQLite format 3')).toBe(false)
      // Page size, file format versions and reserved bytes, which a cipher may leave plain.
      expect(file.subarray(16, 24).toString('hex')).not.toBe('1000020250402020')
      expect(file.includes('CREATE TABLE')).toBe(false)
    }
  })

  it.skipIf(process.platform !== 'linux')(
    'is sorted in memory, where plain SQLite spills it to a file',
    () => {
      const path = join(copyOf(vault), 'private.db')
      const connected = connect('private', path, vault.keys.private)
      if (!connected.ok) throw new Error(connected.error.code)
      expect(spilled(connected.value)).toEqual([])
      connected.value.pragma('temp_store = FILE')
      expect(spilled(connected.value)).not.toEqual([])
      connected.value.close()
    },
  )
})
