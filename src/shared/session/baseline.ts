import { personIdSchema, type PersonId } from '../ids.ts'
import { z } from '../zod.ts'
import { sampleMs, samplesAnswered } from './sampling.ts'
import type { PersonProgress, SessionState } from './state.ts'
import { isFacilitator } from './vocabulary.ts'

const shares = z.array(z.number().min(0)).max(4)

/** How much someone took part in their own last four sessions of either mode, newest first. */
export const baselineSchema = z.strictObject({
  personId: personIdSchema,
  /** Talk time as a share of their time in the room outside breaks. */
  talked: shares,
  /** Spans of five minutes in which they were heard, as a share of those that they were there for. */
  heard: shares,
})
export type Baseline = z.infer<typeof baselineSchema>

/** Sessions that a baseline looks back on, and how many it needs to say anything. */
export const baselineSessions = 4
export const fewestSessions = 3
/** Time in the room, outside breaks, before which nothing is said of anyone, then or now. */
export const settledMs = 20 * 60_000
/** Less than this part of what is usual for them is *quieter*. */
const quieterBelow = 0.5
/** Whoever usually says less than this (one second a minute; one span in five) cannot be noticeably quieter. */
const leastUsual = { floor: 1 / 60, sampling: 1 / 5 } as const
/** Tapped talk, or answered questions, below which the session itself has not been observed. */
const leastObserved = { floorMs: 5 * 60_000, samples: 3, samplesShare: 2 / 3 } as const

interface Share {
  readonly presentMs: number
  readonly breakMs: number
  readonly talkMs: number
  readonly samplesHeard: number
}

/** Talk time as a share of the time in the room outside breaks; 0 for someone who was never there. */
export function talkShare({ presentMs, breakMs, talkMs }: Omit<Share, 'samplesHeard'>): number {
  return presentMs > breakMs ? talkMs / (presentMs - breakMs) : 0
}

/** Spans in which they were heard as a share of those that were over while they were there; 0 when none was. */
export function spanShare({ presentMs, breakMs, samplesHeard }: Omit<Share, 'talkMs'>): number {
  const there = Math.floor((presentMs - breakMs) / sampleMs)
  return there > 0 ? Math.min(1, samplesHeard / there) : 0
}

/**
 * Who is quieter than they themselves usually are: below half of the median of their own last sessions in the same mode,
 * of which there must be three. Compares nobody with anybody else. Whoever passed or listens by choice in this session is
 * left out, and so are facilitators and everyone who has been there for less than twenty minutes. `state` must be
 * advanced to now.
 */
export function findQuieter(state: SessionState, baselines: readonly Baseline[]): PersonId[] {
  if (!isObserved(state)) return []
  const usual = new Map(baselines.map((baseline) => [baseline.personId, usualShare(state, baseline)]))
  return state.people
    .filter((person) => canBeCompared(state, person))
    .filter((person) => {
      const share = usual.get(person.personId) ?? null
      return share !== null && shareNow(state, person) < share * quieterBelow
    })
    .map(({ personId }) => personId)
}

function isObserved(state: SessionState): boolean {
  const { stage, observation, time } = state
  if (stage !== 'running' && stage !== 'paused') return false
  if (observation === 'floor') return time.oneMs + time.severalMs >= leastObserved.floorMs
  const { answered, asked } = samplesAnswered(state)
  const spansOver = Math.floor((state.elapsedMs - time.breakMs) / sampleMs)
  // Where the mode was changed on the way, or questions were left open, silence says nothing about a person.
  return asked >= spansOver && answered >= Math.max(leastObserved.samples, asked * leastObserved.samplesShare)
}

function canBeCompared(state: SessionState, person: PersonProgress): boolean {
  const { personId, role, presence, presentMs, breakMs } = person
  const isListening = state.marks.some(
    (made) => made.personId === personId && (made.mark === 'passed' || made.mark === 'quiet'),
  )
  return (
    presence === 'present' &&
    !isFacilitator(role) &&
    !isListening &&
    !state.floor.includes(personId) &&
    presentMs - breakMs >= settledMs
  )
}

function usualShare({ observation }: SessionState, { talked, heard }: Baseline): number | null {
  const past = (observation === 'floor' ? talked : heard).slice(0, baselineSessions)
  if (past.length < fewestSessions) return null
  const middle = median(past)
  return middle >= leastUsual[observation] ? middle : null
}

function shareNow({ observation }: SessionState, person: PersonProgress): number {
  return observation === 'floor'
    ? talkShare(person)
    : spanShare({ ...person, samplesHeard: person.heardIn.length })
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}
