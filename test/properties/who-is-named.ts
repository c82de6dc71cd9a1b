import { classesOf } from '../../src/shared/record/guards/name-words.ts'
import type { Named } from './paper-cast.ts'
import { isPhone, isRelation } from './paper-words.ts'

/** What a document shows, hidden things included: every word of it, and the text itself. */
export interface Shown {
  readonly text: string
  /** Words without their accents, as they stand and in small letters. */
  readonly exact: ReadonlySet<string>
  readonly small: ReadonlySet<string>
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

export function show(...texts: readonly string[]): Shown {
  const text = texts.join('\n').normalize('NFC')
  const exact = new Set(wordsOf(text))
  return { text, exact, small: new Set(Array.from(exact, (word) => word.toLowerCase())) }
}

/**
 * By what a document gives somebody away: any word of their name, a nickname, a short form, their initials, their chart
 * number, a number or a relation on file. Found without the guards, which are what is being tested. A word that whoever
 * the document is about has too is theirs.
 */
export function findTraces(
  { text, exact, small }: Shown,
  person: Named,
  allowed: readonly string[],
): string[] {
  const free = new Set(allowed.flatMap(wordsOf).map((word) => word.toLowerCase()))
  const { preferredName, initials, chartId, aliases, shortForms } = person
  const spoken = [preferredName, ...shortForms, ...aliases.filter((alias) => !isPhone(alias)).map(nameIn)]
  const words = spoken
    .filter((name) => !unspaced.test(name))
    .flatMap(wordsOf)
    .filter((word) => Array.from(word).length > 1)
  return [
    ...spoken.filter((name) => unspaced.test(name) && text.includes(name)),
    ...words.filter((word) => {
      if (free.has(word.toLowerCase())) return false
      // A name that is a word of English too is somebody's only with its capital.
      return classesOf(word.toLowerCase()) === undefined ? small.has(word.toLowerCase()) : exact.has(word)
    }),
    ...initialsIn(text, exact, free, initials),
    ...(text.includes(chartId) ? [chartId] : []),
    ...aliases.filter((alias) => isPhone(alias) && digitsOf(text).includes(lastSeven(alias))),
  ]
}

/** As one word, or with a dot behind each. */
function initialsIn(
  text: string,
  exact: ReadonlySet<string>,
  free: ReadonlySet<string>,
  initials: string,
): string[] {
  const letters = Array.from(initials)
  if (letters.length < 2 || free.has(initials.toLowerCase())) return []
  const dotted = `${letters.join('.')}.`
  return [...(exact.has(initials) ? [initials] : []), ...(text.includes(dotted) ? [dotted] : [])]
}

function nameIn(alias: string): string {
  return isRelation(alias) ? alias.split(' ').slice(1).join(' ') : alias
}

function wordsOf(text: string): string[] {
  const bare = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC')
  return bare.match(/[\p{L}\p{N}]+/gu) ?? []
}

function digitsOf(text: string): string {
  return (text.match(/\d(?:[\d\s().-]*\d)?/g) ?? []).map((run) => run.replaceAll(/\D/g, '')).join(' ')
}

function lastSeven(alias: string): string {
  return alias.replaceAll(/\D/g, '').slice(-7)
}
