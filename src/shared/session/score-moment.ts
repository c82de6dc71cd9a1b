import type { PersonId } from '../ids.ts'
import type { FloorSpan, HeldPhase, Score, ScoreLine } from './score.ts'
import { lastBegun, spanAt, type Span } from './spans.ts'
import type { MadeMark, NotePlace } from './state.ts'
import type { Stretch } from './stretches.ts'
import type { Presence } from './vocabulary.ts'

/** Someone who has the floor at a moment. */
export interface Speaker {
  readonly personId: PersonId
  /** From the beginning of the turn to its end, as far as it was heard: a break parts it. */
  readonly fromMs: number
  readonly toMs: number
  readonly afterId: PersonId | null
}

/** One moment of a session. */
export interface ScoreMoment {
  readonly ms: number
  readonly wallMs: number
  /** Null where a sheet of paper gives the time to no phase, and where there was no time at all. */
  readonly phase: HeldPhase | null
  /** The pause, the break or the gap that it falls into. */
  readonly interruption: Stretch | null
  readonly speakers: readonly Speaker[]
  /** The silence that it falls into; null while someone has the floor, and where turns were not tapped. */
  readonly silence: Span | null
  /** Marks made a minute before it or after it, or in the turn that goes on, in order. */
  readonly marks: readonly MadeMark[]
  /** The last record note until then. */
  readonly note: NotePlace | null
}

const nearMs = 60_000

/** Looks a moment up: nothing is folded again, so that it can be scrubbed through. */
export function momentAt(score: Score, ms: number): ScoreMoment {
  const lines = [...score.members, ...score.facilitators]
  const floors = lines.flatMap((line): readonly (readonly [ScoreLine, FloorSpan])[] => {
    const span = spanAt(line.floor, ms)
    return span === undefined ? [] : [[line, span]]
  })
  const first = Math.min(ms - nearMs, ...floors.map(([, { turnMs }]) => turnMs))
  // The very end belongs to what was on until then.
  const insideMs = Math.max(0, Math.min(ms, score.lengthMs - 1))
  return {
    ms,
    wallMs: wallAt(score, ms),
    phase: spanAt(score.held, insideMs) ?? null,
    interruption: spanAt(score.interruptions, insideMs) ?? null,
    speakers: floors
      .toSorted(([, a], [, b]) => a.turnMs - b.turnMs)
      .map(([{ person }, { turnMs, endMs, afterId }]) => ({
        personId: person.personId,
        fromMs: turnMs,
        toMs: endMs,
        afterId,
      })),
    silence: spanAt(score.silences, ms) ?? null,
    marks: lines
      .flatMap((line) => line.marks.filter(({ atMs }) => atMs >= first && atMs <= ms + nearMs))
      .toSorted((a, b) => a.atMs - b.atMs || a.seq - b.seq),
    note: score.notes.findLast(({ atMs }) => atMs <= ms) ?? null,
  }
}

/** What the wall clock showed at a moment of the session. */
export function wallAt({ walls }: Pick<Score, 'walls'>, ms: number): number {
  const reading = lastBegun(walls, ms) ?? walls[0]
  return reading === undefined ? ms : reading.wallMs + ms - reading.startMs
}

/** How long someone had had the floor until a moment. */
export function talkedAt({ floor }: ScoreLine, ms: number): number {
  const span = lastBegun(floor, ms)
  return span === undefined ? 0 : span.talkedMs + Math.min(ms, span.endMs) - span.startMs
}

/** Where someone was at a moment. */
export function presenceAt({ person }: ScoreLine, ms: number): Presence {
  const { changes, presence } = person
  // Who was excused or absent is so from the beginning, whenever it was said.
  if (!changes.some((change) => change.presence === 'present')) return presence
  return changes.findLast(({ atMs }) => atMs <= ms)?.presence ?? 'expected'
}

/** Where the arrow keys stop: the beginning of each turn, or of each minute where no turns are known; first and last. */
export function stopsOf({ turns, lengthMs }: Pick<Score, 'turns' | 'lengthMs'>): readonly number[] {
  const minutes = Array.from({ length: Math.ceil(lengthMs / nearMs) }, (_, minute) => minute * nearMs)
  const starts = turns.length === 0 ? minutes : turns.map(({ startMs }) => startMs)
  return [...new Set([0, ...starts, lengthMs])].toSorted((a, b) => a - b)
}

/** The stop after a moment, or before it; the first or the last one where there is none. */
export function stopFrom(stops: readonly number[], ms: number, way: 'next' | 'previous'): number {
  return way === 'next'
    ? (stops.find((stop) => stop > ms) ?? stops.at(-1) ?? ms)
    : (stops.findLast((stop) => stop < ms) ?? stops[0] ?? ms)
}

/** How much of the time until a moment was the group's: without pauses and breaks. */
export function groupMsAt({ interruptions }: Pick<Score, 'interruptions'>, ms: number): number {
  return interruptions.reduce(
    (rest, { startMs, endMs, manner }) =>
      manner === 'unseen' ? rest : rest - Math.max(0, Math.min(endMs, ms) - startMs),
    ms,
  )
}
