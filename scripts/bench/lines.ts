export const names = [
  'tap-to-painted-p50',
  'tap-to-painted-p99',
  'resume-3h',
  'live-idle',
  'live-memory',
  'guards-12',
  'pdf-note',
  'pdf-batch-12',
  'debrief-keys',
] as const
export type Name = (typeof names)[number]

export function isName(name: string): name is Name {
  return names.some((one) => one === name)
}

/** One line of the bench. `ratio` is null where the floor is nothing that one could divide by. */
export interface Measured {
  readonly name: Name
  readonly value: number
  readonly unit: 'ms' | '% of a core' | 'MB' | 'keys'
  readonly floor: number
  readonly ratio: number | null
}

export function line(name: Name, value: number, unit: Measured['unit'], floor: number): Measured {
  const ratio = floor > 0 ? round(value / floor) : null
  return { name, value: round(value), unit, floor: round(floor), ratio }
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}

/** Standard output is the bench's answer alone. */
export function say(words: string): void {
  console.error(words)
}
