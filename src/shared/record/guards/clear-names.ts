import type { Nameable } from '../../roster/nameable.ts'
import { createStrictLook } from '../../roster/names-in-text.ts'
import { createNameFinder, type FoundName, type NameFinder } from './find-names.ts'
import { sentencesOf } from './sentences-of.ts'

/** A person, and what stands in the place of their name. */
export interface Labelled extends Nameable {
  /** `Member 3`. */
  readonly label: string
  /** Numbers by which they are on file, which a label could not stand for. */
  readonly numbers?: readonly string[]
}

export interface NameClearer {
  /** A text in which nobody of these people is named. */
  readonly clear: (text: string) => string
  /** A single line; null where a part of it had to be left out. */
  readonly clearLine: (line: string) => string | null
}

/** Stands where a sentence was. */
export const leftOutSentence = '[A sentence is left out: it could name somebody.]'
/** Stands for a name that several of the people have. */
const anyOfThem = 'a member'

/**
 * Puts labels where texts name people. A name that could be nothing but one person's becomes that person's label; a
 * sentence that could still name somebody by any of their words, by a number or by a relation is left out whole, and its
 * place is marked. Those who lead are named in full wherever they are.
 */
export function createNameClearer(people: readonly Labelled[], leading: readonly Nameable[]): NameClearer {
  const finder = createNameFinder(people, [], leading)
  const finderOf = people.map((person) => createNameFinder([person], [], leading))
  // A nickname gives somebody away by any one of its words, as a name does.
  const strict = people.flatMap((person) => [
    person,
    ...[...(person.aliases ?? []), ...(person.numbers ?? [])].map((word) => ({
      preferredName: word,
      initials: '',
    })),
  ])
  const free = [
    ...new Set([...people.map(({ label }) => label), ...leading.map(({ preferredName }) => preferredName)]),
  ].filter((name) => name.includes(' '))
  const look = createStrictLook(strict)
  const mayName = (sentence: string) => {
    const rest = free.reduce((text, name) => text.replaceAll(name, '…'), sentence)
    return finder.find(rest).length > 0 || look(rest)
  }
  const clear = (text: string) => {
    const found = finder.find(text).filter(({ isReplaceable }) => isReplaceable)
    return leaveOut(found.length === 0 ? text : putLabels(text, found, finderOf), mayName)
  }
  return {
    clear,
    clearLine(line) {
      const cleared = clear(line)
      return cleared.includes(leftOutSentence) ? null : cleared
    },
  }
}

/** For texts that could name somebody whose name is not known. */
export const leaveAllOut: NameClearer = {
  clear: (text) => (text.trim() === '' ? text : leftOutSentence),
  clearLine: (line) => (line === '' ? line : null),
}

function putLabels(
  text: string,
  found: readonly FoundName<Labelled>[],
  finderOf: readonly NameFinder<Labelled>[],
): string {
  // How many of the people a stretch of the text could mean.
  const fitting = new Map<string, number>()
  for (const { start, end } of finderOf.flatMap((one) => one.find(text)))
    fitting.set(`${start} ${end}`, (fitting.get(`${start} ${end}`) ?? 0) + 1)
  let put = ''
  let done = 0
  for (const { start, end, person } of found) {
    if (start < done) continue
    const isShared = (fitting.get(`${start} ${end}`) ?? 0) > 1
    put += text.slice(done, start) + (isShared ? anyOfThem : person.label)
    done = end
  }
  return put + text.slice(done)
}

function leaveOut(text: string, mayName: (sentence: string) => boolean): string {
  let kept = ''
  let done = 0
  for (const { start, end, text: sentence } of sentencesOf(text)) {
    const gap = text.slice(done, start)
    done = end
    if (!mayName(sentence)) kept += gap + sentence
    // One mark for sentences in a row.
    else if (!kept.endsWith(leftOutSentence)) kept += gap + leftOutSentence
  }
  return kept + text.slice(done)
}
