import { foldWord } from './fold-word.ts'
import { scripted, type ScriptName } from './name-index.ts'
import type { Word } from './words-of.ts'

/** A name within a word; places in the text. */
export interface ScriptHit {
  readonly start: number
  readonly end: number
  readonly name: ScriptName
}

// Written without blanks, so that a neighbouring letter says nothing.
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+$/u
const hangul = /^\p{Script=Hangul}+$/u
const semitic = /^[\p{Script=Arabic}\p{Script=Hebrew}]+$/u
const inflected = /^[\p{Script=Cyrillic}\p{Script=Greek}]+$/u
const honorific = /^(?:さん|さま|様|先生|氏|君|くん|ちゃん|小姐|女士|太太)/u
const particle =
  /^(?:이|가|은|는|을|를|의|와|과|도|만|씨|님|에게|께|께서|한테|이랑|랑|하고|로|으로|아|야|에게서|한테서|부터|처럼|보다)*$/u
// `and`, `to`, `with`, `as` and the article are written onto the word.
const clitics = /^[وفبلكבוהכלמש]{1,3}$/u
const caseEnding = /^\p{L}{0,3}$/u
const lastVowel = /[аяйьоеαηοςσ]+$/u

/** Names in scripts without blanks or with endings. A text in Latin letters alone costs one look. */
export function findInScript(word: Word, names: readonly ScriptName[]): readonly ScriptHit[] {
  if (names.length === 0 || !scripted.test(word.raw)) return []
  const letters = foldLetters(word.raw)
  const folded = letters.map(({ folded: letter }) => letter).join('')
  return names.flatMap((name) =>
    placesOf(folded, name.folded).flatMap(([from, to]) => {
      const first = letters[from]
      const last = letters[to - 1]
      if (first === undefined || last === undefined) return []
      return [{ start: word.start + first.start, end: word.start + last.end, name }]
    }),
  )
}

/** Each folded unit with the stretch of the word that it came from. */
function foldLetters(raw: string): readonly { folded: string; start: number; end: number }[] {
  // A letter and its marks fold as one, and so do the parts of a syllable of Hangul.
  return Array.from(
    raw.matchAll(/[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|[^\p{M}ﾞﾟ][\p{M}ﾞﾟ]*/gu),
  ).flatMap(({ 0: letter, index }) =>
    Array.from(foldWord(letter), (folded) => ({ folded, start: index, end: index + letter.length })),
  )
}

/** Stretches of a folded word, in folded letters, that are the name. */
function placesOf(word: string, name: string): readonly (readonly [number, number])[] {
  const units = Array.from(name).length
  if (unspaced.test(name)) return anywhere(word, name, units)
  if (hangul.test(name)) {
    const at = word.indexOf(name)
    return at === 0 && particle.test(word.slice(name.length)) ? [[0, units]] : []
  }
  if (semitic.test(name)) return behindClitics(word, name, units)
  if (inflected.test(name)) return withEnding(word, name)
  return word === name ? [[0, units]] : []
}

function anywhere(word: string, name: string, units: number): readonly (readonly [number, number])[] {
  const places: (readonly [number, number])[] = []
  for (let at = word.indexOf(name); at !== -1; at = word.indexOf(name, at + name.length)) {
    // One sign is a word of its own in most of its uses.
    if (units === 1 && !honorific.test(word.slice(at + name.length))) continue
    const from = Array.from(word.slice(0, at)).length
    places.push([from, from + units])
  }
  return places
}

function behindClitics(word: string, name: string, units: number): readonly (readonly [number, number])[] {
  if (!word.endsWith(name)) return []
  const before = word.slice(0, word.length - name.length)
  // The place is the whole word: what stands before it cannot stand before `another member`.
  return before === '' || clitics.test(before) ? [[0, Array.from(before).length + units]] : []
}

function withEnding(word: string, name: string): readonly (readonly [number, number])[] {
  const stem = name.length > 3 ? name.replace(lastVowel, '') : name
  if (word === name || (stem.length > 2 && word.startsWith(stem) && caseEnding.test(word.slice(stem.length))))
    return [[0, Array.from(word).length]]
  return []
}
