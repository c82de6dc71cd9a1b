import type { Dice } from '../../../properties/dice.ts'

/** The words that everything typed holds one of: one search finds all of it, and nothing else looks like them. */
export interface Words {
  /** For the record: a document made on purpose may hold it. */
  readonly record: string
  /** In private notes and secrets: no document may hold it. */
  readonly private: string
  /** Where a field takes no more: in plain text only, for in other spellings it would be too short to be told from chance. */
  readonly short: string
}

const letters = ['b', 'c', 'd', 'f', 'g', 'h', 'j', 'k', 'q', 'v', 'w', 'x', 'z'] as const

export function makeWords(dice: Dice): Words {
  const word = (length: number) => Array.from({ length }, () => dice.pick(letters)).join('')
  return { record: word(15), private: word(15), short: word(6) }
}

/** What a file is protected with where the walk gives it a password. */
export function passwordsOf(words: Words): readonly string[] {
  return [words.private, words.record].flatMap((word) => [`meadow ${word} lantern`, `orchard ${word} violin`])
}

/** Fields and calls whose text no document may hold. */
export function isPrivate(name: string): boolean {
  return /private|passphrase|password|\bpin\b|secret|recovery/i.test(name)
}

/** What is typed where `name` says. A field that takes figures alone, and so no word, gets as much of one as it takes. */
export function textFor(words: Words, name: string, maxLength: number, isPassphrase = false): string {
  const word = isPrivate(name) ? words.private : words.record
  // A passphrase has to be strong enough, too.
  if (isPassphrase) return `orchard ${word} violin`
  return maxLength >= word.length ? word : words.short.slice(0, maxLength)
}
