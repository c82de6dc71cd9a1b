const words = [
  'No one',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

/** `Ten expected.`, `No one expected.`: small numbers as words, larger ones as figures. */
export function countWords(count: number, what: string): string {
  return `${words[count] ?? count} ${what}.`
}

/** What is left of a session's notes: `Four to sign`, `None written yet`. */
export function notesLeftWords(signedCount: number, writtenCount: number, presentCount: number): string {
  if (writtenCount === 0 && signedCount === 0) return 'None written yet'
  const left = presentCount - signedCount
  return `${words[left] ?? left} to sign`
}
