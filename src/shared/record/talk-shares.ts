import { groupMs } from '../session/sampling.ts'
import type { SessionState, Turn } from '../session/state.ts'
import { isFacilitator } from '../session/vocabulary.ts'

/**
 * How the time of a group was spent, in milliseconds. The parts sum to `groupMs`, which is the session without pauses and
 * breaks. Nobody's own share is in it.
 */
export interface TalkShares {
  readonly groupMs: number
  /** One of those who do not lead had the floor. */
  readonly membersMs: number
  readonly facilitatorsMs: number
  readonly severalMs: number
  readonly silenceMs: number
  /** Nobody saw who spoke: the console was gone, or turns were not tapped. */
  readonly unobservedMs: number
}

/** Null where no turn was tapped at all. */
export function talkShares(state: SessionState): TalkShares | null {
  if (state.turns.length === 0) return null
  const { oneMs, severalMs, silenceMs, unobservedMs } = state.time
  const facilitatorsMs = Math.min(oneMs, aloneMs(state))
  return {
    groupMs: groupMs(state),
    membersMs: oneMs - facilitatorsMs,
    facilitatorsMs,
    severalMs,
    silenceMs,
    unobservedMs,
  }
}

/** How long a facilitator alone had the floor. Nobody keeps it across a pause or a break, so that turns are group time. */
function aloneMs({ turns, people, elapsedMs }: SessionState): number {
  const leading = new Set(people.filter(({ role }) => isFacilitator(role)).map(({ personId }) => personId))
  let [aloneFor, since, talking, leadingTalking] = [0, 0, 0, 0]
  for (const { atMs, by, personId } of changesOf(turns, elapsedMs)) {
    if (talking === 1 && leadingTalking === 1) aloneFor += atMs - since
    since = atMs
    talking += by
    if (leading.has(personId)) leadingTalking += by
  }
  return aloneFor
}

function changesOf(turns: readonly Turn[], elapsedMs: number) {
  return turns
    .flatMap(({ personId, startMs, endMs }) => [
      { personId, atMs: startMs, by: 1 },
      { personId, atMs: endMs ?? elapsedMs, by: -1 },
    ])
    .toSorted((a, b) => a.atMs - b.atMs)
}
