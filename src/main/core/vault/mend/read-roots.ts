import Database from 'better-sqlite3'
import { z } from '../../../../shared/zod.ts'
import { migrate } from '../migrate.ts'
import type { Migration } from '../migrations/migration.ts'
import { readPageRows, readTree, type StoredRow } from './b-tree.ts'
import type { StoredPages } from './stored-pages.ts'

/** Where each table and index of a database begins, by name, and the number of its last migration. */
export interface Roots {
  readonly version: number
  readonly roots: ReadonlyMap<string, number>
}

/**
 * Reads what a database is made of. Where the first page, which says so, or a page below it cannot be read, the pages that it
 * led to are looked for among all. Null where too little is left to tell, or a newer program has been there.
 */
export function readRoots(pages: StoredPages, migrations: readonly Migration[]): Roots | null {
  const steps = [...readTree(pages, 1, 'table')]
  const isAll = steps.every(({ kind }) => kind === 'row')
  const rows = steps.flatMap((step) => (step.kind === 'row' ? [step] : []))
  const roots = rootsIn(isAll ? rows : [...rows, ...findRows(pages)])
  const version = pages.read(1)?.readUInt32BE(60) ?? likeliestVersion(roots, migrations)
  if (version < 1 || version > migrations.length || roots.size === 0) return null
  return { version, roots }
}

const schemaRow = z.tuple([
  z.enum(['table', 'index']),
  z.string(),
  z.string(),
  z.bigint().min(1n),
  z.string().nullable(),
])

function rootsIn(rows: readonly StoredRow[]): Map<string, number> {
  const roots = new Map<string, number>()
  for (const { values } of rows) {
    const row = schemaRow.safeParse(values)
    if (row.success) roots.set(row.data[1], Number(row.data[3]))
  }
  return roots
}

// No other table has rows of this shape.
function findRows(pages: StoredPages): StoredRow[] {
  const found: StoredRow[] = []
  for (let number = 2; number <= pages.pageCount; number += 1)
    found.push(...readPageRows(pages, number).filter(({ values }) => schemaRow.safeParse(values).success))
  return found
}

/** The version that has most of these tables and indexes, and fewest others. */
function likeliestVersion(roots: ReadonlyMap<string, number>, migrations: readonly Migration[]): number {
  const database = new Database(':memory:')
  try {
    let likeliest = 0
    let fewest = roots.size
    for (let version = 1; version <= migrations.length; version += 1) {
      migrate(database, migrations.slice(0, version))
      const names = new Set(
        database.prepare('SELECT name FROM sqlite_schema WHERE rootpage > 0').pluck().all().map(String),
      )
      const unlike =
        [...names].filter((name) => !roots.has(name)).length +
        [...roots.keys()].filter((name) => !names.has(name)).length
      if (unlike < fewest) [likeliest, fewest] = [version, unlike]
    }
    return likeliest
  } finally {
    database.close()
  }
}
