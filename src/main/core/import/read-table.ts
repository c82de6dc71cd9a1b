import { parse } from 'csv-parse/sync'
import { maxColumns } from '../../../shared/import/mapping.ts'
import type { TableLine } from '../../../shared/import/plan-import.ts'
import { maxLines } from '../../../shared/ipc/import-calls.ts'

/** Above any roster: a name, a number and a group take under 200 bytes. */
const maxBytes = 4 * 1024 * 1024
const maxCell = 1_000
const separators = [',', ';', '\t', '|']

/**
 * The lines of a CSV file that hold something, numbered as a spreadsheet numbers them; null for what is no table, or too
 * large for one. UTF-8, UTF-16 with its mark, or what Windows wrote before; separated as the file itself shows.
 */
export function readTable(bytes: Uint8Array): TableLine[] | null {
  if (bytes.length > maxBytes) return null
  const text = decode(bytes)
  if (text === null || text.includes('\0')) return null
  const declared = /^sep=(?<separator>[^\r\n])\r?\n/i.exec(text)
  const separator = declared?.groups?.['separator'] ?? guessSeparator(text)
  const rows = parseRows(declared === null ? text : text.slice(declared[0].length), separator, maxLines + 1)
  if (rows === null || rows.length > maxLines) return null
  const firstLine = declared === null ? 1 : 2
  const lines = rows
    .map((cells, index) => ({ line: index + firstLine, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const isFit = lines.every(
    ({ cells }) => cells.length <= maxColumns && cells.every((cell) => cell.length <= maxCell),
  )
  return isFit && lines.length > 0 ? lines : null
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes)
  return decodeAs('utf-8', bytes) ?? decodeAs('windows-1252', bytes)
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

// The separator under which the first lines have the most columns in common.
function guessSeparator(text: string): string {
  const scores = separators.map((separator) => {
    const rows = parseRows(text, separator, 20) ?? []
    const widths = rows.filter((row) => row.length > 1).map((row) => row.length)
    return widths.length === 0 ? 0 : Math.min(...widths) * widths.length
  })
  return separators[scores.indexOf(Math.max(...scores))] ?? ','
}

function parseRows(text: string, delimiter: string, to: number): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      to,
      // Left to itself the parser goes by the first line's end, and a file that two programs wrote loses lines.
      record_delimiter: ['\r\n', '\n', '\r'],
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
    })
  } catch {
    return null
  }
}
