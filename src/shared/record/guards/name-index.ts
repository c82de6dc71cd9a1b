import type { Nameable } from '../../roster/nameable.ts'
import { otherFormsOf } from './diminutives.ts'
import { foldName, foldWord } from './fold-word.ts'
import { numberOf } from './find-numbers.ts'

/**
 * One word by which somebody is known. The lower its rank, the nearer to their name: two people may share a word, and
 * then it is the one's whom it fits better.
 */
export interface Key {
  readonly person: number
  readonly rank: 0 | 1 | 2
  readonly kind: 'first' | 'other' | 'alias' | 'relation' | 'short-form' | 'initials'
}

/** A name in a script that is written without blanks or with endings, and so is looked for within words. */
export interface ScriptName extends Key {
  readonly folded: string
}

export interface NameIndex {
  readonly keys: ReadonlyMap<string, readonly Key[]>
  /** As written, since only so they are initials. */
  readonly initials: ReadonlyMap<string, readonly Key[]>
  readonly scriptNames: readonly ScriptName[]
  /** Digits of telephone numbers on file. */
  readonly numbers: readonly { readonly person: number; readonly digits: string }[]
  /** The capitals that somebody's other names begin with, for `Ida B.`; by the number of the person. */
  readonly surnameCapitals: readonly ReadonlySet<string>[]
}

interface Growing {
  readonly keys: Map<string, Key[]>
  readonly initials: Map<string, Key[]>
  readonly scriptNames: ScriptName[]
  readonly numbers: { person: number; digits: string }[]
  readonly surnameCapitals: ReadonlySet<string>[]
}

const relation =
  /\b(?:husband|wife|partner|spouse|son|daughter|child|mother|father|mom|mum|dad|parent|brother|sister|sibling|aunt|uncle|cousin|grandmother|grandfather|grandma|grandpa|boyfriend|girlfriend|fianc[eé]e?|friend|roommate|sponsor|ex)\b/iu
/** Between the parts of a name; they tell nobody apart. */
export const particles: ReadonlySet<string> = new Set(
  'de da do dos das del della di du la le les el al bin ibn bint abu van von der den ter ten zu y e st'.split(
    ' ',
  ),
)
/** Whether a name has letters of a script that is looked for within words. */
export const scripted = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
const onlyHan = /^\p{Script=Han}+$/u
const onlyHangul = /^\p{Script=Hangul}+$/u

/** What to look for in texts that should name none of these people. The number of a person is their place in the list. */
export function indexNames(people: readonly Nameable[]): NameIndex {
  const index: Growing = {
    keys: new Map(),
    initials: new Map(),
    scriptNames: [],
    numbers: [],
    surnameCapitals: [],
  }
  for (const [person, { preferredName, initials, aliases = [] }] of people.entries()) {
    const parts = partsOf(preferredName)
    for (const [at, part] of parts.entries())
      addWord(index, part, { person, rank: 0, kind: at === 0 ? 'first' : 'other' })
    for (const form of otherFormsOf(parts[0] ?? ''))
      addKey(index.keys, form, { person, rank: 2, kind: 'short-form' })
    addInitials(index, { person, rank: 0, kind: 'initials' }, initials, parts)
    for (const alias of aliases) addAlias(index, person, alias)
    index.surnameCapitals.push(new Set(parts.slice(1).map((part) => Array.from(part)[0] ?? '')))
  }
  return index
}

function addAlias(index: Growing, person: number, alias: string): void {
  const digits = numberOf(alias)
  if (digits !== null) {
    index.numbers.push({ person, digits })
    return
  }
  const isRelation = relation.test(alias)
  const words = isRelation ? alias.replaceAll(new RegExp(relation, 'giu'), ' ') : alias
  for (const part of partsOf(words)) {
    // `her sister Nadia`: what begins small is no name there.
    if (isRelation && /^\p{Ll}/u.test(part)) continue
    addWord(index, part, { person, rank: 1, kind: isRelation ? 'relation' : 'alias' })
  }
}

function partsOf(name: string): readonly string[] {
  const parts = name
    .normalize('NFC')
    .split(/[\s\-‐‑,.()・·/]+/u)
    .filter((part) => part !== '')
  return parts.filter((part, at) => at === 0 || !particles.has(part.toLowerCase()))
}

function addWord(index: Growing, part: string, key: Key): void {
  if (scripted.test(part)) {
    for (const piece of piecesOf(part)) index.scriptNames.push({ ...key, folded: foldWord(piece) })
    return
  }
  // One letter tells nobody apart, unless it is all that somebody is called.
  if (part.length < 2 && key.kind !== 'first') return
  for (const folded of foldName(part)) addKey(index.keys, folded, key)
}

/** Family and given name, where a name is written as one word. */
function piecesOf(part: string): readonly string[] {
  const letters = Array.from(part)
  if (onlyHangul.test(part) && letters.length === 3) return [part, letters.slice(1).join('')]
  if (!onlyHan.test(part)) return [part]
  if (letters.length === 3) return [part, letters.slice(1).join('')]
  if (letters.length === 4) return [part, letters.slice(0, 2).join(''), letters.slice(2).join('')]
  return [part]
}

function addInitials(index: Growing, key: Key, given: string, parts: readonly string[]): void {
  const own = given.normalize('NFC').replaceAll(/[.\s]/gu, '')
  const derived = parts.map((part) => Array.from(part)[0] ?? '').join('')
  for (const initials of new Set([own, derived])) {
    // One letter is no evidence of anybody. Without capitals, initials are a syllable like others: `مع` is `with`.
    if (Array.from(initials).length < 2) continue
    if (/^\p{Lu}+$/u.test(initials)) addKey(index.initials, initials, key)
    else if (initials === own && own === given && scripted.test(own)) addWord(index, own, key)
    else if (initials === own && !scripted.test(own)) addKey(index.initials, own, key)
  }
}

function addKey(keys: Map<string, Key[]>, word: string, key: Key): void {
  const known = keys.get(word)
  if (known === undefined) keys.set(word, [key])
  else if (!known.some(({ person, rank }) => person === key.person && rank <= key.rank)) known.push(key)
}
