import { ages, type Age } from './ages.ts'

const liveNames = [
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

/** What is measured in vaults of several ages; each name has the age behind it. */
export const reviewNames = [
  'unlock',
  'sessions-open',
  'sessions-scroll',
  'sort-filter',
  'search-p50',
  'search-p95',
  'search-answer-p50',
  'search-answer-p95',
  'member-open',
  'rebuild',
  'vault-size',
  'memory',
] as const
export type ReviewName = (typeof reviewNames)[number]

export type Name = (typeof liveNames)[number] | `${ReviewName}@${Age}`

export const names: readonly Name[] = [
  ...liveNames,
  ...reviewNames.flatMap((name) => ages.map((age) => `${name}@${age}` as const)),
]

export function isName(name: string): name is Name {
  return names.some((one) => one === name)
}

/** One line of the bench. `ratio` is null where the floor is nothing that one could divide by. */
export interface Measured {
  readonly name: Name
  readonly value: number
  readonly unit: 'ms' | '% of a core' | 'MB' | 'keys' | 'events/s' | 'bytes/session'
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
