/* oxlint-disable no-await-in-loop -- one browser prints one document after the other */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attendanceSheetDocument } from '../../../src/main/documents/attendance-sheet.tsx'
import type { PrintableDocument } from '../../../src/main/documents/printable-document.ts'
import { supervisionSummaryDocument } from '../../../src/main/documents/supervision-summary.tsx'
import type { AttendanceSheetFacts } from '../../../src/shared/record/attendance-sheet.ts'
import { part2Statement1, part2Statement2 } from '../../../src/shared/record/part2-statements.ts'
import type { SupervisionSummary } from '../../../src/shared/record/supervision-summary.ts'
import type { Paper } from '../../../src/shared/record/tick-sheet.ts'
import { part2Schema } from '../../../src/shared/session/vocabulary.ts'
import { openDocumentPrinter, type DocumentPrinter } from '../../support/print-documents.ts'
import { readPdf, type ReadPdf } from '../../support/read-pdf.ts'
import {
  attendanceSheet,
  attended,
  paperStamp,
  signIn,
  supervisionSummary,
} from '../../support/session-paper-cases.ts'

let printer: DocumentPrinter
let folder: string

beforeAll(async () => {
  printer = await openDocumentPrinter()
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-papers-'))
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

const printSheet = (facts: AttendanceSheetFacts, paper: Paper = 'Letter') =>
  print(attendanceSheetDocument(facts, paperStamp('attendance-sheet'), 'en-US'), paper)
const printSummary = (facts: SupervisionSummary, paper: Paper = 'Letter') =>
  print(supervisionSummaryDocument(facts, paperStamp('supervision-summary'), 'en-US'), paper)

const bothPapers = ['Letter', 'A4'] as const
/** In points. */
const sizes = { Letter: [612, 792], A4: [596, 843] } as const

// A line that is broken at a hyphen or within a long word is read with a blank there; the font has one drawing for the
// apostrophe and the letter that looks like it.
function plain(text: string): string {
  return text.replaceAll(/\s+/g, '').replaceAll('ʼ', '’')
}

function expectText(text: string, words: readonly string[]): void {
  const read = plain(text)
  for (const part of words) expect(read, part).toContain(plain(part))
}

function expectStatements({ pages, text }: ReadPdf, isProtected: boolean): void {
  if (!isProtected) return expect(text).not.toMatch(/42 CFR|Scope:/)
  expectText(pages[0] ?? '', [...part2Statement1, 'Scope:'])
  for (const page of pages) expect(page).toContain(part2Statement2)
}

function expectFooters({ pages, metadata }: ReadPdf): void {
  for (const [index, page] of pages.entries())
    expectText(page, [
      `Page ${index + 1} of ${pages.length}`,
      'Session 5AE1, version 1, content 4e91 c07a 1b2c 3d4e',
    ])
  expect(metadata).toContain('Paper of a group session: 5AE1, version 1, content 4e91c07a1b2c3d4e')
  expect(metadata).not.toMatch(/Anouk|Harbor|Riverside|Nora|evenings|2026-11-24|Member/)
}

describe('an attendance sheet', () => {
  test.each(part2Schema.options)('of a group that is %s holds what it must, on one page', async (part2) => {
    for (const paper of bothPapers) {
      const pdf = await printSheet(attendanceSheet(attended(), { part2 }), paper)
      expect(pdf.sizePoints.map(Math.round)).toEqual(sizes[paper])
      expect(pdf.pages).toHaveLength(1)
      expectStatements(pdf, part2 !== 'none')
      expectFooters(pdf)
      expectText(pdf.text, [
        'Confidential roster · part of nobody’s chart',
        'Riverside Evening Circle Relapse prevention, session 14 · High-risk evenings',
        'Attendance Tuesday, November 24, 2026',
        'Start and stop 6:00 PM to 7:31 PM Duration 1:31 0:10 of it break Participants 9 of 12 members',
        'Service Group session in person Facilitator Nora Field, LCSW Co-facilitator Maya Reed, LPC, CADC',
        'Anouk Sample 5:57 PM 7:31 PM 91 81 Present throughout',
        'Bertil 6:09 PM 7:31 PM 82 72 Late by 9 min',
        'Away 6:52 PM to 6:56 PM',
        'Dagny 5:57 PM 7:10 PM 70 60 Left early',
        'Fintan – – 0 0 Excused',
        'Gudrun – – 0 0 Seen alone',
        '– – 0 0 No-show',
        'Isolde 6:12 PM 7:31 PM 79 69 Walk-in',
        'Together 9 of 12 members 760 670 3 late, 1 left early, 1 walk-in, 1 excused, 1 no-show, 1 seen alone',
        'Nora Field, LCSW Facilitator. Signature and date Maya Reed, LPC, CADC Co-facilitator. Signature and date',
      ])
    }
  })

  test('is a list to sign in on before the end, with room for whoever was not expected', async () => {
    for (const paper of bothPapers) {
      const pdf = await printSheet(attendanceSheet(signIn()), paper)
      expect(pdf.pages).toHaveLength(1)
      expectStatements(pdf, true)
      expectFooters(pdf)
      expectText(pdf.text, [
        'Sign-in sheet Tuesday, November 24, 2026',
        'Planned 6:00 PM, 90 min On the list 12 members',
        'Name Arrived Left Signature Anouk Sample Bertil Cosima',
        'Dagny excused',
        'Lev walk-in walk-in walk-in walk-in',
      ])
      expect(pdf.text).not.toContain('7:31')
    }
  })

  test('sets those apart who are no patients, and says where it was entered from paper', async () => {
    const people = attended(3).people.map((line, index) =>
      index === 2 ? { ...line, role: 'family' as const } : line,
    )
    const enteredLateAtMs = Date.parse('2026-11-25T20:31:00-05:00')
    const { text } = await printSheet(attendanceSheet(attended(0, { people, enteredLateAtMs })))
    expectText(text, [
      'Entered from paper on Nov 25, 2026, 8:31 PM, 25 h after the session.',
      '2 of 2 members and 1 family, partners or guests',
      'Together 2 of 2 members 173 153 1 late Cosima',
      'family',
    ])
  })

  test('of nobody says so', async () => {
    expect((await printSheet(attendanceSheet(attended(0)))).text).toContain(
      'No member was expected, and none came.',
    )
    const { text } = await printSheet(attendanceSheet(signIn(0, { plannedStartMs: null })))
    expectText(text, [
      'Date ____________',
      'Nobody is on the list of this session. Whoever comes signs below.',
    ])
  })

  test('of 24 has two pages, each with its headings', async () => {
    for (const paper of bothPapers)
      for (const session of [attended(24), signIn(24)]) {
        const pdf = await printSheet(attendanceSheet(session), paper)
        expect(pdf.pages).toHaveLength(2)
        for (const page of pdf.pages) expect(page).toMatch(/Name Arrived Left/)
        expectStatements(pdf, true)
        expectFooters(pdf)
      }
  })
})

describe('however many and however long', () => {
  const wide = 'Maximiliane-Friederike von Hohenstein-Wartenberg zu Lichtenfels und Sonneneck MMMMWWWW'

  test.each([
    ['usual names', (label: string) => label, 'Riverside Evening Circle'],
    ['wide names', (label: string) => `${label} WWWWMMMM`, 'WMWMWM WMWMWM WMWMWM'],
    ['long names', (label: string) => `${label} ${wide}`.slice(0, 80), wide.slice(0, 80)],
    ['unspaced names', () => '川沿いを歩いて帰る山田花子さん', '川沿いを歩いて帰る夜の会'],
  ])('the statements stand whole on the first page: %s', async (_kind, rename, groupName) => {
    const renamed = <Line extends { readonly label: string }>(line: Line) => ({
      ...line,
      label: rename(line.label),
    })
    const layouts = new Set<boolean>()
    for (let count = 0; count <= 18; count += 2) {
      const facts = attendanceSheet(
        count % 4 === 0
          ? attended(count, { people: attended(count).people.map(renamed) })
          : signIn(count, { people: signIn(count).people.map(renamed) }),
        { groupName, clinic: groupName },
      )
      layouts.add(attendanceSheetDocument(facts, paperStamp('attendance-sheet')).bodyHtml.includes('onePage'))
      const pdf = await printSheet(facts, count % 3 === 0 ? 'A4' : 'Letter')
      expectStatements(pdf, true)
      expectFooters(pdf)
    }
    // Both layouts were tried.
    expect(layouts.size).toBe(2)
  })

  test('a supervision summary keeps its statements on the first page', async () => {
    const [phase] = supervisionSummary().phases
    for (const count of [0, 9, 10, 11, 20]) {
      const phases = phase === undefined ? [] : Array.from({ length: count }, () => phase)
      expectStatements(await printSummary(supervisionSummary({ phases }), 'A4'), true)
    }
    const named = { clinic: wide, groupName: wide, topic: `${wide} ${wide}`.slice(0, 120) }
    const facilitators = supervisionSummary().facilitators.map((one) => ({
      ...one,
      name: wide,
      credentials: wide.slice(0, 60),
    }))
    expectStatements(await printSummary(supervisionSummary({ ...named, facilitators })), true)
  })
})

describe('a supervision summary', () => {
  test.each(part2Schema.options)('of a group that is %s holds what it must', async (part2) => {
    for (const paper of bothPapers) {
      const pdf = await printSummary(supervisionSummary({ part2 }), paper)
      expect(pdf.sizePoints.map(Math.round)).toEqual(sizes[paper])
      expect(pdf.pages).toHaveLength(2)
      expectStatements(pdf, part2 !== 'none')
      expectFooters(pdf)
      expectText(pdf.pages[0] ?? '', [
        'For supervision; not part of any member’s chart',
        'Supervision summary Tuesday, November 24, 2026',
        'Attendance 10 of 12 members 2 late, 1 left early, 1 excused, 1 no-show',
        'Use and craving check-in round 12 of 10',
      ])
      expectText(pdf.text, [
        'Members, together 52 , 57 %',
        'Facilitators 21 , 23 %',
        'Several at once 6 , 7 %',
        'Silence 9 , 10 %',
        'Not observed 3 , 3 %',
        'Use and craving check-in round: 10 of 10 were noted as having had their turn, 1 of them by passing or listening.',
        'Member 5 after Member 2 (6 times), Member 1 after Nora Field (4 times), and Maya Reed after Member 5 (3 times).',
        'Member 2 shared 2, skill Mood 4 → 6, Craving 7 → –',
        'Member 7: follow-up opened at 6:51 PM, closed and signed on Nov 24, 2026, 7:51 PM.',
        'Member 2: follow-up opened at 7:02 PM, still open.',
        'Nora Field, LCSW Motivational interviewing',
        'Maya Reed, LPC, CADC Two minutes of urge surfing',
        '[A sentence is left out: it could name somebody.]',
        'Plan Everyone brings one evening to plan.',
        'Home practice Two minutes of urge surfing a day.',
        'Notes 7 of 10 notes signed. 2 still to be co-signed. The next is due before Nov 28, 2026, 12:00 AM.',
      ])
    }
  })

  test('says where nobody was seen to speak, and what is overdue', async () => {
    const nothing = { talk: null, handovers: [], rounds: [], people: [], followUps: [] } as const
    const notes = { owedCount: 4, signedCount: 1, awaitingCount: 0, overdueCount: 2, dueMs: 0 }
    const { text } = await printSummary(
      supervisionSummary({ ...nothing, notes, topic: null, groupName: null }),
    )
    expectText(text, [
      'Relapse prevention Session 14 Supervision summary',
      'Nobody’s turns were noted.',
      'Nobody came beside the facilitators.',
      'None was marked.',
      '1 of 4 notes signed. 2 of the other 3 overdue.',
    ])
    const asked = { asked: 16, answered: 14, heardCount: 9 }
    expectText((await printSummary(supervisionSummary({ ...nothing, sampling: asked }))).text, [
      'asked every five minutes, and answered 14 of 16 times: 9 people beside the facilitators.',
    ])
    const enteredLateAtMs = Date.parse('2026-11-25T20:31:00-05:00')
    expectText((await printSummary(supervisionSummary({ ...nothing, enteredLateAtMs }))).text, [
      'Entered from paper on Nov 25, 2026, 8:31 PM',
      'It was kept on paper: who spoke was not observed.',
    ])
  })
})

test('both are tagged, have their headings for bookmarks, and every font in them', async () => {
  const sheet = await printSheet(attendanceSheet(attended()))
  const summary = await printSummary(supervisionSummary())
  const headings = [
    'High-risk evenings',
    'How the talk went',
    'What was noted of each',
    'Risk',
    'Interventions',
  ]
  for (const [{ bytes }, titles] of [
    [sheet, ['Riverside Evening Circle']],
    [summary, headings],
  ] as const) {
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true })
    const document = await task.promise
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    const page = await document.getPage(1)
    expect(JSON.stringify(await page.getStructTree())).toMatch(/"H1".*"Table".*"TH".*"TD"/)
    const outline = JSON.stringify(await document.getOutline())
    for (const title of titles) expect(outline).toContain(`"title":"${title}"`)
    await page.getOperatorList()
    const { items } = await page.getTextContent()
    const names = new Set(items.map((item) => ('fontName' in item ? item.fontName : '')))
    for (const name of names) expect(page.commonObjs.get(name)).toMatchObject({ missingFile: false })
    await task.destroy()
  }
})
