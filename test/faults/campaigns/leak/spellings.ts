import { findInDeflated } from './deflated.ts'

/** Where a word stands in some bytes, and in which way it is written there. */
export interface Trace {
  readonly spelling: string
  readonly at: number
}

type Spelling = readonly [spelling: string, bytes: Buffer]

/** The word as programs write texts: Base64 in each of the three ways in which it can fall. */
function spellingsOf(word: string): readonly Spelling[] {
  const utf16 = Buffer.from(word, 'utf16le')
  const inBase64 = (['base64', 'base64url'] as const).flatMap((encoding) =>
    [0, 1, 2].map((shift): Spelling => {
      const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]).toString(encoding)
      // The outer digits depend on what stands beside the word.
      const inner = whole.slice(shift === 0 ? 0 : 4, Math.floor((shift + word.length) / 3) * 4)
      return [encoding, Buffer.from(inner)]
    }),
  )
  // PDFs have their texts in the second of these, in capitals.
  const inHex = [Buffer.from(word), Buffer.from(utf16).swap16()].flatMap((bytes) => {
    const digits = bytes.toString('hex')
    return [digits, digits.toUpperCase()].map((text): Spelling => ['hexadecimal', Buffer.from(text)])
  })
  return [
    ['UTF-8', Buffer.from(word)],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ...inHex,
    ...inBase64,
  ]
}

/**
 * Where one of the words stands in the bytes: as it is, in every spelling, and in streams of deflate (raw, of zlib, of gzip)
 * that begin anywhere in them. Of a spelling of a word the first place only.
 */
export function findWords(words: readonly string[], bytes: Buffer): readonly Trace[] {
  const plain = words.flatMap((word) => findSpelt(word, bytes))
  const isTold = (inflated: Buffer) => words.some((word) => findSpelt(word, inflated).length > 0)
  return [...plain, ...findInDeflated(words, bytes, isTold)]
}

function findSpelt(word: string, bytes: Buffer): readonly Trace[] {
  return spellingsOf(word).flatMap(([spelling, wanted]) => {
    const at = bytes.indexOf(wanted)
    return at === -1 ? [] : [{ spelling, at }]
  })
}
