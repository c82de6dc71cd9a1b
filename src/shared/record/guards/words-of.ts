import { foldWord } from './fold-word.ts'

/** A word of a text with its place in UTF-16 code units; an ending like `’s` is left out of it. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly raw: string
  readonly folded: string
  readonly isPossessive: boolean
}

const anyWord = /[\p{L}\p{M}\p{N}ー々]+(?:['’ʼ][\p{L}\p{M}]+)*/gu
// The same for a text in Latin letters: looking letters up in all of Unicode costs most of the time otherwise.
const isLatin = /^[\0-\u024f\u2000-\u2bff]*$/
const latinWord = /[0-9A-Za-zªµºÀ-ÖØ-öø-\u024f]+(?:['’][A-Za-zªµºÀ-ÖØ-öø-\u024f]+)*/g
const ending = /['’ʼ](?:s|S)$/u
const apostrophe = /['’ʼ]/u
// After these a bare apostrophe is an ending, as in `Jess’ turn`.
const hissing = /[szxSZX]$/u
const capital = /^\p{Lu}$/u

export function wordsOf(text: string): readonly Word[] {
  const pattern = isLatin.test(text) ? latinWord : anyWord
  const words: Word[] = []
  let matched: RegExpExecArray | null
  pattern.lastIndex = 0
  while ((matched = pattern.exec(text)) !== null) words.push(wordAt(text, matched[0], matched.index))
  return joinInitials(text, words)
}

/** The words alone, with the endings that they have. */
export function bareWordsOf(text: string): readonly string[] {
  return text.match(isLatin.test(text) ? latinWord : anyWord) ?? []
}

/** Initials with their dots are one word: `I.B.`, `I. B.` */
function joinInitials(text: string, words: readonly Word[]): readonly Word[] {
  if (!words.some((one) => isDottedCapital(text, one))) return words
  const joined: Word[] = []
  for (let at = 0; at < words.length;) {
    let next = at
    while (isDottedCapital(text, words[next]) && isNear(text, words[next], words[next + 1])) next += 1
    const [first, last] = [words[at], words[next]]
    if (first === undefined || last === undefined) break
    // The last of them may do without its dot.
    const isRow = next > at && capital.test(last.raw) && !last.isPossessive
    const hasDot = isRow && text.charAt(last.end) === '.'
    joined.push(
      isRow ? word(text.slice(first.start, last.end + (hasDot ? 1 : 0)), first.start, false) : first,
    )
    at = isRow ? next + 1 : at + 1
  }
  return joined
}

function isDottedCapital(text: string, one: Word | undefined): boolean {
  return one !== undefined && one.raw.length === 1 && text.charAt(one.end) === '.' && capital.test(one.raw)
}

function isNear(text: string, one: Word | undefined, next: Word | undefined): boolean {
  if (one === undefined || next === undefined || !capital.test(next.raw)) return false
  return next.start - one.end === 1 || text.slice(one.end, next.start) === '. '
}

function wordAt(text: string, match: string, start: number): Word {
  if (ending.test(match)) return word(match.slice(0, -2), start, true)
  const after = text.charAt(start + match.length)
  // What was opened by the same sign is closed by it.
  const isEnding = apostrophe.test(after) && hissing.test(match) && !isQuoted(text, start, after)
  return word(match, start, isEnding)
}

function word(raw: string, start: number, isPossessive: boolean): Word {
  const folded = raw.includes('.') ? raw.replaceAll(/[. ]/gu, '').toLowerCase() : foldWord(raw)
  return { start, end: start + raw.length, raw, folded, isPossessive }
}

function isQuoted(text: string, start: number, close: string): boolean {
  const opened = text.lastIndexOf(close === '’' ? '‘' : close, start - 1)
  return (
    opened !== -1 && !/\p{L}/u.test(text.charAt(opened - 1)) && !/[.!?\n]/u.test(text.slice(opened, start))
  )
}
