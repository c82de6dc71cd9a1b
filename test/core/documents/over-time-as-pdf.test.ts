/* oxlint-disable no-await-in-loop -- one browser prints one document after the other */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { groupOverTimeDocument } from '../../../src/main/documents/group-over-time.tsx'
import { memberProgressDocument } from '../../../src/main/documents/member-progress.tsx'
import type { PrintableDocument } from '../../../src/main/documents/printable-document.ts'
import { readStampTitle } from '../../../src/shared/record/document-stamp.ts'
import type { GroupOverTimeFacts } from '../../../src/shared/record/group-over-time.ts'
import type { MemberProgressFacts } from '../../../src/shared/record/member-progress.ts'
import { part2Statement1, part2Statement2 } from '../../../src/shared/record/part2-statements.ts'
import type { Paper } from '../../../src/shared/record/tick-sheet.ts'
import { part2Schema } from '../../../src/shared/session/vocabulary.ts'
import { groupOverTime, memberProgress, overTimeStamp } from '../../support/over-time-cases.ts'
import { openDocumentPrinter, type DocumentPrinter } from '../../support/print-documents.ts'
import { readPdf, type ReadPdf } from '../../support/read-pdf.ts'

let printer: DocumentPrinter
let folder: string

beforeAll(async () => {
  printer = await openDocumentPrinter()
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-over-time-'))
})
afterAll(async () => {
  await printer.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Printed extends ReadPdf {
  readonly bytes: Uint8Array
}

async function print(document: PrintableDocument, paper: Paper): Promise<Printed> {
  const bytes = await printer.print(document, paper)
  const path = join(folder, 'paper.pdf')
  writeFileSync(path, bytes)
  return { ...(await readPdf(path)), bytes }
}

const printMember = (facts: MemberProgressFacts, paper: Paper = 'Letter') =>
  print(memberProgressDocument(facts, overTimeStamp('member-progress'), 'en-US'), paper)
const printGroup = (facts: GroupOverTimeFacts, paper: Paper = 'Letter') =>
  print(groupOverTimeDocument(facts, overTimeStamp('group-over-time'), 'en-US'), paper)

/** In points. */
const papers = { Letter: [612, 792], A4: [596, 843] } as const

// A line that is broken is read with a blank there; the font has one drawing for the apostrophe and the letter like it.
function plain(text: string): string {
  return text.replaceAll(/\s+/g, '').replaceAll('ʼ', '’')
}

function expectText(text: string, words: readonly string[]): void {
  const read = plain(text)
  for (const part of words) expect(read, part).toContain(plain(part))
}

function expectStatements({ pages, text }: ReadPdf, isProtected: boolean): void {
  if (!isProtected) return expect(text).not.toContain('42 CFR')
  expectText(pages[0] ?? '', [...part2Statement1, 'Scope:'])
  for (const page of pages) expect(page).toContain(part2Statement2)
}

function expectFooters({ pages, metadata, bytes }: Printed, series: 'Progress' | 'Group'): void {
  for (const [index, page] of pages.entries())
    expectText(page, [
      `Page ${index + 1} of ${pages.length}`,
      `${series} 7K2Q, version 2, content 4e91 c07a 1b2c 3d4e`,
    ])
  expect(metadata).not.toMatch(/Dee|Sample|0417|Harbor|Riverside|Circle|Friday|evenings/)
  const stamp = { code: '7K2Q', version: 2, contentStart: '4e91c07a1b2c3d4e' }
  expect(readStampTitle(Buffer.from(bytes).toString('latin1'))).toEqual(stamp)
}

const disclosed = {
  kind: 'disclosure',
  recipient: 'Riverbend Primary Care',
  purpose: 'care coordination',
  reference: '0417-3 of 2 September 2026',
} as const

describe.each(['Letter', 'A4'] as const)('on %s', (paper) => {
  test.each(part2Schema.options)(
    'progress over time of a member under %s: plots, goals, and every number of them in a table',
    async (part2) => {
      const pdf = await printMember(memberProgress({ part2 }), paper)
      expect(pdf.sizePoints.map(Math.round)).toEqual(papers[paper])
      expectStatements(pdf, part2 !== 'none')
      expectFooters(pdf, 'Progress')
      expectText(pdf.pages[0] ?? '', ['Chart 0417'])
      expectText(pdf.text, [
        'Dee Sample Chart 0417 Progress over time Aug 31, 2026 to Nov 20, 2026',
        'Weeks 12 Sessions attended 33 Hours counted 95:40 9 hours a week are asked, breaks left out',
        'Hours attended breaks left out',
        '9 hours a week 8:36 so far',
        'Mood higher at the end in 22 of 22 sessions',
        'Turns taken in Riverside Evening Circle, beside their own usual in grey',
        'listened by choice',
        'PHQ-9 8 on Wednesday, down from 16',
        'moderately severe',
        'item 9',
        'Goals and progress Get through Friday evenings without using',
        'Nov 17, 2026 Three Fridays in a row now; says the first hour is the hard one.',
        'Call somebody before eight Nov 17, 2026 Called on two of three evenings.',
        'Sleep six hours on most nights · achieved',
        'The numbers Hours attended',
        'Hours attended Week of Sessions In the room Breaks, left out Alone Counted Asked',
        'Oct 5 2 6:04 0:20 0:00 5:44 9:00 Holiday',
        'Mood Session At the start At the end',
        'Turns taken in Skills on Thursday Session Turns Usual for them Talked In the room Marks',
        'PHQ-9 Filled in on Total That is Item 9',
        'Sep 2, 2026 16 moderately severe 1',
      ])
    },
  )

  test.each(part2Schema.options)(
    'a group over time under %s: counted in members, with its phases and its topics',
    async (part2) => {
      const pdf = await printGroup(groupOverTime({ part2 }), paper)
      expect(pdf.sizePoints.map(Math.round)).toEqual(papers[paper])
      expectStatements(pdf, part2 !== 'none')
      expectFooters(pdf, 'Group')
      expectText(pdf.text, [
        'For the program and its supervision; part of nobody’s chart',
        'Riverside Evening Circle Relapse prevention Group over time Aug 31, 2026 to Nov 20, 2026',
        'Sessions 22 in 12 weeks Members now 10 members, 2 of them counted as adolescents, and 1 relative.',
        '11 of 12 taken. 6 to 12 are advised. Membership Open 2 people wait',
        'Attendance members who came; in outline, who was on the list',
        '12 places',
        'Came again',
        'Minutes per phase Over 22 sessions.',
        'Use and craving check-in round usually 12 to 17, planned 10',
        'Break usually 9 to 10, planned 10, left out twice',
        'High-risk evenings Nov 17, 2026 · Oct 20, 2026 · Sep 8, 2026',
        'One topic is left out: it could name somebody. 3 sessions without a topic.',
        'The numbers Attendance',
        'Attendance Week of Sessions On the list Came',
        'Minutes per phase Phase Planned Shortest Usual from Usual to Longest Sessions Left out',
      ])
    },
  )
})

test('a copy for somebody else names by whose leave they have it', async () => {
  const pdf = await printMember(memberProgress({ consent: disclosed }))
  expectText(pdf.pages[0] ?? '', [
    'Disclosed to Riverbend Primary Care, for care coordination, under written consent 0417-3 of 2 September 2026.',
  ])
  expect(pdf.text).not.toContain('No consent to disclose')
})

test('the period is what was asked for: all weeks have all their numbers', async () => {
  const pdf = await printMember(memberProgress({}, 60, { kind: 'all' }), 'A4')
  expectText(pdf.text, ['Sep 29, 2025 to Nov 20, 2026', 'Weeks 60'])
  // Every week that was counted has its line.
  const rows = pdf.text.match(/\d:\d\d 0:[23]0 0:00 \d:\d\d 9:00/g) ?? []
  expect(rows).toHaveLength(60)
  expectStatements(pdf, true)
  const earlier = await printMember(memberProgress({}, 60, { kind: 'to', week: '2026-08-24' }))
  expectText(earlier.text, ['Jun 8, 2026 to Aug 30, 2026', 'Weeks 12'])
  expect(earlier.text).not.toContain('so far')
})

/** The page on which this begins. */
const pageWith = (pages: readonly string[], words: string) =>
  pages.findIndex((page) => plain(page).includes(plain(words)))

test('a table that goes on says its name and its columns on every page, and once in the outline', async () => {
  const member = await printMember(memberProgress({}, 60, { kind: 'all' }))
  const inRoom = 'Session Turns Usual for them Talked In the room Marks'
  const names = {
    'Hours attended': 'Week of Sessions In the room Breaks, left out Alone Counted Asked',
    Mood: 'Session At the start At the end',
    Craving: 'Session At the start At the end',
    'Turns taken in Riverside Evening Circle': inRoom,
    'Turns taken in Skills on Thursday': inRoom,
    'PHQ-9': 'Filled in on Total That is Item 9',
    'GAD-7': 'Filled in on Total That is',
  }
  const first = pageWith(member.pages, 'The numbers')
  const goneOn = member.pages.slice(first + 1).map(plain)
  expect(goneOn.length).toBeGreaterThan(8)
  for (const page of goneOn)
    expect(
      Object.entries(names).some(([name, columns]) => page.startsWith(plain(name + columns))),
      page.slice(0, 60),
    ).toBe(true)
  expect((await outlineOf(member)).slice(-Object.keys(names).length)).toEqual(Object.keys(names))

  const topics = Array.from({ length: 90 }, (_, day) => ({
    topic: `Evening ${day}`,
    startedAtMs: [Date.UTC(2026, 0, 1 + day)],
  }))
  const group = await printGroup(groupOverTime({ topics }))
  const [from, to] = ['Evening 0', 'The numbers'].map((words) => pageWith(group.pages, words))
  const ofTopics = group.pages.slice((from ?? 0) + 1, to)
  expect(ofTopics.length).toBeGreaterThan(1)
  for (const page of ofTopics) expect(page).toMatch(/^Topics covered Topic Talked about on/)
  expect((await outlineOf(group)).filter((one) => one === 'Topics covered')).toHaveLength(1)
})

/** Every title of a document's outline, from the top. */
async function outlineOf({ bytes }: Printed): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const titles = allTitles(await (await task.promise).getOutline())
  await task.destroy()
  return titles
}

interface OutlineEntry {
  readonly title: string
  readonly items: readonly OutlineEntry[]
}

function allTitles(entries: readonly OutlineEntry[]): string[] {
  return entries.flatMap(({ title, items }) => [title, ...allTitles(items)])
}

test('nothing to draw is said, and a relative is called what they are', async () => {
  const nothing = { sessions: [], hours: null, scales: [], goals: [], exemptions: [], progress: [] }
  const relative = { name: 'Wren Sample', chartId: '', role: 'family' } as const
  const { text, pages } = await printMember(memberProgress({ ...nothing, member: relative }))
  expectText(text, [
    'Wren Sample No chart number on file · Family member, not a patient',
    'Nothing of these weeks could be drawn: no session, number or questionnaire.',
  ])
  expect(pages).toHaveLength(1)
  const group = await printGroup(groupOverTime({ sessionCount: 0, phases: [], topics: [], groupName: null }))
  expectText(group.text, [
    'Relapse prevention The name of the group is left out: it could name somebody',
    'No session of this group has ended in these weeks.',
  ])
})

test('names as long as they may be keep the statements whole on the first page', async () => {
  const wide = 'Maximiliane-Friederike von Hohenstein-Wartenberg zu Lichtenfels MMMMWWWW'
  const [one, other] = memberProgress().groups
  const groups = [one, other].flatMap((group) =>
    group === undefined ? [] : [{ ...group, name: `${wide} ${group.groupId.slice(0, 4)}` }],
  )
  const member = { name: wide, chartId: '0417', role: 'member' } as const
  expectStatements(await printMember(memberProgress({ clinic: wide, groups, member })), true)
  expectStatements(await printGroup(groupOverTime({ clinic: wide, groupName: wide }), 'A4'), true)
})

test('plots are drawn and no pictures, without a colour, and everything is tagged', async () => {
  for (const { bytes } of [await printMember(memberProgress()), await printGroup(groupOverTime())]) {
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true })
    const document = await task.promise
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    const page = await document.getPage(1)
    expect(JSON.stringify(await page.getStructTree())).toMatch(/"H1".*"H2".*"Figure"/)
    const { fnArray, argsArray } = await page.getOperatorList()
    expect(fnArray.filter((operator) => operator === OPS.constructPath).length).toBeGreaterThan(50)
    expect(fnArray).not.toContain(OPS.paintImageXObject)
    const colours = fnArray.flatMap((operator, index) =>
      operator === OPS.setFillRGBColor || operator === OPS.setStrokeRGBColor
        ? [String(argsArray[index])]
        : [],
    )
    expect(colours.length).toBeGreaterThan(10)
    for (const colour of colours) expect(colour).toMatch(/^#(..)\1\1$/)
    await task.destroy()
  }
})
