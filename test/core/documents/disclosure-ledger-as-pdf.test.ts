/* oxlint-disable no-await-in-loop -- one browser prints one document after the other */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disclosureLedgerDocument } from '../../../src/main/documents/disclosure-ledger.tsx'
import type { DisclosureLedgerFacts } from '../../../src/shared/record/disclosure-ledger.ts'
import { readStampTitle } from '../../../src/shared/record/document-stamp.ts'
import { part2Statement1, part2Statement2 } from '../../../src/shared/record/part2-statements.ts'
import type { Paper } from '../../../src/shared/record/tick-sheet.ts'
import { dee, ledgerEntry, ledgerOf, ledgerStamp } from '../../support/ledger-cases.ts'
import { openDocumentPrinter, type DocumentPrinter } from '../../support/print-documents.ts'
import { readPdf, type ReadPdf } from '../../support/read-pdf.ts'

let printer: DocumentPrinter
let folder: string

beforeAll(async () => {
  printer = await openDocumentPrinter()
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-ledger-'))
})
afterAll(async () => {
  await printer.close()
  rmSync(folder, { recursive: true, force: true })
})

async function print(facts: DisclosureLedgerFacts, paper: Paper): Promise<ReadPdf & { bytes: Uint8Array }> {
  const bytes = await printer.print(disclosureLedgerDocument(facts, ledgerStamp, 'en-US'), paper)
  const path = join(folder, 'ledger.pdf')
  writeFileSync(path, bytes)
  return { ...(await readPdf(path)), bytes }
}

// A line that is broken at a hyphen or within a long word is read with a blank there.
function plain(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

function expectText(text: string, words: readonly string[]): void {
  for (const part of words) expect(plain(text), part).toContain(plain(part))
}

function expectFooters({ pages }: ReadPdf, isProtected: boolean): void {
  for (const [index, page] of pages.entries()) {
    expectText(page, [
      `Page ${index + 1} of ${pages.length}`,
      'Ledger 7K2Q, version 3, content 4e91 c07a 1b2c 3d4e',
    ])
    expect(page.includes(part2Statement2)).toBe(isProtected)
  }
  if (isProtected) expectText(pages[0] ?? '', ['Scope:', ...part2Statement1])
  else expect(pages.join(' ')).not.toContain('42 CFR')
}

const corrected = [
  ledgerEntry(3, { corrects: 2, recipient: 'Riverbend Dental Care' }),
  ledgerEntry(2, { correctedBy: 3 }),
  ledgerEntry(1, { disclosedOn: '2026-11-02', what: 'Attendance in October, by telephone' }),
]

/** In points; a ledger of all lies on its side. */
const papers = { Letter: [612, 792], A4: [596, 843] } as const

describe.each(['Letter', 'A4'] as const)('a ledger on %s', (paper) => {
  test.each(['part2', 'unsure', 'none'] as const)(
    'of one member who is under %s says what went to whom, when, why and by what consent',
    async (part2) => {
      const pdf = await print(ledgerOf(corrected, { part2 }), paper)
      expect(pdf.sizePoints.map(Math.round)).toEqual(papers[paper])
      expect(pdf.pages).toHaveLength(1)
      expectText(pdf.text, [
        'Dee Sample Chart 0417',
        'Disclosures up to Nov 30, 2026 3 entries, 1 corrected',
        'No. Date What Recipient Purpose Consent',
        '3 Nov 24, 2026 Correction of no. 2. Group progress note, session of 2026-11-24, 5AE1-3F, version 3',
        'Entered Nov 24, 2026, 11:31 PM by Nora Field Riverbend Dental Care',
        'care coordination 0417-3 of 2 September 2026',
        '2 Nov 24, 2026 Corrected by no. 3. Group progress note',
        'Riverbend Primary Care, 4 Elm Street, Port Sample',
        '1 Nov 2, 2026 Attendance in October, by telephone',
      ])
      expectFooters(pdf, part2 !== 'none')
      expectText(pdf.pages[0] ?? '', ['Page 1 of 1 Chart 0417'])
      expect(pdf.text).not.toContain('Whose record')
    },
  )

  test('of all names everyone, on pages that lie on their side', async () => {
    const others = corrected.map((entry, index) => ({
      ...entry,
      member: index === 1 ? { name: 'Cal Example', chartId: '' } : dee,
    }))
    const pdf = await print(ledgerOf(others, { member: null, part2: 'unsure' }), paper)
    expect(pdf.sizePoints.map(Math.round).toReversed()).toEqual(papers[paper])
    expectText(pdf.text, [
      'All members For the clinic alone',
      'No. Date Whose record What',
      'Dee Sample Chart 0417',
      'Cal Example',
    ])
    expectFooters(pdf, true)
  })

  test('with many entries is torn nowhere, and each of its pages has headings', async () => {
    const long = 'Maximiliane-Friederike von Hohenstein-Wartenberg zu Lichtenfels '.repeat(3).slice(0, 190)
    const many = Array.from({ length: 80 }, (_, index) => {
      const what = index % 9 === 0 ? { what: long, recipient: long, purpose: long } : {}
      return ledgerEntry(80 - index, { ...what, consentReference: `<${80 - index}>` })
    })
    const pdf = await print(ledgerOf(many), paper)
    expect(pdf.pages.length).toBeGreaterThan(5)
    expectFooters(pdf, true)
    const seen = pdf.pages.flatMap((page) => {
      expectText(page, ['No. Date What Recipient Purpose Consent'])
      const whole = page.match(/<\d+>/g) ?? []
      // An entry that went on over the page would end on another one than its consent.
      expect(page.match(/Entered Nov/g)).toHaveLength(whole.length)
      return whole
    })
    expect(seen).toEqual(many.map(({ consentReference }) => consentReference))
  })
})

test('a ledger without an entry says so, and carries the notice all the same', async () => {
  const pdf = await print(ledgerOf([], { part2: 'part2', member: { name: 'Dee Sample', chartId: '' } }), 'A4')
  expectText(pdf.text, ['No disclosure was entered up to Nov 30, 2026.', 'No chart number on file'])
  expect(pdf.text).not.toContain('0 entries')
  expectFooters(pdf, true)
})

describe('the file itself', () => {
  test('is tagged as a table, and every font is in it', async () => {
    const { bytes } = await print(ledgerOf(corrected), 'Letter')
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true })
    const document = await task.promise
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    const page = await document.getPage(1)
    const tree = JSON.stringify(await page.getStructTree())
    for (const role of ['H1', 'Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"role":"${role}"`)
    await page.getOperatorList()
    const { items } = await page.getTextContent()
    const names = new Set(items.map((item) => ('fontName' in item ? item.fontName : '')))
    for (const name of names) expect(page.commonObjs.get(name)).toMatchObject({ missingFile: false })
    await task.destroy()
  })

  test('tells nothing in its metadata but its stamp', async () => {
    const { metadata, bytes } = await print(ledgerOf(corrected), 'Letter')
    expect(metadata).not.toMatch(/Dee|Sample|Harbor|Nora|0417|Riverbend|coordination/)
    expect(readStampTitle(Buffer.from(bytes).toString('latin1'))).toEqual({
      code: '7K2Q',
      version: 3,
      contentStart: '4e91c07a1b2c3d4e',
    })
  })
})
