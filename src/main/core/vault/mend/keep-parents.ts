import type Database from 'better-sqlite3'
import { z } from '../../../../shared/zod.ts'
import type { Filled } from './fill-anew.ts'
import { quote } from './tables.ts'

/** How many are on file without a name, for what refers to them. */
export interface Nameless {
  readonly groups: number
  readonly members: number
  readonly facilitators: number
}

const referenceRow = z.object({ table: z.string(), from: z.string() })

/**
 * Puts groups and people of whom only the id is left on file under a word that says so: what was written of them would
 * otherwise belong to nobody. All other rows that refer to what cannot be read are left out; answers how many of each table.
 */
export function keepParents(
  database: Database.Database,
  { tables, authorRowid }: Pick<Filled, 'tables' | 'authorRowid'>,
): { readonly nameless: Nameless; readonly leftOut: ReadonlyMap<string, number> } {
  const lost = (name: string) => tables.get(name)?.missing.keys ?? []
  const authorId =
    lost('facilitator')[tables.get('facilitator')?.missing.rowids.indexOf(authorRowid ?? -1) ?? -1]
  const nameless = {
    groups: insertEach([...lost('therapy_group'), ...unknown(database, 'therapy_group')], (id, number) =>
      insertGroup(database, id, number),
    ),
    members: insertEach([...lost('member'), ...unknown(database, 'member')], (id, number) =>
      database
        .prepare(
          `INSERT OR IGNORE INTO member (person_id, preferred_name, initials, chart_id, role)
           VALUES (?, ?, '?', '', 'member')`,
        )
        .run(id, `Name lost ${number}`),
    ),
    facilitators: insertEach(lost('facilitator'), (id, number) =>
      database
        .prepare(
          `INSERT OR IGNORE INTO facilitator (person_id, name, initials, credentials, is_author, position)
           VALUES (?, ?, '?', '', ?, ?)`,
        )
        .run(id, `Name lost ${number}`, id === authorId ? 1 : 0, 10_000 + number),
    ),
  }
  return { nameless, leftOut: leaveOutOrphans(database) }
}

function insertEach(
  ids: readonly string[],
  insert: (id: string, number: number) => Database.RunResult,
): number {
  let count = 0
  for (const id of new Set(ids)) count += insert(id, count + 1).changes
  return count
}

// What the sessions of a group tell of it stands in their rows.
function insertGroup(database: Database.Database, id: string, number: number): Database.RunResult {
  return database
    .prepare(
      `INSERT OR IGNORE INTO therapy_group (group_id, name, type, length_minutes, part2, capacity)
       SELECT ?, ?, coalesce(max(group_type), 'process'), coalesce(max(length_minutes), 60),
         coalesce(max(part2), 'unsure'), 12
       FROM (SELECT group_type, length_minutes, part2 FROM session WHERE group_id = ?
             ORDER BY prepared_at_ms DESC LIMIT 1)`,
    )
    .run(id, `Group whose name is lost ${number}`, id)
}

/** The ids by which other tables refer to rows that are not there. */
function unknown(database: Database.Database, parent: 'therapy_group' | 'member'): string[] {
  return referencesOf(database)
    .filter((reference) => reference.parent === parent)
    .flatMap((reference) =>
      z.array(z.string()).parse(
        database
          .prepare(
            `SELECT DISTINCT ${quote(reference.column)} FROM ${quote(reference.child)} WHERE ${dangles(reference)}`,
          )
          .pluck()
          .all(),
      ),
    )
}

function leaveOutOrphans(database: Database.Database): ReadonlyMap<string, number> {
  const leftOut = new Map<string, number>()
  const references = referencesOf(database)
  // What was left out may have been referred to itself.
  for (let changed = true; changed;) {
    changed = false
    for (const reference of references) {
      const { changes } = database
        .prepare(`DELETE FROM ${quote(reference.child)} WHERE ${dangles(reference)}`)
        .run()
      if (changes > 0) leftOut.set(reference.child, (leftOut.get(reference.child) ?? 0) + changes)
      changed ||= changes > 0
    }
  }
  return leftOut
}

interface Reference {
  readonly child: string
  readonly column: string
  readonly parent: string
  readonly key: string
}

function dangles({ child, column, parent, key }: Reference): string {
  const own = `${quote(child)}.${quote(column)}`
  return `${own} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${quote(parent)} AS parent WHERE parent.${quote(key)} = ${own})`
}

function referencesOf(database: Database.Database): readonly Reference[] {
  const names = z
    .array(z.string())
    .parse(
      database
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
        .pluck()
        .all(),
    )
  return names.flatMap((child) =>
    z
      .array(referenceRow)
      .parse(database.pragma(`foreign_key_list(${quote(child)})`))
      .map(({ table, from }) => ({ child, column: from, parent: table, key: keyOf(database, table) })),
  )
}

function keyOf(database: Database.Database, table: string): string {
  const columns = z
    .array(z.object({ name: z.string(), pk: z.int() }))
    .parse(database.pragma(`table_info(${quote(table)})`))
  return columns.find(({ pk }) => pk === 1)?.name ?? 'rowid'
}
