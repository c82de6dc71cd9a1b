import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const schema = readFileSync(join(root, 'test/core/vault/schema-of-record.sql'), 'utf8')
const source = readFileSync(join(root, 'src/main/core/retention/erasing-repository.ts'), 'utf8')

const tables = Array.from(
  schema.matchAll(/^CREATE TABLE ["']?(?<name>\w+)["']? ?\((?<columns>.*?)\)(?: STRICT|;| WITHOUT)/gmsu),
  ({ groups }) => ({ name: groups?.['name'] ?? '', columns: groups?.['columns'] ?? '' }),
)
const erased = new Set(
  Array.from(source.matchAll(/DELETE FROM (?<name>\w+)/gu), ({ groups }) => groups?.['name']),
)

/** What erasing leaves out on purpose, and why. */
const stays: Readonly<Record<string, string>> = {
  access_entry: 'who looked at whom is kept for six years and longer, and has ids alone',
  agenda_phase: 'of a group',
  backup: 'counts alone',
  backup_rules: 'of the console',
  care_rules: 'of the clinic',
  clinic: 'of the clinic',
  conceal_pin: 'of the console',
  enrolment: 'nobody who is in a group is erased',
  erasure: 'that something was erased',
  export_folder: 'of the console',
  facilitator: 'no member',
  facilitator_pin: 'no member',
  group_measure: 'of a group',
  group_meeting: 'of a group',
  group_waiting: 'nobody who waits for a place is erased',
  import: 'counts alone',
  log_check: 'counts alone',
  measure: 'of the clinic',
  projection: 'which fold wrote the rows',
  rebuild: 'how far a rebuild is',
  record_rules: 'of the clinic',
  retention_rules: 'of the clinic',
  safety_card: 'of the clinic',
  saved_view: 'of the console',
  therapy_group: 'a group outlives its sessions',
}

/** What goes by the hand of what keeps it: members with their aliases, and what can be found. */
const elsewhere = ['member', 'member_alias', 'search_session', 'search_text']
const isOfIndex = (name: string) => /^search_(?:session_)?words/u.test(name)
/** Folded from a log: it goes with the session, and otherwise stands as the log says. */
const isFolded = (columns: string) => columns.includes('REFERENCES session ON DELETE CASCADE')
/** About a file: it goes with the file's row. */
const isOfFile = (columns: string) => columns.includes('REFERENCES exported_file ON DELETE CASCADE')

it('erasing knows what to do with every table of the record', () => {
  const forgotten = tables.filter(
    ({ name, columns }) =>
      !erased.has(name) &&
      !(name in stays) &&
      !elsewhere.includes(name) &&
      !isOfIndex(name) &&
      !isFolded(columns) &&
      !isOfFile(columns),
  )
  expect(tables.length).toBeGreaterThan(55)
  expect(forgotten.map(({ name }) => name)).toEqual([])
  const names = new Set(tables.map(({ name }) => name))
  expect([...Object.keys(stays), ...elsewhere, ...erased].filter((name) => !names.has(name ?? ''))).toEqual(
    [],
  )
})

it('of what stays nothing names a session or a text, and a person only where it is said why', () => {
  const about = tables.filter(
    ({ name, columns }) => name in stays && /\b(?:person_id|session_id|note_id)\b/u.test(columns),
  )
  expect(about.map(({ name }) => name)).toEqual([
    'access_entry',
    'enrolment',
    'facilitator',
    'facilitator_pin',
    'group_waiting',
  ])
})
