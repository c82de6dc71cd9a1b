import type { SpokenTurn } from '../replay/rttm.ts'

/** Someone takes the floor, or gives it back, at a time of the session. */
export interface FloorStep {
  readonly atMs: number
  readonly key: string
  readonly holds: boolean
}

export interface FloorPlan {
  readonly steps: readonly FloorStep[]
  /** A moment at which nobody speaks, where the break begins. */
  readonly breakAtMs: number
  readonly turns: readonly SpokenTurn[]
}

export interface Stretch {
  /** When the recording begins in the session. */
  readonly startMs: number
  /** One time for everything, so that order, overlaps and proportions stay those of the meeting. */
  readonly factor: number
  /** The first silence after this is the break. */
  readonly breakAfterMs: number
  readonly breakMs: number
}

/** Lays the turns of a recording over a session, each voice in its seat. */
export function planFloor(
  recorded: readonly SpokenTurn[],
  voices: Readonly<Record<string, string>>,
  { startMs, factor, breakAfterMs, breakMs }: Stretch,
): FloorPlan {
  const at = (ms: number): number => Math.round(startMs + ms * factor)
  const stretched = recorded.map(({ speaker, startMs: from, endMs: to }) => {
    const key = voices[speaker]
    if (key === undefined) throw new Error(`No seat for ${speaker}`)
    return { speaker: key, startMs: at(from), endMs: at(to) }
  })
  const breakAtMs = firstSilence(stretched, breakAfterMs)
  const turns = stretched.map((turn) =>
    turn.startMs + 1 < breakAtMs
      ? turn
      : { ...turn, startMs: turn.startMs + breakMs, endMs: turn.endMs + breakMs },
  )
  return { steps: stepsOf(turns), breakAtMs, turns }
}

function firstSilence(turns: readonly SpokenTurn[], afterMs: number): number {
  const isSilent = (ms: number): boolean => turns.every(({ startMs, endMs }) => ms <= startMs || ms >= endMs)
  const moment = turns.map(({ endMs }) => endMs).find((ms) => ms >= afterMs && isSilent(ms))
  if (moment === undefined) throw new Error('Somebody always speaks')
  // The turn ends first, then the break begins.
  return moment + 1
}

// At the same moment, whoever ends makes room before anybody begins.
function stepsOf(turns: readonly SpokenTurn[]): FloorStep[] {
  return turns
    .flatMap(({ speaker: key, startMs, endMs }) => [
      { atMs: startMs, key, holds: true },
      { atMs: Math.max(endMs, startMs + 1), key, holds: false },
    ])
    .toSorted((a, b) => a.atMs - b.atMs || Number(a.holds) - Number(b.holds))
}

/** The longest turn of these seats that begins between two times. */
export function longestTurn(
  turns: readonly SpokenTurn[],
  seats: readonly string[],
  fromMs: number,
  toMs: number,
): SpokenTurn {
  const [longest] = turns
    .filter(({ speaker, startMs }) => seats.includes(speaker) && startMs >= fromMs && startMs < toMs)
    .toSorted((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs))
  if (longest === undefined) throw new Error('Nobody speaks then')
  return longest
}
