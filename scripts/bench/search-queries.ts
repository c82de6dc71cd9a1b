import { matchExpression, parseQuery } from '../../src/main/core/search/search-query.ts'
import { createChance } from '../grow/chance.ts'

/** What is typed, and the same for SQLite's full-text search. */
export interface BenchQuery {
  readonly typed: string
  readonly match: string
}

const each = 40
const commonCount = 120
const sampled = 20_000

/** Forty queries of each kind: rare and common words, beginnings of words, phrases, several words at once. */
export function chooseQueries(texts: readonly string[]): readonly BenchQuery[] {
  const chance = createChance(1)
  const sentences = Array.from({ length: sampled }, () => piecesOf(chance.one(texts))).flat()
  const words = sentences.map((sentence) => sentence.filter(isWord)).filter(({ length }) => length > 2)
  const pairs = sentences.flatMap((sentence) =>
    sentence.flatMap((_, at) => {
      const pair = sentence.slice(at, at + 2)
      return pair.length === 2 && pair.every(isWord) ? [pair.join(' ')] : []
    }),
  )
  const counts = new Map<string, number>()
  for (const word of words.flat()) counts.set(word, (counts.get(word) ?? 0) + 1)
  const byCount = [...counts.keys()].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  const common = byCount.slice(0, commonCount)
  const rare = byCount.filter((word) => (counts.get(word) ?? 0) <= 2)
  const typed = [
    // A blank behind it: the word is whole.
    ...many(() => `${chance.one(rare)} `),
    ...many(() => `${chance.one(common)} `),
    ...many(() => chance.one(byCount).slice(0, chance.between(2, 5))),
    ...many(() => `"${chance.one(pairs)}"`),
    ...many(() => chance.some(chance.one(words), chance.between(2, 3)).join(' ')),
  ]
  return typed.map((text) => ({ typed: text, match: matchExpression(parseQuery(text)) }))
}

/** The words of each piece of a text that no sign parts: what stands side by side in it was written side by side. */
function piecesOf(text: string): string[][] {
  return text
    .split(/[^\p{L}\p{M} ]+/u)
    .map((piece) => piece.toLowerCase().split(' '))
    .filter(({ length }) => length > 4)
}

function isWord(text: string): boolean {
  return /^\p{L}[\p{L}\p{M}]+$/u.test(text)
}

function many(choose: () => string): string[] {
  return Array.from({ length: each }, choose)
}
