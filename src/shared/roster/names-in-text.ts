import { createNameFinder } from '../record/guards/find-names.ts'
import type { Nameable } from './nameable.ts'

const betweenWords = /[^\p{L}\p{N}]+/u
const wholeWord = /[\p{L}\p{N}\p{M}]+/gu
const wordCharacter = /[\p{L}\p{N}\p{M}]/u
// Written without blanks between words, so that a neighbouring letter says nothing.
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** The people whom a text names, as the guards of a note see it. */
export function namesInText<Person extends Nameable>(
  text: string,
  people: readonly Person[],
): readonly Person[] {
  const named = new Set(
    createNameFinder(people)
      .find(text)
      .map(({ person }) => person),
  )
  return people.filter((person) => named.has(person))
}

/**
 * Whether a text that strangers read could mean any of these people: as above, and also by one word of a name in any
 * case, with or without its accents, and by initials that a chart uses for something else. Rather one harmless word too
 * many than a name.
 */
export function namesAnybody(text: string, people: readonly Nameable[]): boolean {
  return createStrictLook(people)(text)
}

/** The same for many texts: what is known of the people is put in order once. */
export function createStrictLook(people: readonly Nameable[]): (text: string) => boolean {
  const finder = createNameFinder(people)
  const looked = new Set(people.flatMap(({ preferredName }) => wordsOf(preferredName)))
  return (text) => {
    if (finder.find(text).length > 0) return true
    const plain = inPlainCapitals(text)
    return (
      looked.values().some((word) => holdsWord(plain, word)) ||
      people.some(({ initials }) => hasSeveral(initials) && holdsWord(text, initials))
    )
  }
}

/**
 * In plain capitals. A single letter is no name; one with a sign of its own beside it is, though the sign goes with the
 * accents.
 */
function wordsOf(name: string): string[] {
  const written = name.normalize('NFC').match(wholeWord) ?? []
  return written.flatMap((word) => {
    const plain = inPlainCapitals(word).split(betweenWords)
    return hasSeveral(word) ? plain : plain.filter(hasSeveral)
  })
}

function hasSeveral(word: string): boolean {
  return Array.from(word).length > 1
}

function inPlainCapitals(text: string): string {
  // Some small letters are two large ones, and a capital sharp s is one until it has been small.
  return text.toLowerCase().toUpperCase().normalize('NFKD').replaceAll(/\p{M}/gu, '')
}

function holdsWord(text: string, word: string): boolean {
  if (word === '') return false
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (unspacedScript.test(word)) return true
    const before = Array.from(text.slice(0, at)).at(-1) ?? ' '
    const after = Array.from(text.slice(at + word.length))[0] ?? ' '
    if (!wordCharacter.test(before) && !wordCharacter.test(after)) return true
  }
  return false
}
