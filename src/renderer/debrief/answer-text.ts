import type { FindingPlace } from '../../shared/record/guards/finding.ts'
import { capitalised } from '../../shared/capitalised.ts'
import { textAt, withText, type DraftTexts } from './draft-texts.ts'
import type { Remark } from './remark.ts'
import { standInFor } from './remark-words.ts'

/** The texts after a remark's answer, where that is a change of words; null where it is something else to do. */
export function answered(texts: DraftTexts, remark: Remark, seen: readonly string[]): DraftTexts | null {
  const { finding, places } = remark
  switch (finding.guard) {
    case 'names':
      if (finding.place.field === 'goal') return null
      if (finding.place.field === 'phase')
        return { ...texts, response: { ...texts.response, namesPhases: false } }
      return replaceAll(texts, places, standInFor(finding.isAnotherMember))
    case 'judgement':
      return seen.length === 0 || places[0] === undefined ? null : addAfter(texts, places[0], seen.join(' '))
    case 'copied':
    case 'missing':
    case 'private-only':
      return null
  }
}

// From the last one on, so that the places before it stay where they are.
function replaceAll(texts: DraftTexts, places: readonly FindingPlace[], words: string): DraftTexts {
  return places
    .toSorted((a, b) => b.start - a.start)
    .reduce((changed, place) => {
      const text = textAt(changed, place)
      if (text === null) return changed
      const before = text.slice(0, place.start)
      // The words that are replaced may hold the mark of a possessive.
      const end = /['’ʼ]s?$/u.test(text.slice(place.start, place.end)) ? '’s' : ''
      const begun = beginsSentence(before) ? capitalised(words) : words
      return withText(changed, place, before + begun + end + text.slice(place.end))
    }, texts)
}

function beginsSentence(before: string): boolean {
  return /(^|[.!?]["”’)]*\s+|\n)$/u.test(before)
}

/** Behind the sentence that the stretch is part of. */
function addAfter(texts: DraftTexts, place: FindingPlace, words: string): DraftTexts {
  const text = textAt(texts, place)
  if (text === null) return texts
  const stop = /[.!?]["”’)]*(?=\s|$)/u.exec(text.slice(place.end))
  const end = stop === null ? text.trimEnd().length : place.end + stop.index + stop[0].length
  const before = stop === null ? `${text.slice(0, end)}.` : text.slice(0, end)
  return withText(texts, place, `${before} ${words}${text.slice(end)}`)
}
