// As Chromium writes them into a PDF's own properties: `/CreationDate (D:20261124193100+00'00')`.
const dates = /(?<=\/(?:CreationDate|ModDate) ?\(D:)\d{14}(?=[^)]{0,7}\))/g

/**
 * Leaves the year of when a PDF was made: a summary is usually printed on the day of its session. What is written over is
 * as long as before, so that every offset within the file stays right.
 */
export function coarsenDates(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1')
  return Buffer.from(
    text.replaceAll(dates, (date) => `${date.slice(0, 4)}0101000000`),
    'latin1',
  )
}
