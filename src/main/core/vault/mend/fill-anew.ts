/* oxlint-disable no-await-in-loop -- one batch after the other is the point */
import Database from 'better-sqlite3'
import { z } from '../../../../shared/zod.ts'
import { migrate } from '../migrate.ts'
import type { Migration } from '../migrations/migration.ts'
import type { MendTask } from './mend-task.ts'
import { readRoots } from './read-roots.ts'
import { findMissing, readTable, type Gap, type MissingKeys, type ReadRow } from './read-table.ts'
import type { Value } from './record-format.ts'
import type { StoredPages } from './stored-pages.ts'
import { listTables, quote, type Table } from './tables.ts'

/** What became of one table. */
export interface FilledTable {
  readonly name: string
  readonly gaps: readonly Gap[]
  readonly missing: MissingKeys
  /** Rows that were read, and are not what the table allows. */
  readonly refusedCount: number
}

export interface Filled {
  readonly tables: ReadonlyMap<string, FilledTable>
  /** The number of the author's row among the facilitators, read or not; null where nothing tells. */
  readonly authorRowid: number | null
  /** Puts the rules back that nothing is ever changed; without them rows can be put in as they were. */
  readonly restoreRules: () => void
}

const batchRows = 400

/**
 * Fills an empty database with every row that can be read of a damaged one: first its schema of that time, then its rows
 * through that schema's own constraints. Null where too little of it is left to tell what it is made of.
 */
export async function fillAnew(
  database: Database.Database,
  migrations: readonly Migration[],
  pages: StoredPages,
  task: MendTask,
): Promise<Filled | null> {
  const stored = readRoots(pages, migrations)
  if (stored === null) return null
  migrate(database, migrations.slice(0, stored.version))
  // A log that has a hole does not grow at its end, and a parent may be what is lost: both are looked at afterwards.
  database.pragma('foreign_keys = OFF')
  const restoreRules = liftRules(database)
  const tables = listTables(database)
  for (const { name } of tables) database.exec(`DELETE FROM ${quote(name)}`)
  const filled = new Map<string, FilledTable>()
  for (const table of tables)
    filled.set(table.name, await fillTable(database, pages, stored.roots, table, task))
  // An index that the author alone is in.
  const [authorRowid = null] = findMissing(
    pages,
    stored.roots.get('facilitator_one_author'),
    new Set(),
  ).rowids
  return { tables: filled, authorRowid, restoreRules }
}

function liftRules(database: Database.Database): () => void {
  const triggers = z
    .array(z.object({ name: z.string(), sql: z.string() }))
    .parse(database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all())
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${quote(name)}`)
  return () => {
    for (const { sql } of triggers) database.exec(sql)
  }
}

async function fillTable(
  database: Database.Database,
  pages: StoredPages,
  roots: ReadonlyMap<string, number>,
  table: Table,
  task: MendTask,
): Promise<FilledTable> {
  const { name, keyIndex } = table
  const rows = readTable(pages, roots.get(name), table)
  const insert = createInsert(database, table)
  const readRowids = new Set<number>()
  let refusedCount = 0
  let step = rows.next()
  while (step.done !== true) {
    const batch: ReadRow[] = []
    for (; step.done !== true && batch.length < batchRows; step = rows.next()) batch.push(step.value)
    database.transaction(() => {
      for (const row of batch) {
        if (insert(row)) readRowids.add(row.rowid ?? -1)
        else refusedCount += 1
      }
    })()
    await task.pause()
  }
  const gaps = step.value
  const missing =
    gaps.length > 0 && keyIndex !== null
      ? findMissing(pages, roots.get(keyIndex), readRowids)
      : { keys: [], rowids: [], isAll: gaps.length === 0 }
  return { name, gaps, missing, refusedCount }
}

/** Puts a row in; answers whether the table allows it. */
function createInsert(
  database: Database.Database,
  { name, columns, rowidColumn, isIndex }: Table,
): (row: ReadRow) => boolean {
  const statements = new Map<number, Database.Statement>()
  const namesRowid = !isIndex && rowidColumn === null
  const statementFor = (count: number): Database.Statement => {
    const known = statements.get(count)
    if (known !== undefined) return known
    // A row from before columns were added has fewer values; they have what the column says for such rows.
    const named = [...(namesRowid ? ['rowid'] : []), ...columns.slice(0, count).map(quote)]
    const marks = named.map(() => '?').join(', ')
    const statement = database.prepare(`INSERT INTO ${quote(name)} (${named.join(', ')}) VALUES (${marks})`)
    statements.set(count, statement)
    return statement
  }
  const rowidAt = rowidColumn === null ? -1 : columns.indexOf(rowidColumn)
  return ({ rowid, values }) => {
    if (values.length > columns.length) return false
    const own: readonly Value[] = values.map((value, index) =>
      index === rowidAt && rowid !== null ? BigInt(rowid) : value,
    )
    const params = namesRowid && rowid !== null ? [BigInt(rowid), ...own] : own
    try {
      statementFor(values.length).run(...params)
      return true
    } catch (error) {
      const isRefused =
        error instanceof Database.SqliteError && /^SQLITE_(?:CONSTRAINT|MISMATCH)/u.test(error.code)
      if (!isRefused) throw error
      return false
    }
  }
}
