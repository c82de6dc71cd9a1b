import type { PersonId } from '../ids.ts'
import type { SessionState } from './state.ts'

/** How long one span of the sampling mode is. */
export const sampleMs = 5 * 60_000

/** Group time: session time without pauses and breaks, in which nobody is to be heard. Milliseconds. */
export function groupMs(state: Pick<SessionState, 'elapsedMs' | 'time'>): number {
  return state.elapsedMs - state.time.breakMs
}

/** How many spans of five minutes of group time are over. They are counted from 0. */
export function spansOver(state: Pick<SessionState, 'elapsedMs' | 'time'>): number {
  return Math.floor(groupMs(state) / sampleMs)
}

/** The spans that were over while the mode was on, and so were asked about, ascending. `state` is true at its moment. */
export function askedSamples(state: SessionState): number[] {
  const now = groupMs(state)
  const periods = state.sampling.periods.map(({ fromMs, toMs }) => ({ fromMs, toMs: toMs ?? now }))
  return Array.from({ length: spansOver(state) }, (_, sample) => sample).filter((sample) => {
    const overMs = (sample + 1) * sampleMs
    return periods.some(({ fromMs, toMs }) => fromMs < overMs && overMs <= toMs)
  })
}

/** A span that somebody is asked about: who was noted as heard in it so far. */
export interface OpenSample {
  readonly sample: number
  readonly heardIds: readonly PersonId[]
}

/**
 * What the console asks now: about the last span that is over, until somebody says that nobody else was heard. Null
 * outside of the mode, in pauses, and when there is nothing to ask. `state` must be advanced to now.
 */
export function openSample(state: SessionState): OpenSample | null {
  if (state.observation !== 'sampling' || state.stage !== 'running') return null
  const sample = askedSamples(state).at(-1)
  if (sample === undefined || sample !== spansOver(state) - 1) return null
  const answer = state.sampling.answers.find((one) => one.sample === sample)
  return answer?.isComplete === true ? null : { sample, heardIds: answer?.heardIds ?? [] }
}

/** How many of the spans that were asked about were answered, be it with a single name. `state` is true at its moment. */
export function samplesAnswered(state: SessionState): { readonly answered: number; readonly asked: number } {
  const asked = askedSamples(state)
  const known = new Set(state.sampling.answers.map(({ sample }) => sample))
  return { asked: asked.length, answered: asked.filter((sample) => known.has(sample)).length }
}

/** The part of all answered spans in which someone was heard, 0 to 1; 0 while none is answered. */
export function heardShare(state: Pick<SessionState, 'sampling'>, heardIn: readonly number[]): number {
  const { length } = state.sampling.answers
  return length === 0 ? 0 : heardIn.length / length
}
