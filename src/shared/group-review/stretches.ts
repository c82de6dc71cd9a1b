import type { GroupReview } from '../ipc/group-review-calls.ts'

type Week = GroupReview['weeks'][number]

/** So many of so many. */
export interface Share {
  readonly count: number
  readonly of: number
}

/** A week, or several together where there are too many to tell apart. */
export interface Stretch {
  /** The first day of its first week. */
  readonly startsOn: string
  readonly sessions: number
  /** Members on the lists and members who came: of one week, or on average of those with a session. */
  readonly listed: number
  readonly came: number
  /** Null where nobody could have come. */
  readonly cameToAll: Share | null
  readonly cameAgain: Share | null
}

/** With more weeks than these, quarters are drawn. */
const weeksUntil = 60
const weeksOfQuarter = 13

export function isInQuarters(weeks: readonly Week[]): boolean {
  return weeks.length > weeksUntil
}

/** The weeks as they are, or in quarters that end with the current one. */
export function stretchesOf(weeks: readonly Week[]): readonly Stretch[] {
  const size = isInQuarters(weeks) ? weeksOfQuarter : 1
  const begin = weeks.length % size
  const firsts = [...(begin === 0 ? [] : [0]), ...range(begin, weeks.length, size)]
  return firsts.map((first, index) => stretchOf(weeks.slice(first, firsts[index + 1] ?? weeks.length)))
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step)
}

function stretchOf(weeks: readonly Week[]): Stretch {
  const held = weeks.filter(({ sessions }) => sessions > 0)
  const mean = (count: (week: Week) => number) =>
    held.length === 0 ? 0 : held.reduce((sum, week) => sum + count(week), 0) / held.length
  return {
    startsOn: weeks[0]?.startsOn ?? '',
    sessions: held.reduce((sum, { sessions }) => sum + sessions, 0),
    listed: mean(({ listed }) => listed),
    came: mean(({ came }) => came),
    cameToAll: shareOf(held.map(({ cameToAll, listed }) => ({ count: cameToAll, of: listed }))),
    cameAgain: shareOf(held.flatMap(({ cameAgain }) => cameAgain ?? [])),
  }
}

/** All of them together; null where there is nobody. */
export function shareOf(shares: readonly Share[]): Share | null {
  const sum = shares.reduce((all, { count, of }) => ({ count: all.count + count, of: all.of + of }), {
    count: 0,
    of: 0,
  })
  return sum.of === 0 ? null : sum
}
