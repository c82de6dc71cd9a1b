import { constants, inflateRawSync } from 'node:zlib'
import type { Trace } from './spellings.ts'

/** Far more than any file of the console's holds; nobody looks into a stream that is longer. */
const maxInflatedBytes = 256 * 1024 * 1024

/**
 * Streams of deflate that hold a word, wherever in the bytes they begin. The wrappings of zlib and gzip need no look of
 * their own: the stream inside begins behind them. Of the three kinds of blocks, one that is stored holds the word as it
 * is; one of fixed codes is found by the word's own bits; one of its own codes begins with codes that nearly nothing else
 * looks like, and what does is inflated.
 */
export function findInDeflated(
  words: readonly string[],
  bytes: Buffer,
  holdsWord: (inflated: Buffer) => boolean,
): readonly Trace[] {
  const traces: Trace[] = []
  for (const word of words)
    for (const pattern of fixedPatternsOf(word)) {
      const at = bytes.indexOf(pattern)
      if (at !== -1) traces.push({ spelling: 'deflate, fixed codes', at })
    }
  for (let at = 0; at < bytes.length - 12; at += 1) {
    // Last or not, then the kind of the block: two, its low bit first.
    if (((bytes[at] ?? 0) & 6) !== 4 || !beginsDynamicBlock(bytes, at)) continue
    const inflated = inflate(bytes, at)
    if (inflated !== null && holdsWord(inflated)) traces.push({ spelling: 'deflate', at })
  }
  return traces
}

function inflate(bytes: Buffer, at: number): Buffer | null {
  try {
    const settings = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: maxInflatedBytes }
    return inflateRawSync(bytes.subarray(at), settings)
  } catch {
    return null
  }
}

/** So many lengths are told at most, of three bits each, behind 17 bits of head. */
const lengthCount = 19

function beginsDynamicBlock(bytes: Buffer, at: number): boolean {
  const head = bytes.readUIntLE(at, 6)
  const literals = (head >>> 3) & 31
  const distances = (head >>> 8) & 31
  if (literals > 29 || distances > 29) return false
  const count = ((head >>> 13) & 15) + 4
  // What the codes of a complete set take up adds to a whole.
  let taken = 0
  for (let index = 0; index < Math.min(count, lengthCount); index += 1) {
    const bit = 17 + 3 * index
    const pair = bytes.readUInt16LE(at + (bit >>> 3))
    const length = (pair >>> (bit & 7)) & 7
    if (length > 0) taken += 128 >>> length
  }
  return taken === 128
}

/** The bits of a word's inner letters as literals of the fixed codes, in each of the eight ways in which they can fall. */
function fixedPatternsOf(word: string): readonly Buffer[] {
  const bits = [...Buffer.from(word)].flatMap((byte) => {
    // Literals up to 143 are eight bits from 00110000 on, the highest first.
    const code = 0x30 + byte
    return Array.from({ length: 8 }, (_, index) => (code >>> (7 - index)) & 1)
  })
  return Array.from({ length: 8 }, (_, shift) => {
    const whole = Math.floor((bits.length - shift) / 8)
    return Buffer.from(
      Array.from({ length: whole }, (_each, byte) =>
        bits
          .slice(shift + 8 * byte, shift + 8 * byte + 8)
          .reduce((sum, bit, index) => sum | (bit << index), 0),
      ),
    )
  })
}
