import { foldToken } from './fold-token.ts'

/** A word, or a sign of a script without blanks, with its place in the text in UTF-16 code units. */
export interface Token {
  readonly start: number
  readonly end: number
  /** As it is compared. Never empty, and never holds a blank, a quote or any other sign of a query. */
  readonly folded: string
  /** One sign of a script that sets no blanks between words: it may begin and end anywhere within a word. */
  readonly isSign: boolean
}

// Scripts that set blanks or points between their words. Every other one (Chinese, Japanese, Thai, Khmer, Burmese, Lao…) is
// taken sign by sign and sought as a row of signs: a dictionary would cut the same word otherwise in another sentence, and
// differently in the next version of its library.
const spaced = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Armenian',
  'Hebrew',
  'Arabic',
  'Syriac',
  'Thaana',
  'Nko',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Georgian',
  'Ethiopic',
  'Cherokee',
  'Canadian_Aboriginal',
  'Coptic',
  'Tifinagh',
  'Adlam',
]
const letter = `(?:(?=\\p{L})[${spaced.map((script) => `\\p{Script=${script}}`).join('')}]|[\\p{Nd}µـ])`
// A soft hyphen or a joiner stands within a word; the blank of no width stands between two.
const within = '(?:\\p{M}|(?!\\u200b)\\p{Cf})'
const hangul = '(?=\\p{L})\\p{Script=Hangul}'
const halfWidth = '[\\uff66-\\uff9d][\\uff9e\\uff9f]?'
// Apostrophes that Unicode calls letters part words as the others do.
const sign = '(?![ʹ-ʿˈ-ˏ])[\\p{L}\\p{N}\\p{M}]'
const anyToken = new RegExp(
  `(?<word>${letter}(?:${letter}|${within})*|(?:${hangul}${within}*)+)|${halfWidth}|${sign}`,
  'gu',
)
// Looking letters up in all of Unicode costs most of the time otherwise.
const isAscii = /^[\0-\u007f]*$/
const asciiToken = /(?<word>[0-9A-Za-z]+)/g

/** The words of a text in its composed form (NFC), which is what their places are in. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const matched of text.matchAll(isAscii.test(text) ? asciiToken : anyToken)) {
    const folded = foldToken(matched[0])
    if (folded === '') continue
    const isSign = matched.groups?.['word'] === undefined
    tokens.push({ start: matched.index, end: matched.index + matched[0].length, folded, isSign })
  }
  return tokens
}

/** Stands between two texts that are kept as one, so that no phrase reaches from one into the other. Nobody can type it. */
const apart = '\u{f8ff}'

/** What is given to FTS5, whose tokenizer `ascii` parts it at its blanks and does no more. */
export function indexWords(parts: readonly string[]): string {
  return parts
    .map((part) =>
      tokensOf(part)
        .map(({ folded }) => folded)
        .join(' '),
    )
    .join(` ${apart} `)
}
