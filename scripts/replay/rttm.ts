import { fail, succeed, type Result } from '../../src/shared/result.ts'

/** One time that a speaker talked, in whole milliseconds of the recording. */
export interface SpokenTurn {
  readonly speaker: string
  readonly startMs: number
  readonly endMs: number
}

/** Why a text is no list of turns; `line` counts from 1. */
export type RttmProblem = { readonly code: 'no-turns' } | { readonly code: 'bad-line'; readonly line: number }

/**
 * Reads the turns of a Rich Transcription Time Marked text, in order of time. Lines of other types and comments are
 * passed over. Where a speaker's own turns overlap, the later one begins when the earlier ends and keeps its length: a
 * person has one floor, and the sum of their turns is how long they talked.
 */
export function readRttm(text: string): Result<SpokenTurn[], RttmProblem> {
  const spans: Span[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const fields = line.trim().split(/\s+/)
    if (fields[0] !== 'SPEAKER') continue
    const span = readSpan(fields)
    if (span === null) return fail({ code: 'bad-line', line: index + 1 })
    spans.push(span)
  }
  return spans.length === 0 ? fail({ code: 'no-turns' }) : succeed(oneFloorEach(spans))
}

interface Span {
  readonly speaker: string
  readonly startS: number
  readonly durationS: number
}

// More than any recording: keeps the arithmetic in whole milliseconds exact.
const longestS = 7 * 24 * 60 * 60

function readSpan(fields: readonly string[]): Span | null {
  const [, , , start, duration, , , speaker] = fields
  const startS = readSeconds(start)
  const durationS = readSeconds(duration)
  if (startS === null || durationS === null || speaker === undefined) return null
  return { speaker, startS, durationS }
}

function readSeconds(field: string | undefined): number | null {
  const seconds =
    field !== undefined && /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(field) ? Number(field) : Number.NaN
  return seconds <= longestS ? seconds : null
}

function oneFloorEach(spans: readonly Span[]): SpokenTurn[] {
  const talked = new Map<string, { untilMs: number; sumS: number; sumMs: number }>()
  return spans
    .toSorted((a, b) => a.startS - b.startS)
    .map(({ speaker, startS, durationS }) => {
      const before = talked.get(speaker) ?? { untilMs: 0, sumS: 0, sumMs: 0 }
      // Rounding the sum, not each turn, keeps a thousand turns as exact as one.
      const sumS = before.sumS + durationS
      const sumMs = Math.round(sumS * 1_000)
      const startMs = Math.max(Math.round(startS * 1_000), before.untilMs)
      const endMs = startMs + sumMs - before.sumMs
      talked.set(speaker, { untilMs: endMs, sumS, sumMs })
      return { speaker, startMs, endMs }
    })
}
