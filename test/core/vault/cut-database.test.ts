import { cpSync, statSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readOne, transact, write } from '../../../src/main/core/vault/database.ts'
import { openWithKeys, type OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { z } from '../../../src/shared/zod.ts'
import { copyOf, makeVault, type MadeVault } from './temporary-vault.ts'

const pageBytes = 4_096
// Over several pages, of which the last ones are the end of the file.
const text = 'harbour '.repeat(3_000)

let vault: MadeVault
beforeAll(async () => {
  vault = await makeVault(({ private: db }) => {
    write(db, sql`INSERT INTO private_note (note_id, session_id, text) VALUES ('n', 's', ${text})`)
  })
})
afterAll(() => vault.remove())

function open(folder: string): OpenVault {
  const opened = openWithKeys(folder, vault.keys, 'kept')
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

/** A copy as a console leaves it that dies: its log holds the first page, by which SQLite tells how long the file is. */
function killedCopy(added: string): string {
  const folder = copyOf(vault)
  const running = open(folder)
  const { private: db } = running
  transact(db, () => {
    write(db, sql`INSERT INTO private_note (note_id, session_id, text) VALUES ('m', 's', ${added})`)
    // Written in every transaction that changes a page's place; here it is for certain.
    readOne(db, sql`PRAGMA user_version`, z.unknown())
  })
  const killed = join(dirname(folder), 'killed')
  cpSync(folder, killed, { recursive: true })
  running.close()
  return killed
}

it.each([1, 2, 3])('serves no zeros for %i pages that were cut off while a log was left', (pages) => {
  const folder = killedCopy('x'.repeat(20_000))
  const path = join(folder, 'private.db')
  truncateSync(path, statSync(path).size - pages * pageBytes)
  expect(() => open(folder)).toThrow('damaged-private')
})

it('tells the same of half a page', () => {
  const folder = killedCopy('x'.repeat(20_000))
  const path = join(folder, 'private.db')
  truncateSync(path, statSync(path).size - pageBytes / 2)
  expect(() => open(folder)).toThrow('damaged-private')
})

it('opens a database of which the newest pages are in its log alone', () => {
  const folder = killedCopy('x'.repeat(20_000))
  const again = open(folder)
  expect(readOne(again.private, sql`SELECT text FROM private_note WHERE note_id = 'n'`, z.unknown())).toEqual(
    { text },
  )
  again.close()
})
