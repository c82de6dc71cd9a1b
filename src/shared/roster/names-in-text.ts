/** A person as a text could give them away. */
export interface Nameable {
  readonly preferredName: string
  readonly initials: string
}

const betweenWords = /[^\p{L}\p{N}]+/u
const wordCharacter = /[\p{L}\p{N}\p{M}]/u
// Written without blanks between words, so that a neighbouring letter says nothing.
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/**
 * The people whom a text names: by their whole preferred name in any case, or by one of its words or by their initials
 * as written. Only whole words count; initials of one letter are no evidence of anybody.
 */
export function namesInText<Person extends Nameable>(
  text: string,
  people: readonly Person[],
): readonly Person[] {
  const plain = text.normalize('NFC')
  const lower = plain.toLowerCase()
  return people.filter((person) => {
    const name = person.preferredName.normalize('NFC')
    if (holdsWord(lower, name.toLowerCase())) return true
    const exact = [...name.split(/\s+/u), person.initials.normalize('NFC')]
    return exact.some((word) => Array.from(word).length > 1 && holdsWord(plain, word))
  })
}

/**
 * Whether a text that strangers read could mean any of these people: as above, and also by one word of a name in any
 * case, with or without its accents. Rather one harmless word too many than a name.
 */
export function namesAnybody(text: string, people: readonly Nameable[]): boolean {
  if (namesInText(text, people).length > 0) return true
  const plain = inPlainCapitals(text)
  const words = people.flatMap(({ preferredName }) => inPlainCapitals(preferredName).split(betweenWords))
  return words.some((word) => Array.from(word).length > 1 && holdsWord(plain, word))
}

function inPlainCapitals(text: string): string {
  // Upper case first: some small letters are two large ones.
  return text.toUpperCase().normalize('NFKD').replaceAll(/\p{M}/gu, '')
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
