import { tokensOf } from './tokens.ts'

/** Words that have to stand side by side. */
export interface Term {
  readonly tokens: readonly string[]
  /** The last one may go on: it is still being typed. */
  readonly isOpen: boolean
}

/** A shorter beginning fits almost every text, and an index of those would hold everything once more. */
const shortestPrefix = 2

/**
 * What somebody typed, as what is sought: all of it. Words between quotes, and what is written without a blank (`can't`,
 * a line of Chinese), stand side by side; the last word may go on. Nothing that can be typed is a command.
 */
export function parseQuery(typed: string): readonly Term[] {
  // Every second piece stood between quotes. The last quote may not have been closed yet.
  const pieces = typed.normalize('NFC').split(/["“”„«»]/u)
  const terms = pieces.flatMap((piece, index) => {
    const isQuoted = index % 2 === 1
    const isLast = index === pieces.length - 1
    const runs = isQuoted ? [piece] : piece.split(/\s+/u)
    return runs.map((run, at) => termOf(run, isLast && at === runs.length - 1))
  })
  return terms.filter(({ tokens }) => tokens.length > 0)
}

function termOf(run: string, isLast: boolean): Term {
  const tokens = tokensOf(run)
  const last = tokens.at(-1)
  const isOpen =
    isLast &&
    last !== undefined &&
    !last.isSign &&
    (tokens.length > 1 || isLongEnough(run.slice(last.start, last.end)))
  return { tokens: tokens.map(({ folded }) => folded), isOpen }
}

function isLongEnough(word: string): boolean {
  return Array.from(word).length >= shortestPrefix
}

/** The same for FTS5. Each token stands in quotes and holds none. */
export function matchExpression(terms: readonly Term[]): string {
  return terms.map(({ tokens, isOpen }) => `"${tokens.join(' ')}"${isOpen ? '*' : ''}`).join(' ')
}
