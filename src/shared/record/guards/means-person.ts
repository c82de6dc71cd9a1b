import type { WordClass } from './name-words.ts'
import {
  addressing,
  articles,
  beforeMonths,
  beforePeople,
  betweenVerbs,
  doneByThings,
  finiteVerbs,
  humanVerbs,
  otherPeople,
  personNouns,
  placeNouns,
  pluralsToo,
  possessives,
  saidOfThings,
  sameInPast,
  titleWords,
} from './person-verbs.ts'
import type { Word } from './words-of.ts'

/** Where a word stands that may be a name: the words around it, and what is written between them. */
export interface Surroundings {
  readonly text: string
  readonly words: readonly Word[]
  /** Which of the words, and the first one behind the name. */
  readonly at: number
  readonly next: number
  /** Whether a word is a name of somebody: that has a capital anywhere. */
  readonly isName: (at: number) => boolean
}

const small = /^\p{Ll}/u
const capital = /^\p{Lu}/u
const isTold = /^(?:told|asked|thanked|hugged)$/u
const auxiliary = /^(?:was|is|wasnt|isnt)$/u

/** Whether a word that is also an English word means a person: decided by case, place in the sentence and grammar. */
export function meansPerson(where: Surroundings, classes: ReadonlySet<WordClass>): boolean {
  const word = where.words[where.at]
  if (word === undefined) return false
  if (small.test(word.raw)) return meansPersonInSmall(where, classes)
  if (isPlaceName(where)) return false
  if (word.isPossessive && !classes.has('pronoun')) return true
  const before = where.words[where.at - 1]?.folded ?? ''
  if (isStart(where)) return beginsAsPerson(where, classes)
  if (isHeading(where)) return isTold.test(before) || beginsAsPerson(where, classes)
  if (articles.has(before)) return actsAsPerson(where, humanVerbs)
  if (possessives.has(before)) return actsAsPerson(where, humanVerbs) || actsAsPerson(where, finiteVerbs)
  return classes.has('month') ? !isMonth(where) : true
}

/** Whether initials mean a person that are also what a chart abbreviates. */
export function abbreviatesPerson(where: Surroundings): boolean {
  const word = where.words[where.at]
  const before = where.words[where.at - 1]?.folded ?? ''
  if (word?.isPossessive === true) return true
  if (articles.has(before) || possessives.has(before)) return false
  return actsAsPerson(where, humanVerbs) || isTold.test(before)
}

// `when will said`: only what nobody but a person does is strong enough.
function meansPersonInSmall(where: Surroundings, classes: ReadonlySet<WordClass>): boolean {
  if (classes.has('pronoun')) return false
  const before = where.words[where.at - 1]?.folded ?? ''
  const isFree = isStart(where) || beforePeople.has(before) || before === 'and'
  return isFree && actsAsPerson(where, speech)
}

const speech = new Set(
  'said says told asked shared spoke nodded laughed answered replied thanked agreed explained cried'.split(
    ' ',
  ),
)

function beginsAsPerson(where: Surroundings, classes: ReadonlySet<WordClass>): boolean {
  const next = where.words[where.next]
  const gap = gapAfter(where)
  if (next === undefined) return false
  if (gap.startsWith(',') || gap === '/') return isRowOrAddress(where, next)
  if (!/^\s+(?:&\s+)?$/u.test(gap)) return false
  if (next.folded === 'and' || next.folded === 'or' || gap.includes('&')) return beginsRow(where)
  if (classes.has('pronoun')) return actsAsPerson(where, speech)
  if (classes.has('month') && isMonth(where)) return false
  if (classes.has('noun')) return thingActsAsPerson(where, classes)
  if (classes.has('modal') && sameInPast.has(next.folded)) return false
  return actsAsPerson(where, humanVerbs, classes) || actsAsPerson(where, finiteVerbs, classes)
}

function isRowOrAddress(where: Surroundings, next: Word): boolean {
  if (capital.test(next.raw) && next.raw !== 'I') return !isHeading(where)
  if (/^(?:who|however|though|too)$/u.test(next.folded)) return true
  return addressing.has(next.folded) && /["“„«‘]$/u.test(where.text.slice(0, where.words[where.at]?.start))
}

/** `Grace and another member`, `Mark and Will`; not `Grace and patience`. */
function beginsRow(where: Surroundings): boolean {
  const { words, next, text } = where
  const isWord = /^(?:and|or)$/u.test(words[next]?.folded ?? '')
  const behind = isWord ? words[next + 1] : words[next]
  if (behind === undefined || (isWord && !/^\s$/u.test(text.slice(words[next]?.end, behind.start))))
    return false
  return otherPeople.has(behind.folded) || (capital.test(behind.raw) && !isHeading(where))
}

function actsAsPerson(
  where: Surroundings,
  verbs: ReadonlySet<string>,
  classes?: ReadonlySet<WordClass>,
): boolean {
  const verb = verbAfter(where)
  if (verb === undefined || !(verbs.has(verb.folded) || (verbs === finiteVerbs && isPast(verb)))) return false
  // A plain form after `Will` and `May` is what is going to be done.
  return classes?.has('modal') !== true || !plainForms.has(verb.folded)
}

function isPast({ folded }: Word): boolean {
  return (
    folded.length > 3 &&
    folded.endsWith('ed') &&
    !/^(?:need|feed|\w+ceed|speed|bleed|embed|shed)$/u.test(folded)
  )
}

const plainForms = new Set('read put set hit let cut hurt quit do have be come run'.split(' '))

function thingActsAsPerson(where: Surroundings, classes: ReadonlySet<WordClass>): boolean {
  const verb = verbAfter(where)
  if (verb === undefined) return false
  const behind = where.words[where.words.indexOf(verb) + 1]?.folded ?? ''
  if (doneByThings.has(verb.folded)) return false
  if (humanVerbs.has(verb.folded))
    return !pluralsToo.has(verb.folded) || !/^(?:were|are|for|of|and|)$/u.test(behind)
  if (auxiliary.test(verb.folded)) {
    const noun = where.words[where.words.indexOf(verb) + 2]?.folded ?? ''
    return behind !== '' && (!saidOfThings.has(behind) || (possessives.has(behind) && personNouns.has(noun)))
  }
  // `Hope came late`, and not `Hope came up again`.
  if (/^(?:came|comes|went|goes)$/u.test(verb.folded))
    return !/^(?:up|back|from|to|with|in|as|and)$/u.test(behind)
  if (/^(?:has|had|did|does|didnt|doesnt|hasnt|hadnt|would|could|wouldnt|couldnt)$/u.test(verb.folded))
    return true
  return classes.has('verb') && finiteVerbs.has(verb.folded)
}

/** What the word does: the next word, behind `also` and the like. */
function verbAfter({ words, next, text, at }: Surroundings): Word | undefined {
  let index = next
  let end = words[next - 1]?.end ?? words[at]?.end ?? 0
  for (let skipped = 0; skipped < 3; skipped += 1) {
    const word = words[index]
    if (word === undefined || !/^\s+$/u.test(text.slice(end, word.start))) return undefined
    const isBetween = betweenVerbs.has(word.folded) || (word.folded.length > 4 && word.folded.endsWith('ly'))
    if (!isBetween) return word
    end = word.end
    index += 1
  }
  return undefined
}

function isMonth(where: Surroundings): boolean {
  const { words, at, next } = where
  const behind = words[next]
  if (behind !== undefined && /^\p{Nd}/u.test(behind.raw) && /^\s$/u.test(gapAfter(where))) return true
  // `3 May` and `in June`, and not `at 17:40. May asked` or `came in. June said`.
  const before = /^\s+$/u.test(gapBefore(where)) ? (words[at - 1]?.folded ?? '') : ''
  if (beforeMonths.has(before) || /^\p{Nd}/u.test(before)) return true
  if (before === 'from' && /^(?:to|until|till|through|on)$/u.test(behind?.folded ?? '')) return true
  if (before !== 'to' && before !== 'and') return false
  return /^(?:from|in|january|february|march|april|june|july|august|september|october|november|december)$/u.test(
    words[at - 2]?.folded ?? '',
  )
}

function isPlaceName(where: Surroundings): boolean {
  const behind = where.words[where.next]
  return (
    behind !== undefined &&
    /^\s$/u.test(gapAfter(where)) &&
    capital.test(behind.raw) &&
    placeNouns.has(behind.folded)
  )
}

function gapAfter({ text, words, next }: Surroundings): string {
  const behind = words[next]
  return text.slice(words[next - 1]?.end ?? 0, behind?.start ?? text.length)
}

function gapBefore({ text, words, at }: Surroundings): string {
  return text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0)
}

const headed = /(?:^|[\n.;•–—]\s*)[\p{L} -]{1,24}:$/u
const endOfSentence = /[.!?…\n\r•|。;]$/u
const title = /(?:^|[^\p{L}])(?:dr|mr|mrs|ms|st|vs|\p{Lu})\.$/iu
const opening = /["“„«‘([*\-–—\s]+$/u

function isStart({ text, words, at }: Pick<Surroundings, 'text' | 'words' | 'at'>): boolean {
  const start = words[at]?.start ?? 0
  const before = text.slice(Math.max(0, start - 40), start)
  const bare = before.replace(opening, '')
  const skipped = before.slice(bare.length)
  if (bare === '' && start <= 40) return true
  if (skipped.includes('\n') || /["“„«‘]/u.test(skipped)) return true
  if (title.test(bare)) return false
  // `1. Will call`
  return endOfSentence.test(bare) || headed.test(bare) || /(?:^|\n)\s*\p{Nd}+[.)]$/u.test(bare)
}

const longWord = 4

/** Whether all words beside it that are long enough have capitals: then it is a heading, or somebody shouts. */
function isHeading({ text, words, at, isName }: Surroundings): boolean {
  let others = 0
  for (const step of [-1, 1]) {
    for (let index = at + step; ; index += step) {
      const other = words[index]
      const neighbour = words[index - step]
      if (other === undefined || neighbour === undefined) break
      const gap = step < 0 ? text.slice(other.end, neighbour.start) : text.slice(neighbour.end, other.start)
      if (/[.!?\n"“”]/u.test(gap)) break
      if (other.raw.length < longWord || titleWords.has(other.folded)) continue
      if (small.test(other.raw)) return false
      if (capital.test(other.raw) && !isName(index) && !isStart({ text, words, at: index })) others += 1
    }
  }
  return others > 0
}
