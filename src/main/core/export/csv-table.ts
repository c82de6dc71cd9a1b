import { stringify } from 'csv-stringify/sync'

type Cell = string | number | null

/** A table as it stands in a file: the headings, and rows of as many cells. */
export interface Table {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

// Where a spreadsheet may begin a cell of its own: after blanks, which some drop, and after a semicolon, which is what
// separates cells where a comma is the decimal sign, whatever the quotes around it say.
const hiddenFormula = /(?:^\s+|[;\r\n]\s*)(?=[=+\-@＝＋－＠])/g

/**
 * A table as a CSV file by RFC 4180, with the byte order mark that makes spreadsheets read it as UTF-8. What a spreadsheet
 * would take for a formula has an apostrophe before it: names and recipients are other people's words, and a formula can
 * send a table away (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvBytes({ headings, rows }: Table): Uint8Array {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell.replaceAll(hiddenFormula, "$&'") : cell)),
  )
  const text = stringify([[...headings], ...cells], {
    bom: true,
    escape_formulas: true,
    quoted_string: true,
    record_delimiter: 'windows',
  })
  return new TextEncoder().encode(text)
}
