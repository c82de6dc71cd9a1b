import type { SessionId } from '../ids.ts'
import { baselineSessions, fewestSessions, settledMs } from './baseline.ts'
import type { Mark, Observation } from './vocabulary.ts'

/** What is asked of one session to say how much somebody took part in it. Spans in milliseconds. */
export interface TookPart {
  readonly sessionId: SessionId
  readonly observation: Observation
  /** Whether anybody's turn was tapped, or anybody was noted as heard. */
  readonly wasObserved: boolean
  readonly presentMs: number
  readonly breakMs: number
  readonly turns: number
  /** Spans of five minutes in which they were heard. */
  readonly samplesHeard: number
  readonly marks: readonly { readonly mark: Mark }[]
}

/** How much somebody took part in one session, beside what was usual for themselves until then. */
export interface Participation {
  readonly sessionId: SessionId
  /** Turns, or spans in which they were heard; null where nobody watched, or they were hardly there. */
  readonly amount: number | null
  /** They passed or listened by choice, and said less than they usually do: this is no low point, and has no amount. */
  readonly isByChoice: boolean
  /** Least and most of their last four sessions before; null while there are fewer than three. */
  readonly usual: { readonly from: number; readonly to: number } | null
}

/**
 * A member's sessions of one group and one mode, oldest first, each beside their own last four before it. Sessions that
 * nobody watched, short stays and sessions in which they listened by choice are no part of what is usual.
 */
export function participationsOf(sessions: readonly TookPart[]): readonly Participation[] {
  const past: number[] = []
  return sessions.map((session) => {
    const { sessionId, marks } = session
    const usual = usualOf(past)
    const said = amountOf(session)
    const hasChosen = marks.some(({ mark }) => mark === 'passed' || mark === 'quiet')
    const isByChoice = hasChosen && said !== null && (said === 0 || usual === null || said < usual.from)
    const amount = isByChoice ? null : said
    if (amount !== null) past.push(amount)
    return { sessionId, amount, isByChoice, usual }
  })
}

function amountOf({ observation, wasObserved, presentMs, breakMs, turns, samplesHeard }: TookPart) {
  if (!wasObserved || presentMs - breakMs < settledMs) return null
  return observation === 'floor' ? turns : samplesHeard
}

function usualOf(past: readonly number[]): Participation['usual'] {
  const last = past.slice(-baselineSessions)
  return last.length < fewestSessions ? null : { from: Math.min(...last), to: Math.max(...last) }
}
