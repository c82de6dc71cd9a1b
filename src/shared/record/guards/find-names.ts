import type { Nameable } from '../../roster/nameable.ts'
import { findInScript } from './find-in-script.ts'
import { findNumbers } from './find-numbers.ts'
import { abbreviatesPerson, meansPerson, type Surroundings } from './means-person.ts'
import { indexNames, particles, type Key, type NameIndex } from './name-index.ts'
import { chartAbbreviations, classesOf } from './name-words.ts'
import { wordsOf, type Word } from './words-of.ts'

/** A stretch of a text, in UTF-16 code units, that gives somebody away. */
export interface FoundName<Person> {
  readonly start: number
  readonly end: number
  readonly person: Person
  /** Whether `another member` can stand in its place: not for a number, nor for somebody's relation. */
  readonly isReplaceable: boolean
}

/** Finds in texts the people other than those whom they may name. Made once for many texts. */
export interface NameFinder<Person> {
  find(text: string): readonly FoundName<Person>[]
}

/**
 * Names, nicknames, short forms, initials, numbers and relations of `others`. Where a word fits `own` at least as well,
 * it is theirs; of those who lead, only a name of two words or more is.
 */
export function createNameFinder<Person extends Nameable>(
  others: readonly Person[],
  own: readonly Nameable[] = [],
  leading: readonly Nameable[] = [],
): NameFinder<Person> {
  const index = indexNames([...others, ...own, ...leading])
  const ranges = { others: others.length, own: others.length + own.length }
  return {
    find(text) {
      const found = [...findWords(text, index, ranges), ...findNumbers(text, index.numbers)]
      return found
        .flatMap(({ person: at, ...place }) => {
          const person = others[at]
          return person === undefined ? [] : [{ isReplaceable: false, ...place, person }]
        })
        .toSorted((one, other) => one.start - other.start)
    },
  }
}

/** Where in the list of people the others end, and the own. */
interface Ranges {
  readonly others: number
  readonly own: number
}

interface Named {
  readonly word: Word
  readonly keys: readonly Key[]
}

interface Row {
  readonly key: Key
  readonly length: number
}

interface Found {
  readonly start: number
  readonly end: number
  readonly person: number
  readonly isReplaceable: boolean
}

function findWords(text: string, index: NameIndex, ranges: Ranges): Found[] {
  const named = wordsOf(text).flatMap((word) => nameWords(word, index))
  if (named.every(({ keys }) => keys.length === 0)) return []
  const words = named.map(({ word }) => word)
  const isName = (at: number) => (named[at]?.keys.length ?? 0) > 0
  const found: Found[] = []
  for (let at = 0; at < named.length;) {
    const row = bestRow(text, named, at, ranges)
    if (row === null || row.key.person >= ranges.others) {
      at += row?.length ?? 1
      continue
    }
    const where = { text, words, at, next: at + row.length, isName }
    const isNamed = row.length > 1 || means(where, row.key)
    if (isNamed) found.push(placeOf(where, row.key, index))
    at += isNamed ? row.length : 1
  }
  return found
}

/** A word, or the names and the rest that a word of an unspaced script is made of. */
function nameWords(word: Word, index: NameIndex): readonly Named[] {
  const hits = findInScript(word, index.scriptNames)
  if (hits.length === 0) return [{ word, keys: keysOf(word, index) }]
  const longest = hits.toSorted((one, other) => one.start - other.start || other.end - one.end)
  const pieces: Named[] = []
  for (const { start, end } of longest) {
    if (start < (pieces.at(-1)?.word.end ?? 0)) continue
    const keys = hits.filter((hit) => hit.start === start && hit.end === end).map(({ name }) => name)
    const raw = word.raw.slice(start - word.start, end - word.start)
    pieces.push({ word: { ...word, start, end, raw }, keys })
  }
  return pieces
}

function keysOf(word: Word, { keys, initials }: NameIndex): readonly Key[] {
  const { raw, folded } = word
  const short = raw.includes('.') ? raw.replaceAll(/[. ]/gu, '') : raw.normalize('NFC')
  const asInitials = initials.get(short) ?? []
  const asName = keys.get(folded) ?? (/['’ʼ]/u.test(raw) ? keys.get(foldedBase(raw)) : undefined) ?? []
  const all = asInitials.length === 0 ? asName : [...asName, ...asInitials]
  const isSmall = /^\p{Ll}/u.test(raw)
  // A surname and a short form are too often words to be seen in small letters; a first name is typed so in haste.
  return isSmall ? all.filter(({ kind }) => kind === 'first' && folded.length > 1) : all
}

// `Ayşe’nin`: an ending of another language.
function foldedBase(raw: string): string {
  return raw.slice(0, raw.search(/['’ʼ]/u)).toLowerCase()
}

const between = /^(?:[\s\-‐‑・·]|)$/u

/** Whose name begins here: the one with the most words of it, then the one whom the word fits best, then those who may be named. */
function bestRow(text: string, named: readonly Named[], at: number, ranges: Ranges): Row | null {
  let best: Row | null = null
  for (const key of named[at]?.keys ?? []) {
    const length = lengthOfRow(text, named, at, key.person)
    // Who leads shares a first name with a member too often for it to be taken as theirs.
    if (key.person >= ranges.own && length === 1) continue
    const isFree = key.person >= ranges.others
    if (
      best === null ||
      length > best.length ||
      (length === best.length && (key.rank < best.key.rank || (key.rank === best.key.rank && isFree)))
    )
      best = { key, length }
  }
  return best
}

function lengthOfRow(text: string, named: readonly Named[], at: number, person: number): number {
  let length = 1
  for (;;) {
    if (continues(text, named, at + length, person)) length += 1
    else if (goesOnBehindParticle(text, named, at + length, person)) length += 2
    else return length
  }
}

/** `Klaus von Hohenstein` is one name. */
function goesOnBehindParticle(text: string, named: readonly Named[], at: number, person: number): boolean {
  const [before, particle] = [named[at - 1], named[at]]
  if (before === undefined || particle === undefined || !particles.has(particle.word.raw)) return false
  const isBeside = /^\s$/u.test(text.slice(before.word.end, particle.word.start))
  return isBeside && !before.word.isPossessive && continues(text, named, at + 1, person)
}

function continues(text: string, named: readonly Named[], at: number, person: number): boolean {
  const [before, here] = [named[at - 1], named[at]]
  if (before === undefined || here === undefined || before.word.isPossessive) return false
  const keys = here.keys.filter((key) => key.person === person && key.kind !== 'initials')
  if (keys.length === 0 || !between.test(text.slice(before.word.end, here.word.start))) return false
  return !/^\p{Ll}/u.test(here.word.raw) || /^\p{Ll}/u.test(before.word.raw)
}

function means(where: Surroundings, { kind }: Key): boolean {
  const word = where.words[where.at]
  if (word === undefined) return false
  if (
    kind === 'initials' &&
    chartAbbreviations.has(word.folded.toUpperCase()) &&
    /^[\p{Lu}. ]+$/u.test(word.raw)
  )
    return abbreviatesPerson(where)
  const classes = classesOf(word.folded)
  return classes === undefined || meansPerson(where, classes)
}

function placeOf(where: Surroundings, { person, kind }: Key, { surnameCapitals }: NameIndex): Found {
  const { text, words, at, next } = where
  const last = words[next - 1]
  const end = last?.end ?? 0
  const behind = text.slice(end, end + 3)
  // `Jess’`: the ending goes with the name, since `another member’` would be wrong. `Ida B.`: so does the capital.
  const hasBareEnding = last?.isPossessive === true && !/^['’ʼ][sS]/u.test(behind)
  const surname = /^ (\p{Lu})(?:\.|$|(?=[^\p{L}\p{M}'’.]))/u.exec(behind)
  const isSurname =
    kind === 'first' && surname !== null && surnameCapitals[person]?.has(surname[1] ?? '') === true
  return {
    start: words[at]?.start ?? 0,
    end: end + (hasBareEnding ? 1 : isSurname ? surname[0].length : 0),
    person,
    isReplaceable: kind !== 'relation',
  }
}
