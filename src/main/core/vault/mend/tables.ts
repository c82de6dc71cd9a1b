import type Database from 'better-sqlite3'
import { z } from '../../../../shared/zod.ts'

/** A table of a new database, as one of the same schema keeps its rows. */
export interface Table {
  readonly name: string
  /** In the order in which a row has its values. */
  readonly columns: readonly string[]
  /** The column that stands for the row's number, which the row itself does not hold. */
  readonly rowidColumn: string | null
  /** Whether the rows stand in an index instead of in the order of their numbers. */
  readonly isIndex: boolean
  /** An index that has a key for each row; null where the table is one, or has none. */
  readonly keyIndex: string | null
}

const tableRow = z.object({ name: z.string(), type: z.string(), wr: z.int() })
const columnRow = z.object({ name: z.string(), type: z.string(), pk: z.int() })
const indexRow = z.object({ name: z.string(), origin: z.string() })

/** What is made anew from the logs and the texts, or empty but while something is erased. */
const madeAnew = /^(?:search_|private_item$|session_tally$|rebuild$|erasing_|sqlite_)/u

/** The tables that are filled with rows that were read. Words to search by are in none of them. */
export function listTables(database: Database.Database): readonly Table[] {
  const all = z.array(tableRow).parse(database.pragma('main.table_list'))
  return all
    .filter(({ name, type }) => type === 'table' && !madeAnew.test(name))
    .map(({ name, wr }) => describeTable(database, name, wr === 1))
}

function describeTable(database: Database.Database, name: string, isIndex: boolean): Table {
  const columns = z.array(columnRow).parse(database.pragma(`table_xinfo(${quote(name)})`))
  const indexes = z.array(indexRow).parse(database.pragma(`index_list(${quote(name)})`))
  const keyIndex = indexes.find(({ origin }) => origin === 'pk')?.name ?? null
  const inOrder = columns.map((column) => column.name)
  if (isIndex && keyIndex !== null) {
    const stored = z
      .array(z.object({ name: z.string() }))
      .parse(database.pragma(`index_xinfo(${quote(keyIndex)})`))
    return { name, columns: stored.map((column) => column.name), rowidColumn: null, isIndex, keyIndex: null }
  }
  const rowidColumn = columns.find(({ pk, type }) => pk === 1 && type === 'INTEGER')?.name ?? null
  return { name, columns: inOrder, rowidColumn, isIndex, keyIndex }
}

/** A name as SQL writes it. The names are those of this program's own schema. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
