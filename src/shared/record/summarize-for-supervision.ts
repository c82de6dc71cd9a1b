import type { PersonId } from '../ids.ts'
import { numberGiven } from '../measures/check-in.ts'
import type { Measure } from '../measures/measure.ts'
import type { Facilitator, Member } from '../roster/member.ts'
import { findArcs } from '../session/arcs.ts'
import { samplesAnswered } from '../session/sampling.ts'
import type { PersonProgress, SessionState } from '../session/state.ts'
import { isFacilitator, isGuest } from '../session/vocabulary.ts'
import { attendanceOf, countAttendance } from './attendance.ts'
import type { GroupSummaryFacts } from './group-summary.ts'
import { createNameClearer, leaveAllOut, type Labelled, type NameClearer } from './guards/clear-names.ts'
import { hasCome } from './member-facts.ts'
import { countMarks } from './note-facts.ts'
import { notesDone } from './notes-done.ts'
import type { RecordRules } from './record-rules.ts'
import type { Handover, NumberedPerson, RoundTaken, SupervisionSummary } from './supervision-summary.ts'
import { talkShares } from './talk-shares.ts'

type Nameable = Pick<Member, 'id' | 'preferredName' | 'initials' | 'aliases' | 'chartId'>

export interface SupervisionSources {
  /** The session, which has ended. */
  readonly state: SessionState
  /** What the group summary says of it. */
  readonly summary: GroupSummaryFacts
  /** Everyone who could be named: who was expected or came, and the rest of the group. */
  readonly members: readonly Nameable[]
  readonly facilitators: readonly Pick<Facilitator, 'id' | 'name' | 'initials'>[]
  readonly measures: readonly Measure[]
  readonly rules: RecordRules
  readonly nowMs: number
}

/** Puts the summary together. Facts only: of what anybody typed, the names are taken out. */
export function summarizeForSupervision(sources: SupervisionSources): SupervisionSummary {
  const { state, summary, measures, rules, nowMs } = sources
  const labels = labelPeople(state.people)
  const clearer = clearerOf(sources, labels)
  const came = state.people.filter((one) => !isFacilitator(one.role) && hasCome(one))
  const attendances = state.people.filter(({ role }) => role === 'member').map(attendanceOf)
  const labelOf = (personId: PersonId) => labels.get(personId) ?? nameOf(sources, personId)
  const { clinic, groupType, number, zone, startedAtMs, endedAtMs, enteredLateAtMs } = summary
  const { scheduledMinutes, elapsedMs, breakMs, guestCount, part2, sessionId } = summary
  return {
    sessionId,
    clinic,
    groupName: clearer.clearLine(summary.groupName),
    groupType,
    part2,
    number,
    topic: clearer.clearLine(summary.topic),
    zone,
    startedAtMs,
    endedAtMs,
    enteredLateAtMs,
    scheduledMinutes,
    elapsedMs,
    breakMs,
    facilitators: summary.facilitators.map((one) => ({
      ...one,
      interventions: clearer.clear(one.interventions),
    })),
    attendance: countAttendance(attendances, endedAtMs),
    guestCount,
    phases: summary.phases.map((phase, index) => ({ ...phase, name: phaseName(clearer, phase.name, index) })),
    talk: talkShares(state),
    sampling: samplingOf(state, came),
    handovers: handoversOf(state, labelOf),
    rounds: roundsOf(state, clearer, came),
    people: came.map((person) => numbered(state, person, labelOf(person.personId), measures, clearer)),
    followUps: state.followUps.map(({ personId, openedAtMs, closed }) => ({
      label: labelOf(personId),
      openedAtMs,
      closedAtMs: closed?.wallMs ?? null,
    })),
    groupProcess: clearer.clear(summary.groupProcess),
    plan: clearer.clear(summary.plan),
    homePractice: clearer.clear(summary.homePractice),
    notes: notesDone(state, rules, zone, nowMs),
  }
}

/** Numbers in the order of the seats. Who did not come keeps theirs, since a text can speak of them. */
function labelPeople(people: readonly PersonProgress[]): ReadonlyMap<PersonId, string> {
  const members = people.filter(({ role }) => role === 'member')
  const guests = people.filter(({ role }) => isGuest(role))
  return new Map([...numberThem(members, 'Member'), ...numberThem(guests, 'Guest')])
}

function numberThem(people: readonly PersonProgress[], word: string) {
  return people.map(({ personId }, index) => [personId, `${word} ${index + 1}`] as const)
}

function clearerOf(
  { state, members, facilitators }: SupervisionSources,
  labels: ReadonlyMap<PersonId, string>,
): NameClearer {
  // Who was erased could be named in any text, by a name that nobody has on file any more.
  if (state.erasedIds.length > 0) return leaveAllOut
  const people = members.map(({ id, preferredName, initials, aliases, chartId }): Labelled => ({
    preferredName,
    initials,
    aliases,
    numbers: chartId === '' ? [] : [chartId],
    label: labels.get(id) ?? 'another member',
  }))
  const leading = facilitators.map(({ name, initials }) => ({ preferredName: name, initials }))
  return createNameClearer(people, leading)
}

function nameOf({ facilitators }: SupervisionSources, personId: PersonId): string {
  return facilitators.find(({ id }) => id === personId)?.name ?? 'a facilitator'
}

function phaseName(clearer: NameClearer, name: string, index: number): string {
  return clearer.clearLine(name) ?? `Phase ${index + 1}`
}

function samplingOf(state: SessionState, came: readonly PersonProgress[]): SupervisionSummary['sampling'] {
  if (state.sampling.periods.length === 0) return null
  return { ...samplesAnswered(state), heardCount: came.filter(({ heardIn }) => heardIn.length > 0).length }
}

/** Fewer times than this is chance, and more pairs than this a tangle. */
const fewestHandovers = 3
const mostPairs = 6

function handoversOf({ turns }: SessionState, labelOf: (personId: PersonId) => string): Handover[] {
  return findArcs(turns)
    .filter(({ count }) => count >= fewestHandovers)
    .slice(0, mostPairs)
    .map(({ fromId, toId, count }) => ({ from: labelOf(fromId), to: labelOf(toId), count }))
}

function roundsOf(
  { phases, marks }: SessionState,
  clearer: NameClearer,
  came: readonly PersonProgress[],
): RoundTaken[] {
  return phases.flatMap(({ id, kind, name, enteredAtMs, goneIds }, index) => {
    if (kind !== 'round' || enteredAtMs === null || goneIds.length === 0) return []
    const passed = goneIds.filter((personId) =>
      marks.some(
        (made) =>
          made.personId === personId &&
          made.phaseId === id &&
          (made.mark === 'passed' || made.mark === 'quiet'),
      ),
    )
    return [
      {
        name: phaseName(clearer, name, index),
        peopleCount: came.length,
        goneCount: goneIds.length,
        passedCount: passed.length,
      },
    ]
  })
}

function numbered(
  state: SessionState,
  person: PersonProgress,
  label: string,
  measures: readonly Measure[],
  clearer: NameClearer,
): NumberedPerson {
  const { personId } = person
  return {
    label,
    marks: countMarks(state, person),
    checkIns: measures.flatMap(({ id, name }, index) => {
      const start = numberGiven(state.checkIns, personId, id, 'start') ?? null
      const end = numberGiven(state.checkIns, personId, id, 'end') ?? null
      const measure = clearer.clearLine(name) ?? `Measure ${index + 1}`
      return start === null && end === null ? [] : [{ measure, start, end }]
    }),
  }
}
