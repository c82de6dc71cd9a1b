import { numberGiven } from '../measures/check-in.ts'
import type { Measure } from '../measures/measure.ts'
import type { Facilitator, Member } from '../roster/member.ts'
import { startZone } from '../session/start-zone.ts'
import type { PersonProgress, SessionState } from '../session/state.ts'
import {
  isFacilitator,
  isGuest,
  isLeading,
  markSchema,
  momentSchema,
  type Modality,
} from '../session/vocabulary.ts'
import type { SharedPart } from './debrief.ts'
import { hasCome } from './member-facts.ts'
import type { NoteFacts } from './note.ts'

/** What is known beside the log: of the clinic, of the group and of people by name. */
export interface NoteSources {
  readonly sessionId: NoteFacts['sessionId']
  readonly state: SessionState
  readonly clinic: string
  readonly groupName: string
  readonly modality: Modality
  readonly member: Pick<Member, 'id' | 'preferredName' | 'chartId'>
  readonly facilitators: readonly Pick<Facilitator, 'id' | 'name' | 'credentials'>[]
  readonly shared: SharedPart
  /** All of them, retired ones too, in the clinic's order. */
  readonly measures: readonly Measure[]
  /** What the log says about somebody, as sentences in the order of the session. */
  readonly sentences: (person: PersonProgress) => string[]
}

/**
 * What a note says of a session and of one member, put together from what is on file: nothing is concluded, and of the
 * others who were there no more than their number. Null when the session has not ended, or for whoever has no note: a
 * facilitator, or somebody who was not in the circle.
 */
export function noteFacts(sources: NoteSources): NoteFacts | null {
  const { state, member, shared } = sources
  const { groupId, startedAtMs, endedAtMs } = state
  const person = state.people.find(({ personId }) => personId === member.id)
  if (person === undefined || isFacilitator(person.role)) return null
  if (groupId === null || startedAtMs === null || endedAtMs === null) return null
  return {
    sessionId: sources.sessionId,
    groupId,
    number: state.number,
    clinic: sources.clinic,
    groupName: sources.groupName,
    groupType: state.groupType,
    part2: state.part2,
    modality: sources.modality,
    topic: state.topic,
    zone: startZone(state),
    startedAtMs,
    endedAtMs,
    enteredLateAtMs: state.enteredLateAtMs,
    elapsedMs: state.elapsedMs,
    breakMs: state.time.breakMs,
    member: describeMember(person, member),
    sentences: sources.sentences(person),
    marks: countMarks(state, person),
    checkIns: listCheckIns(state, person, sources.measures),
    followUps: state.followUps
      .filter(({ personId }) => personId === person.personId)
      .map(({ openedAtMs, closed }) => ({ openedAtMs, closedAtMs: closed?.wallMs ?? null })),
    memberCount: state.people.filter((one) => one.role === 'member' && hasCome(one)).length,
    guestCount: state.people.filter((one) => isGuest(one.role) && hasCome(one)).length,
    facilitators: describeFacilitators(sources),
    groupProcess: shared.groupProcess,
    groupPlan: shared.plan,
    homePractice: shared.homePractice,
  }
}

/** Whether somebody led a session. A co-lead who was expected and never came did not. */
export function hasLed(person: PersonProgress): boolean {
  return isLeading(person.role) && (person.role === 'lead' || hasCome(person))
}

function describeMember(
  person: PersonProgress,
  { preferredName, chartId }: NoteSources['member'],
): NoteFacts['member'] {
  const { personId, role, presence, presentMs, breakMs } = person
  return {
    personId,
    name: preferredName,
    chartId,
    role,
    presence,
    hasCome: hasCome(person),
    presentMs,
    breakMs,
  }
}

/** How often somebody was marked with what, in the order of the marks. */
export function countMarks({ marks }: SessionState, { personId }: PersonProgress): NoteFacts['marks'] {
  const own = marks.filter((made) => made.personId === personId)
  return markSchema.options.flatMap((mark) => {
    const count = own.filter((made) => made.mark === mark).length
    return count === 0 ? [] : [{ mark, count }]
  })
}

/** In the clinic's order of measures, each first at the start and then at the end. */
function listCheckIns(
  { checkIns }: SessionState,
  { personId }: PersonProgress,
  measures: readonly Measure[],
): NoteFacts['checkIns'] {
  return measures.flatMap(({ id, name }) =>
    momentSchema.options.flatMap((moment) => {
      const value = numberGiven(checkIns, personId, id, moment)
      return value === undefined ? [] : [{ name, moment, value }]
    }),
  )
}

function describeFacilitators({ state, facilitators, shared }: NoteSources): NoteFacts['facilitators'] {
  return state.people.filter(hasLed).flatMap(({ personId, role }) => {
    const onFile = facilitators.find(({ id }) => id === personId)
    if (onFile === undefined) return []
    const written = shared.interventions.find((entry) => entry.personId === personId)
    const { name, credentials } = onFile
    return [{ personId, name, credentials, role, interventions: written?.text ?? '' }]
  })
}
