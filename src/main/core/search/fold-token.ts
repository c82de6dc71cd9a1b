import { foldWord } from '../../../shared/record/guards/fold-word.ts'

const ascii = /^[a-z0-9]*$/
// In these, a mark is an accent or a vowel that most people leave out; elsewhere it is a letter in its own right.
const withAccents =
  /(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Georgian}\p{Script=Hangul}\p{Script=Coptic}\p{Nd}µـ][\p{M}\p{Cf}]*)+/gu
// The same letter on a Persian and on an Arabic keyboard.
const keyboards: Readonly<Record<string, string>> = { ی: 'ي', ى: 'ي', ک: 'ك', ہ: 'ه' }
const isCommand = /[\0-/:-@[-`{-\u007f\s]/gu

/**
 * A word as it is compared: without case, accents, joiners and the differences of keyboards, ß as ss, ς as σ, and every i
 * as i. What a word begins with is folded to what its folded form begins with.
 */
export function foldToken(word: string): string {
  const lower = word.toLowerCase()
  if (ascii.test(lower)) return lower
  return lower
    .normalize('NFKC')
    .replaceAll(withAccents, foldWord)
    .replaceAll(/[یىکہ]/gu, (letter) => keyboards[letter] ?? letter)
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(isCommand, '')
}
