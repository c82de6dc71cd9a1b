/* oxlint-disable no-await-in-loop -- one console holds one session after the other */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftDocument, type PrintRequest } from '../../../src/main/ipc/draft-document.ts'
import { printDraft } from '../../../src/main/ipc/print-draft.ts'
import { groupTypeNames, groupTypeSchema, type GroupType } from '../../../src/shared/agenda/group-type.ts'
import type { PersonId, SessionId } from '../../../src/shared/ids.ts'
import { part2Statement1, part2Statement2 } from '../../../src/shared/record/part2-statements.ts'
import { succeed } from '../../../src/shared/result.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { part2Schema, type Part2 } from '../../../src/shared/session/vocabulary.ts'
import { openDocumentPrinter, type DocumentPrinter } from '../../support/print-documents.ts'
import { readPdf, type ReadPdf } from '../../support/read-pdf.ts'
import {
  createOpenWorld,
  definitely,
  emptyShared,
  groupDraft,
  memberDraft,
  valueOf,
  type World,
} from '../support/world.ts'

const minuteMs = 60_000
let world: World
let printer: DocumentPrinter
let memberIds: PersonId[]
let groupCount = 0

/** Names, initials, nicknames and chart numbers that are no word of any paper. */
const people = [
  { preferredName: 'Zephyrine Okoro', initials: 'ZQ', alias: 'Birdie', chartId: '770011' },
  { preferredName: 'Bartholomew', initials: 'BX', alias: 'Wuzzik', chartId: '770022' },
  { preferredName: 'نور الهدى', initials: 'نه', alias: 'Qorva', chartId: '770033' },
]
const named = /zephyrine|okoro|bartholomew|نور|الهدى|ىدهلا|birdie|wuzzik|qorva|\bZQ\b|\bBX\b|7700\d\d/iu

beforeAll(async () => {
  world = await createOpenWorld()
  printer = await openDocumentPrinter()
  const { groupId } = await world.get('roster.create-group', { ...groupDraft, name: 'Everyone' })
  memberIds = []
  for (const { preferredName, initials, alias, chartId } of people) {
    const draft = { ...memberDraft, preferredName, initials, chartId }
    const { personId } = await world.get('roster.create-member', { groupId, draft })
    await world.get('roster.set-aliases', { personId, aliases: [alias] })
    memberIds.push(personId)
  }
})

test('of people by their initials holds no name', async () => {
  const sessionId = await prepare('support', 'part2')
  const input = { sessionId, naming: 'initials', paper: 'A4', password: null } as const
  const list = await printed({ name: 'export.attendance-sheet', input })
  await hold(sessionId)
  const sheet = await printed({ name: 'export.attendance-sheet', input })
  for (const { text } of [list, sheet]) {
    expect(text).not.toMatch(/zephyrine|okoro|bartholomew|wuzzik|7700/i)
    expect(text).toMatch(/BX .*ZQ/)
  }
})
afterAll(async () => {
  await printer.close()
  await world.close()
})

async function prepare(type: GroupType, part2: Part2): Promise<SessionId> {
  groupCount += 1
  const draft = { ...groupDraft, name: `Circle ${groupCount}`, lengthMinutes: 180, type, part2 }
  const { groupId } = await world.get('roster.create-group', draft)
  for (const personId of memberIds) await world.get('roster.enrol', { groupId, personId })
  const leadId = definitely((await world.get('roster.read', {})).facilitators[0]).id
  const plan = { groupId, topic: 'Evenings with Birdie', leadId, coLeadIds: [], plannedStartMs: null }
  return (await world.get('session.prepare', plan)).sessionId
}

async function hold(sessionId: SessionId): Promise<void> {
  const [first, second] = memberIds.map(definitely)
  const act = async (command: Command) => world.get('session.act', { sessionId, command })
  await act({ type: 'arrive-all' })
  await act({ type: 'start', end: 'full-length' })
  await act({ type: 'give-floor', personId: definitely(first) })
  world.clock.pass(12 * minuteMs)
  await act({ type: 'release-floor', personId: definitely(first) })
  await act({ type: 'mark', personId: definitely(second), mark: 'risk' })
  await act({ type: 'leave', personId: definitely(second) })
  world.clock.pass(8 * minuteMs)
  await act({ type: 'end' })
  const text = 'Bartholomew and ZQ spoke. نور الهدى nodded. Chart 770022 came up.'
  const shared = { ...emptyShared, groupProcess: text, plan: text, homePractice: text }
  await world.get('debrief.save-shared', { sessionId, shared })
}

/** Prints as the console does, from the call to the file in the folder, and reads the file. */
async function printed(request: PrintRequest): Promise<ReadPdf & { readonly fileName: string }> {
  const draft = valueOf(await draftDocument(world.core, request))
  const open = {
    print: async (...args: Parameters<DocumentPrinter['print']>) => succeed(await printer.print(...args)),
  }
  const file = valueOf(
    await printDraft(world.core, { ...open, close: () => undefined }, draft, request.input),
  )
  const path = valueOf(await world.core.run('export.path', { exportId: file.exportId }))
  const verdict = valueOf(await world.core.run('export.identify', { bytes: readFileSync(path) }))
  expect(verdict).toEqual({ kind: 'unaltered', file, currentVersion: null })
  return { ...(await readPdf(path)), fileName: file.fileName }
}

function expectStatements({ pages, text }: ReadPdf, isProtected: boolean): void {
  if (!isProtected) return expect(text).not.toContain('42 CFR')
  const first = (pages[0] ?? '').replaceAll(/\s+/g, '')
  for (const paragraph of part2Statement1) expect(first).toContain(paragraph.replaceAll(/\s+/g, ''))
  for (const page of pages) expect(page).toContain(part2Statement2)
}

test.each(groupTypeSchema.options)('papers of a %s session, whatever it is under', async (type) => {
  for (const [index, part2] of part2Schema.options.entries()) {
    const isProtected = part2 !== 'none'
    const paper = index % 2 === 0 ? 'Letter' : 'A4'
    const sessionId = await prepare(type, part2)
    const input = { sessionId, naming: 'names', paper, password: null } as const
    const list = await printed({ name: 'export.attendance-sheet', input })
    expectStatements(list, isProtected)
    expect(list.text).toMatch(/Sign-in sheet.*Bartholomew.*Zephyrine Okoro.*walk-in/s)
    await hold(sessionId)
    const sheet = await printed({ name: 'export.attendance-sheet', input })
    expectStatements(sheet, isProtected)
    expect(sheet.text).toContain(groupTypeNames[type])
    expect(sheet.text).toMatch(
      /Bartholomew .* 12 12 Left early .*Zephyrine Okoro .* 20 20 Present throughout/,
    )
    expect(sheet.text).toMatch(/3 of 3 members 52 52 1 left early/)
    const summary = await printed({
      name: 'export.supervision-summary',
      input: { sessionId, paper, password: null },
    })
    expectStatements(summary, isProtected)
    expect(`${summary.text} ${summary.metadata} ${summary.fileName}`).not.toMatch(named)
    expect(summary.text).toMatch(/Member 2 and Member 1 spoke\. Member 3 nodded\. \[A sentence is left out/)
    expect(summary.text).toContain('Evenings with Member 1')
    expect(summary.text).toMatch(/Members, together 12 ?, 60 % Facilitators 0 ?, 0 % .* Silence 8 ?, 40 %/)
    for (const { fileName, metadata } of [list, sheet, summary]) {
      expect(fileName).toMatch(/^\d{4}-\d\d-\d\d-[0-9A-Z]{4}-(?:sign-in|attendance|supervision)\.pdf$/)
      expect(metadata).not.toMatch(named)
      expect(metadata).not.toMatch(/Circle|Dana|Harbour/)
    }
  }
})
