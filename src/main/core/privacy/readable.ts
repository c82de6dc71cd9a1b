const plainDatabase = Buffer.from('SQLite format 3\0', 'latin1')

/** Below this nothing can be told by how often each byte stands there. */
const leastToCount = 1_024

/**
 * How far bytes may be from standing there equally often (Pearson's chi-squared, of 255 degrees of freedom). What is
 * encrypted has about 255, and in a thousand million pages none over 400; a page of words has tens of thousands.
 */
const mostUneven = 600

/** Not C0 but for what is written in texts: tab, line feed, form feed, carriage return. */
// oxlint-disable-next-line no-control-regex
const controls = /[\0-\u0008\u000b\u000e-\u001f]/

/**
 * Whether somebody could read what these bytes say: a database without a key, a text in UTF-8, or anything that is too
 * regular to be encrypted. Of what is packed or encrypted by others it says no; no is not a promise.
 */
export function isReadable(bytes: Buffer): boolean {
  return bytes.subarray(0, plainDatabase.length).equals(plainDatabase) || isText(bytes) || isUneven(bytes)
}

/** A piece of a text may begin and end within a letter. */
function isText(bytes: Buffer): boolean {
  const from = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80)
  if (from === -1 || from > 3) return false
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from), { stream: true })
    return text !== '' && !controls.test(text)
  } catch {
    return false
  }
}

function isUneven(bytes: Buffer): boolean {
  if (bytes.length < leastToCount) return false
  const counts = Array.from({ length: 256 }, () => 0)
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1
  const squares = counts.reduce((sum, count) => sum + count * count, 0)
  return (squares * 256) / bytes.length - bytes.length > mostUneven
}
