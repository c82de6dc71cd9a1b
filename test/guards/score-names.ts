import { createNameFinder } from '../../src/shared/record/guards/find-names.ts'
import type { LabelledSentences } from './labelled-names.ts'
import { labelledOwn, labelledPeople } from './labelled-people.ts'

/** How often names were found at their exact places. */
export interface NameScore {
  readonly sentences: number
  readonly names: number
  readonly recall: number
  readonly precision: number
  /** Sentences with what was missed and what was found in vain. */
  readonly wrong: readonly {
    readonly sentence: string
    readonly missed: string[]
    readonly invented: string[]
  }[]
}

/** A sentence without its braces, and the stretches that stood in them. */
export function readLabels(labelled: string): { text: string; places: [start: number, end: number][] } {
  const places: [number, number][] = []
  let text = ''
  for (const [at, piece] of labelled.split(/[{}]/u).entries()) {
    if (at % 2 === 1) places.push([text.length, text.length + piece.length])
    text += piece
  }
  return { text, places }
}

export function scoreNames(lists: readonly LabelledSentences[]): NameScore {
  const rows = lists.flatMap(({ own = labelledOwn, sentences }) => {
    const finder = createNameFinder(
      labelledPeople.filter(({ preferredName }) => preferredName !== own),
      labelledPeople.filter(({ preferredName }) => preferredName === own),
    )
    return sentences.map((sentence) => {
      const { text, places } = readLabels(sentence)
      const found = finder.find(text)
      const isSame = ([start, end]: [number, number]) =>
        found.some((one) => one.start === start && one.end === end)
      return {
        sentence,
        expected: places.length,
        found: found.length,
        missed: places.filter((place) => !isSame(place)).map(([start, end]) => text.slice(start, end)),
        invented: found
          .filter((one) => !places.some(([start, end]) => one.start === start && one.end === end))
          .map(({ start, end }) => text.slice(start, end)),
      }
    })
  })
  const sum = (count: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + count(row), 0)
  const names = sum(({ expected }) => expected)
  const hits = names - sum(({ missed }) => missed.length)
  return {
    sentences: rows.length,
    names,
    recall: hits / names,
    precision: hits / sum(({ found }) => found),
    wrong: rows
      .filter(({ missed, invented }) => missed.length + invented.length > 0)
      .map(({ sentence, missed, invented }) => ({ sentence, missed, invented })),
  }
}
