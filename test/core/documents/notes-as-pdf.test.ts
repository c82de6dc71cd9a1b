/* oxlint-disable no-await-in-loop -- one browser prints one document after the other */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { progressNoteDocument } from '../../../src/main/documents/progress-note.tsx'
import { readStampTitle } from '../../../src/shared/record/document-stamp.ts'
import type { NoteDocumentFacts } from '../../../src/shared/record/note-document.ts'
import { noteSections } from '../../../src/shared/record/note-sections.ts'
import { noteFormatSchema } from '../../../src/shared/record/note.ts'
import { part2Statement1, part2Statement2 } from '../../../src/shared/record/part2-statements.ts'
import type { Paper } from '../../../src/shared/record/tick-sheet.ts'
import { part2Schema } from '../../../src/shared/session/vocabulary.ts'
import { amendment, coSignature, disclosure, noteDocument, signedNote } from '../../support/note-cases.ts'
import { openDocumentPrinter, type DocumentPrinter } from '../../support/print-documents.ts'
import { readPdf, type ReadPdf } from '../../support/read-pdf.ts'

let printer: DocumentPrinter
let folder: string

beforeAll(async () => {
  printer = await openDocumentPrinter()
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-notes-'))
})
afterAll(async () => {
  await printer.close()
  rmSync(folder, { recursive: true, force: true })
})

async function print(facts: NoteDocumentFacts, paper: Paper): Promise<ReadPdf & { bytes: Uint8Array }> {
  const bytes = await printer.print(progressNoteDocument(facts, 'en-US'), paper)
  const path = join(folder, 'note.pdf')
  writeFileSync(path, bytes)
  return { ...(await readPdf(path)), bytes }
}

// A line that is broken at a hyphen or within a long word is read with a blank there.
function plain(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

function expectText(text: string, words: readonly string[]): void {
  const read = plain(text)
  for (const part of words) expect(read, part).toContain(plain(part))
}

/** What every group progress note has to hold, whatever its format. */
const requiredElements: readonly string[] = [
  'Dee Sample',
  'Chart 0417',
  'Tuesday, November 24, 2026',
  '6:00 PM to 7:31 PM',
  'Duration 1:31 no break',
  'This member attended 1:27',
  'Participants 10 members with 2 facilitators',
  'Service Group session in person',
  'Riverside Evening Circle Relapse prevention, session 14 High-risk evenings',
  'Nora Field, LCSW: Motivational interviewing about the last two evenings.',
  'Maya Reed, LPC, CADC: Two minutes of urge surfing and a refusal role-play.',
  'Used or practised a skill at 7:12 PM (High-risk situations).',
  'The group moved from describing evenings to comparing ways home.',
  'Mood 4 at the start, 6 at the end. Craving 7 at the start.',
  'She named the walk home from work as her trigger',
  'Risk was marked at 6:51 PM; its follow-up was open when this note was signed.',
  '1. Weekday evenings without a drink: four of five, from three the week before',
  '2. Another way home, or company',
  'Walks home by Elm Street on Wednesday',
  'Everyone brings one evening to plan.',
  'Two minutes of urge surfing a day.',
  'Nora Field, LCSW Author, facilitator. Signed electronically Nov 24, 2026, 8:31 PM, 1 h after the session',
  'Ellen Marsh, PsyD Co-signature. Signed electronically Nov 25, 2026, 9:31 AM, 14 h after the session',
  `Content, SHA-256: ${'4e91c07a1b2c3d4e'.repeat(4)}`,
]

/** In points. */
const papers = { Letter: [612, 792], A4: [596, 843] } as const

describe.each(noteFormatSchema.options)('a note in the order of %s', (format) => {
  test.each(part2Schema.options)(
    'of a group that is %s holds what it must, on both papers',
    async (part2) => {
      for (const paper of ['Letter', 'A4'] as const) {
        for (const consent of [disclosure, { kind: 'chart' } as const]) {
          const pdf = await print(
            noteDocument(signedNote(format, { part2 }), [coSignature(1)], consent),
            paper,
          )
          expect(pdf.sizePoints.map(Math.round)).toEqual(papers[paper])
          expectText(pdf.text, [...requiredElements, `Group progress note, ${format}`])
          expectSectionsInOrder(pdf, format)
          expectStatements(pdf, part2 !== 'none')
          expectFooters(pdf)
          if (consent.kind === 'disclosure')
            expectText(pdf.pages[0] ?? '', [
              'Disclosed to Riverbend Primary Care, for care coordination, under written consent 0417-3 of 2 September 2026.',
            ])
          else expect(pdf.text.includes('Scope:')).toBe(part2 !== 'none')
        }
      }
    },
  )
})

function expectSectionsInOrder({ text }: ReadPdf, format: keyof typeof noteSections): void {
  const places = noteSections[format].map(({ name }) => text.indexOf(` ${name} `))
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
}

function expectStatements({ pages, text }: ReadPdf, isProtected: boolean): void {
  if (!isProtected) return expect(text).not.toContain('42 CFR')
  expectText(pages[0] ?? '', part2Statement1)
  for (const page of pages) expect(page).toContain(part2Statement2)
}

function expectFooters({ pages }: ReadPdf): void {
  for (const [index, page] of pages.entries())
    expectText(page, [
      `Page ${index + 1} of ${pages.length}`,
      'Chart 0417',
      'Session 5AE1, note 3F, version',
      'content 4e91 c07a 1b2c 3d4e',
    ])
}

describe('what was signed later', () => {
  const later = [
    amendment(1, 'late-entry', 'She also called her sponsor.'),
    amendment(2, 'addendum', 'The lab result came in.'),
    amendment(3, 'correction', 'Not Elm Street but Oak Street.'),
    amendment(4, 'attestation', 'I was present throughout.'),
  ]

  test('stands below the note, labelled, dated, signed, with its delay; the first page announces it', async () => {
    const facts = noteDocument(signedNote('DAP'), [...later, coSignature(5, later[1]?.noteId)])
    const { text, pages } = await print(facts, 'Letter')
    expectText(pages[0] ?? '', [
      'Amended after it was signed: 1 correction, 1 late entry, 1 addendum, and 1 attestation, at the end.',
      'Walks home by Elm Street on Wednesday',
    ])
    expectText(text, [
      'Late entry of Nov 26, 2026, 3:31 PM, 44 h after the session, signed electronically by Nora Field, LCSW She also called',
      'Addendum of Nov 26, 2026, 4:31 PM, 45 h after the session, signed electronically by Nora Field, LCSW The lab result',
      'The lab result came in. Co-signature of Nov 25, 2026, 9:31 AM, 14 h after the session, signed electronically by Ellen Marsh, PsyD',
      'Correction of Nov 26, 2026, 5:31 PM, 46 h after the session, signed electronically by Nora Field, LCSW Not Elm Street',
      'Attestation of Nov 26, 2026, 6:31 PM, 47 h after the session, signed electronically by Nora Field, LCSW I was present',
      'version 6',
    ])
  })

  test('a required co-signature that is not there is said to be missing', async () => {
    const facts = noteDocument(signedNote('DAP'), later.slice(0, 1))
    const awaited = [facts.note.noteId, ...later.slice(0, 1).map(({ noteId }) => noteId)]
    const { text } = await print({ ...facts, awaited }, 'A4')
    expectText(text, ['Not co-signed yet A co-signature is required', 'Not co-signed yet: a co-signature'])
  })
})

describe('how long and how wide words are', () => {
  const sentence = 'She said that evenings are long and that the walk home is where it begins. '
  const long = sentence.repeat(53)

  test('a note of three pages has the statements on its first and the footer on each', async () => {
    for (const paper of ['Letter', 'A4'] as const) {
      const note = signedNote('SOAP', { groupProcess: long, groupPlan: long })
      const pdf = await print(noteDocument(note, [coSignature(1)]), paper)
      expect(pdf.pages).toHaveLength(3)
      expectStatements(pdf, true)
      expectFooters(pdf)
      expect(plain(pdf.text).match(/Shesaidthat/g)).toHaveLength(2 * 53)
    }
  })

  test.each([
    ['usual', 'walk home by the river '],
    ['wide', 'WWWW MMMM mmmm '],
    ['unspaced', '川沿いを歩いて帰る'],
    ['lines', 'a\n'],
    ['Arabic', 'مشى إلى البيت '],
  ])('the statements stand whole on the first page of notes of any length: %s', async (_kind, words) => {
    const seen = new Set<boolean>()
    for (let count = 1; count <= 61; count += 6) {
      const note = signedNote('DAP', { groupProcess: '', groupPlan: '', homePractice: '', followUps: [] })
      const response = words.repeat(count)
      const facts = noteDocument({ ...note, words: { ...note.words, response, goals: [] } }, [], disclosure)
      seen.add(progressNoteDocument(facts).bodyHtml.includes('onePage'))
      expectStatements(await print(facts, count % 12 === 1 ? 'Letter' : 'A4'), true)
    }
    // Both layouts were tried.
    expect(seen.size).toBe(2)
  })

  test('long names of everything leave the statements where they belong', async () => {
    const name = 'Maximiliane-Friederike von Hohenstein-Wartenberg zu Lichtenfels und Sonneneck'
    const note = signedNote('DAP', {
      clinic: name,
      groupName: name,
      topic: name,
      member: { ...signedNote('DAP').facts.member, name, chartId: '0417' },
      facilitators: signedNote('DAP').facts.facilitators.map((one) => ({ ...one, name, credentials: name })),
    })
    for (const paper of ['Letter', 'A4'] as const)
      expectStatements(await print(noteDocument(note, [coSignature(1)]), paper), true)
  })
})

describe('the file itself', () => {
  test('is tagged, has the note’s sections for bookmarks, and every font in it', async () => {
    const { bytes } = await print(noteDocument(signedNote('GIRP'), [coSignature(1)]), 'Letter')
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true })
    const document = await task.promise
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    const page = await document.getPage(1)
    expect(JSON.stringify(await page.getStructTree())).toMatch(/"H1".*"H2"/)
    const outline = JSON.stringify(await document.getOutline())
    for (const title of ['Dee Sample', 'Goal', 'Intervention', 'Response', 'Plan'])
      expect(outline).toContain(`"title":"${title}"`)
    await page.getOperatorList()
    const { items } = await page.getTextContent()
    const names = new Set(items.map((item) => ('fontName' in item ? item.fontName : '')))
    for (const name of names) expect(page.commonObjs.get(name)).toMatchObject({ missingFile: false })
    await task.destroy()
  })

  test('tells nothing in its metadata but its stamp', async () => {
    const { metadata, bytes } = await print(noteDocument(signedNote('DAP')), 'Letter')
    expect(metadata).toContain('Paper of a group session: 5AE1-3F, version 1, content 4e91c07a1b2c3d4e')
    expect(metadata).not.toMatch(/Dee|Sample|Harbor|Nora|Field|0417|evenings|2026-11-24/)
    expect(readStampTitle(Buffer.from(bytes).toString('latin1'))).toEqual({
      code: '5AE1-3F',
      version: 1,
      contentStart: '4e91c07a1b2c3d4e',
    })
  })
})
