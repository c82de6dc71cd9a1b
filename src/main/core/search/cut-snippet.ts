import type { Snippet } from '../../../shared/ipc/search-calls.ts'
import type { Term } from './search-query.ts'
import { tokensOf, type Token } from './tokens.ts'

interface Hit {
  readonly start: number
  readonly end: number
  readonly term: Term
}

// So that what was found is in sight in a narrow column too, with a word or two before it.
const beforeLength = 16
const snippetLength = 160
// A text in which there are more has a good place among these.
const looked = 40

/** A text cut around the place that holds most of what was sought. Blanks and line breaks are one blank each. */
export function cutSnippet(text: string, terms: readonly Term[]): Snippet {
  const plain = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  const hits = findHits(plain, terms)
  const start = startOf(plain, bestOf(hits))
  const end = endOf(plain, start)
  const pieces: { text: string; isHit: boolean }[] = []
  const add = (piece: string, isHit: boolean) => {
    if (piece !== '') pieces.push({ text: piece, isHit })
  }
  let at = start
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue
    const between = plain.slice(at, hit.start)
    const last = pieces.at(-1)
    // Words that stand side by side are one place.
    if (between === ' ' && last?.isHit === true) last.text += plain.slice(at, hit.end)
    else {
      add(between, false)
      add(plain.slice(hit.start, hit.end), true)
    }
    at = hit.end
  }
  add(plain.slice(at, end), false)
  if (start > 0) pieces.unshift({ text: '… ', isHit: false })
  if (end < plain.length) pieces.push({ text: ' …', isHit: false })
  return pieces
}

/** How many of the terms stand in a text. */
export function countTerms(text: string, terms: readonly Term[]): number {
  return new Set(findHits(text.normalize('NFC'), terms).map(({ term }) => term)).size
}

function findHits(text: string, terms: readonly Term[]): readonly Hit[] {
  const tokens = tokensOf(text)
  return tokens.flatMap((token, at) => {
    const found = terms
      .filter((term) => standsAt(tokens, at, term))
      .map((term) => ({ start: token.start, end: endOfTerm(tokens, at, term), term }))
      // Where two begin at one place, the longer one says more.
      .toSorted((one, other) => other.end - one.end)
    return found
  })
}

function standsAt(tokens: readonly Token[], at: number, { tokens: sought, isOpen }: Term): boolean {
  return sought.every((folded, index) => {
    const there = tokens[at + index]?.folded
    if (there === undefined) return false
    return isOpen && index === sought.length - 1 ? there.startsWith(folded) : there === folded
  })
}

function endOfTerm(tokens: readonly Token[], at: number, { tokens: sought }: Term): number {
  return tokens[at + sought.length - 1]?.end ?? 0
}

function bestOf(hits: readonly Hit[]): Hit | undefined {
  let best: Hit | undefined
  let most = 0
  for (const [index, hit] of hits.slice(0, looked).entries()) {
    const inSight = hits
      .slice(index, index + looked)
      .filter(({ end }) => end - hit.start <= snippetLength - beforeLength)
    const count = new Set(inSight.map(({ term }) => term)).size
    if (count > most) {
      best = hit
      most = count
    }
  }
  return best
}

function startOf(text: string, hit: Hit | undefined): number {
  if (hit === undefined || hit.start <= beforeLength) return 0
  const from = hit.start - beforeLength
  const blank = text.indexOf(' ', from)
  return wholeSign(text, blank === -1 || blank >= hit.start ? from : blank + 1)
}

function endOf(text: string, start: number): number {
  const to = start + snippetLength
  if (to >= text.length) return text.length
  const blank = text.lastIndexOf(' ', to)
  return wholeSign(text, blank > start + snippetLength / 2 ? blank : to)
}

/** Never in the middle of a pair of code units. */
function wholeSign(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
