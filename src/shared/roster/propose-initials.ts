/** As `initials` of a person allows, in UTF-16 units. */
const longest = 6

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
// A word starts with a letter, a digit or a pictograph; brackets, dots, hyphens and marks of direction only separate.
const wordPattern =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\p{L}\p{N}])(?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}'’]|\u200c|\u200d)*/gu
// Written side by side, these letters join and read as a word of their own.
const joiningScript = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}]/u

/**
 * Initials to offer for a name: the first character of up to three words, or the first two of a single word.
 * `taken` are initials already in use in the same circle; where the first choice is among them, the last word gives one
 * letter more, then a figure follows. Empty when a name has nothing to take them from: the person then types them.
 */
export function proposeInitials(name: string, taken: readonly string[] = []): string {
  const words = wordsOf(name)
  const last = words.at(-1)
  if (last === undefined) return ''
  const firsts = firstsOf(words)
  const short = words.length === 1 ? last.slice(0, 2) : firsts
  const longer = words.length === 1 ? last.slice(0, 3) : [...firsts, ...last.slice(1, 2)]
  const inUse = new Set(taken.map((initials) => initials.toUpperCase()))
  const isFree = (initials: string) => !inUse.has(initials.toUpperCase())
  const lettered = [join(short), join(longer)].find(isFree)
  if (lettered !== undefined) return lettered
  const numbered = Array.from({ length: 23 }, (_, index) => join(short, String(index + 2)))
  return numbered.find(isFree) ?? join(short)
}

function wordsOf(name: string): string[][] {
  const words = name.normalize('NFC').match(wordPattern) ?? []
  return words.map((word) => {
    const [first = '', ...rest] = signsOf(word)
    return [capital(first), ...rest]
  })
}

// Most names are of these letters alone, and thousands of them come in one table.
function signsOf(word: string): string[] {
  if (/^[\w']*$/.test(word)) return word.split('')
  return Array.from(segmenter.segment(word), ({ segment }) => shorten(segment))
}

function firstsOf(words: readonly string[][]): string[] {
  const chosen = words.length > 3 ? [...words.slice(0, 2), ...words.slice(-1)] : words
  return chosen.flatMap((word) => word.slice(0, 1))
}

// A family emoji is one character to the eye and eleven units to the computer: its first person stands for it.
function shorten(grapheme: string): string {
  return grapheme.length > 4 ? (Array.from(grapheme)[0] ?? '') : grapheme
}

// "ß" would grow to "SS": it stays.
function capital(grapheme: string): string {
  const upper = grapheme.toUpperCase()
  return upper.length === grapheme.length ? upper : grapheme
}

function join(parts: readonly string[], figure = ''): string {
  const between = parts.some((part) => joiningScript.test(part)) ? '.' : ''
  let initials = ''
  for (const part of parts) {
    const next = initials === '' ? part : initials + between + part
    if (next.length + figure.length > longest) break
    initials = next
  }
  return initials + figure
}
