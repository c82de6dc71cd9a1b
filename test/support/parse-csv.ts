/** Reads a CSV file as RFC 4180 has it; throws at whatever it does not allow. Knows nothing of how ours are written. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  while (at < text.length) {
    const { field, end } = text[at] === '"' ? readQuoted(text, at) : readBare(text, at)
    record.push(field)
    if (text[end] === ',') at = end + 1
    else if (text.startsWith('\r\n', end)) {
      records.push(record)
      record = []
      at = end + 2
    } else throw new Error(`neither a comma nor a line end at ${end}`)
  }
  if (record.length > 0) throw new Error('the last line has no end')
  return records
}

function readQuoted(text: string, start: number): { field: string; end: number } {
  let field = ''
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') field += text[at]
    else if (text[at + 1] === '"') {
      field += '"'
      at += 1
    } else return { field, end: at + 1 }
  }
  throw new Error('a quote is never closed')
}

function readBare(text: string, start: number): { field: string; end: number } {
  const field = /^[^",\r\n]*/.exec(text.slice(start))?.[0] ?? ''
  return { field, end: start + field.length }
}
