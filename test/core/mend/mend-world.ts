import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { MendReport } from '../../../src/shared/ipc/mend-calls.ts'
import { readAll, type ReadableDb } from '../../../src/main/core/vault/database.ts'
import { openWithKeys, type OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import type { VaultKeys } from '../../../src/main/core/vault/key-slots.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import type { Store } from '../../../src/main/core/vault/store-error.ts'
import { z } from '../../../src/shared/zod.ts'
import { bySecret, putFiles, type Files } from '../../faults/campaigns/damaged-vault.ts'
import { createWorld, definitely, valueOf, type World } from '../support/world.ts'

export const pageBytes = 4_096

/** A locked console whose vault has these files. */
export function worldWith(files: Files): World {
  const world = createWorld()
  onTestFinished(() => world.close())
  mkdirSync(world.paths.vaultDir, { mode: 0o700 })
  putFiles(world.paths.vaultDir, files)
  return world
}

/** Changes one byte in the middle of each of these pages, counted from 1. */
export function spoilPages(vaultDir: string, file: string, pages: readonly number[]): void {
  const path = join(vaultDir, file)
  const bytes = readFileSync(path)
  for (const page of pages) {
    const at = (page - 1) * pageBytes + 2_000
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x41, at)
  }
  writeFileSync(path, bytes)
}

export async function look(world: World): Promise<MendReport> {
  return definitely((await world.get('mend.look', bySecret)) ?? undefined)
}

/** Every row of every table by itself, as text, by the table's name; words to search by are left out. */
export type Rows = ReadonlyMap<string, ReadonlySet<string>>

const derived =
  /^(?:search_|private_words|private_item|session_tally|rebuild$|log_check$|projection$|access_entry$)/u

function rowsOfStore(db: ReadableDb<Store>): (readonly [string, ReadonlySet<string>])[] {
  const names = readAll(
    db,
    sql`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    z.object({ name: z.string() }),
  )
  return names
    .filter(({ name }) => !derived.test(name))
    .map(({ name }) => {
      const text = [`SELECT * FROM "${name}"`]
      const rows = readAll(db, sql(Object.assign(text, { raw: text })), z.unknown())
      return [name, new Set(rows.map((row) => JSON.stringify(row)))] as const
    })
}

/** Opens a vault behind its header, hands it over, and closes it. */
export function inVault<T>(vaultDir: string, keys: VaultKeys, work: (vault: OpenVault) => T): T {
  const vault = valueOf(openWithKeys(vaultDir, keys, 'kept'))
  try {
    return work(vault)
  } finally {
    vault.close()
  }
}

export function readRows(vaultDir: string, keys: VaultKeys): Rows {
  return inVault(
    vaultDir,
    keys,
    (vault) => new Map([...rowsOfStore(vault.record), ...rowsOfStore(vault.private)]),
  )
}
