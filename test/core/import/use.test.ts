import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const schema = readFileSync(join(root, 'test/core/vault/schema-of-record.sql'), 'utf8')
const asked = readFileSync(join(root, 'src/main/core/import/use-repository.ts'), 'utf8')

/** Tables with such a column, by what CREATE TABLE says. */
function tablesWith(column: string): string[] {
  const tables = schema.matchAll(/^CREATE TABLE "?(?<name>\w+)"? \((?<columns>[^;]*?)^\)/gmsu)
  return Array.from(tables, ({ groups }) => ({
    name: groups?.['name'] ?? '',
    columns: groups?.['columns'] ?? '',
  }))
    .filter(({ columns }) => new RegExp(`^\\s+${column} `, 'mu').test(columns))
    .map(({ name }) => name)
}

// What is asked of members and groups covers these: they hold rows of sessions that have such a person, of who leads, of
// what an import wrote itself, of who looked, and what is folded from others.
const covered: Readonly<Record<string, readonly string[]>> = {
  person_id: [
    'access_entry',
    'debrief_goal',
    'debrief_intervention',
    'debrief_response',
    'erasing_chart',
    'erasing_chart',
    'facilitator',
    'facilitator_pin',
    'follow_up',
    'imported',
    'member',
    'member_alias',
    'note_signature',
    'scale_follow_up',
    'search_text',
    'seat_place',
    'session_check_in',
    'session_erased',
    'session_mark',
  ],
  group_id: ['agenda_phase', 'care_entry', 'group_meeting', 'imported', 'therapy_group'],
}

it.each(Object.keys(covered))(
  'an import is not taken back over anything that a table says by %s',
  (column) => {
    const known = new Set(covered[column])
    const missed = tablesWith(column).filter(
      (table) => !known.has(table) && !asked.includes(`FROM ${table} WHERE`),
    )
    expect(tablesWith(column).length).toBeGreaterThan(5)
    expect(missed).toEqual([])
  },
)
