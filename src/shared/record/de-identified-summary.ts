import type { GroupType } from '../agenda/group-type.ts'
import type { Nameable } from '../roster/nameable.ts'
import { createStrictLook } from '../roster/names-in-text.ts'
import type { Part2 } from '../session/vocabulary.ts'
import { isoDay } from '../iso-day.ts'
import type { GroupSummaryFacts, SummaryFacilitator, SummaryPhase } from './group-summary.ts'

/** A count under this could be somebody. */
const smallestCount = 3

type TimeOfDay = 'morning' | 'afternoon' | 'evening'

/**
 * A group summary without what could lead to a person: no date but the year (45 CFR 164.514(b)(2)(i)(C)), no group's name
 * or number, no count under three. A text that may name a member, or tell a date or an age, is null: it is left out
 * whole, because a gap within it would tell what stood there.
 */
export interface DeIdentifiedSummary {
  readonly clinic: string
  readonly groupType: GroupType
  readonly part2: Part2
  readonly year: string
  readonly timeOfDay: TimeOfDay
  readonly topic: string | null
  readonly elapsedMs: number
  readonly breakMs: number
  /** Members who came; null when they are too few to be told. */
  readonly presentCount: number | null
  /** Null when it, or the difference to those who came, is too small to be told. */
  readonly expectedCount: number | null
  readonly guestCount: number | null
  readonly facilitators: readonly (Omit<SummaryFacilitator, 'interventions'> & {
    readonly interventions: string | null
  })[]
  readonly phases: readonly SummaryPhase[]
  readonly groupProcess: string | null
  readonly plan: string | null
  readonly homePractice: string | null
}

/**
 * `people`: everyone whom a text could name, members of the group who were not there included; null where nobody can tell any
 * more, since a chart was erased with its name: then no text stands in it.
 */
export function deIdentify(
  facts: GroupSummaryFacts,
  people: readonly Nameable[] | null,
): DeIdentifiedSummary {
  const namesAnybody = people === null ? isWritten : createStrictLook(people)
  const tellable = (text: string) => (tellsOfAnybody(text) || namesAnybody(text) ? null : text)
  const { clinic, groupType, part2, elapsedMs, breakMs, startedAtMs, zone } = facts
  return {
    clinic,
    groupType,
    part2,
    year: isoDay(startedAtMs, zone).slice(0, 4),
    timeOfDay: timeOfDay(startedAtMs, zone),
    topic: tellable(facts.topic),
    elapsedMs,
    breakMs,
    presentCount: large(facts.presentCount),
    expectedCount: tellableExpected(facts),
    guestCount: large(facts.guestCount),
    facilitators: facts.facilitators.map((one) => ({ ...one, interventions: tellable(one.interventions) })),
    phases: facts.phases.map((phase, index) => ({
      ...phase,
      name: tellable(phase.name) ?? `Phase ${index + 1}`,
    })),
    groupProcess: tellable(facts.groupProcess),
    plan: tellable(facts.plan),
    homePractice: tellable(facts.homePractice),
  }
}

function isWritten(text: string): boolean {
  return text.trim() !== ''
}

function large(count: number): number | null {
  return count < smallestCount ? null : count
}

// "10 of 12" would tell that two stayed away.
function tellableExpected({ presentCount, expectedCount }: GroupSummaryFacts): number | null {
  const missing = expectedCount - presentCount
  const isTellable = large(presentCount) !== null && (missing === 0 || large(missing) !== null)
  return isTellable ? expectedCount : null
}

function timeOfDay(wallMs: number, zone: string): TimeOfDay {
  const hour = Number(
    new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(wallMs),
  )
  if (hour < 12) return 'morning'
  return hour < 17 ? 'afternoon' : 'evening'
}

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const tellsOfSomebody: readonly RegExp[] = [
  /\b\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\b/,
  new RegExp(String.raw`\b${month}\s+\d|\d(?:st|nd|rd|th)?\.?\s+(?:of\s+)?${month}\b`, 'i'),
  /\b(?:19|20)\d{2}\b/,
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/i,
  /\b\d{1,3}[-\s]?(?:years?|yrs?)\b|\baged?\s+\d/i,
  // Telephone numbers, chart numbers, addresses.
  /\d(?:[\s().-]?\d){4,}/,
  /@|\bhttps?:|\bwww\./i,
]

function tellsOfAnybody(text: string): boolean {
  return tellsOfSomebody.some((pattern) => pattern.test(text))
}
