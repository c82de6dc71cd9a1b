import type { PersonId } from '../../src/shared/ids.ts'
import { nextOf } from '../../src/shared/session/decision.ts'
import type { Attendee } from '../../src/shared/session/events.ts'
import { hasCome } from '../../src/shared/record/member-facts.ts'
import { markSchema } from '../../src/shared/session/vocabulary.ts'
import type { Chance } from './chance.ts'
import type { Clinic, GrownGroup, GrownMember } from './clinic.ts'
import type { Scribe } from './scribe.ts'
import { writePrivate, writeRecord, writeTopic } from './words.ts'

const minuteMs = 60_000
const earlyMs = 20 * minuteMs
/** As shares of a session's time: how often something is tapped or written in ninety minutes. */
const turnsPerHour = 19.6
const notesPerHour = 12.5
const privatePerHour = 6.3
const marksPerHour = 4.5

const calmMarks = markSchema.options.filter((mark) => mark !== 'risk')

interface Holding {
  readonly clinic: Clinic
  readonly group: GrownGroup
  readonly members: readonly GrownMember[]
  readonly scribe: Scribe
}

/** Prepares a session of a group as the console does twenty minutes before it begins. */
export function prepareSession(holding: Holding, number: number, plannedStartMs: number): void {
  const { clinic, group, members, scribe } = holding
  const { author, leads, chance } = clinic
  const other = chance.happens(0.5) ? chance.one(leads) : null
  const leadsHere =
    other !== null && chance.happens(0.3) ? [other, author] : [author, ...(other === null ? [] : [other])]
  const attendees: Attendee[] = [
    ...leadsHere.map(({ id }, index) => ({
      personId: id,
      role: index === 0 ? ('lead' as const) : ('co-lead' as const),
      hasAgreed: true,
    })),
    ...members.map(({ member, hasAgreed }) => ({ personId: member.id, role: member.role, hasAgreed })),
  ]
  scribe.act({
    type: 'prepare',
    groupId: group.groupId,
    number,
    groupType: group.type,
    part2: group.part2,
    topic: writeTopic(chance),
    lengthMinutes: group.lengthMinutes,
    plannedStartMs,
    phases: [...group.phases],
    attendees,
  })
}

/** Holds a prepared session from the first arrival to its close. */
export function holdSession(holding: Holding, plannedStartMs: number): void {
  const { clinic, scribe } = holding
  const { chance } = clinic
  scribe.pass(earlyMs - 5 * minuteMs)
  const late = greet(holding)
  scribe.setTime(plannedStartMs + chance.between(0, 4) * minuteMs)
  // An agenda that cannot be shortened is run in full, as a facilitator would.
  if (!scribe.try({ type: 'start', end: 'as-scheduled' })) scribe.act({ type: 'start', end: 'full-length' })
  if (chance.happens(0.06)) scribe.act({ type: 'observe', observation: 'sampling' })
  askNumbers(holding, 'start')
  let phases = 0
  do {
    if (phases === 1) for (const personId of late) scribe.try({ type: 'arrive', personId })
    runPhase(holding)
    phases += 1
  } while (nextOf(scribe.state()) !== undefined && scribe.try({ type: 'next-phase' }))
  askNumbers(holding, 'end')
  scribe.act({ type: 'end' })
}

/** Who is here at the beginning; answers those who are on their way. */
function greet({ clinic, members, scribe }: Holding): PersonId[] {
  const { chance } = clinic
  const late: PersonId[] = []
  for (const { member } of members) {
    const personId = member.id
    if (chance.happens(0.84)) scribe.act({ type: 'arrive', personId })
    else if (chance.happens(0.45)) late.push(personId)
    else if (chance.happens(0.6))
      scribe.act({ type: chance.happens(0.85) ? 'excuse' : 'substitute', personId })
    scribe.pass(chance.between(2, 20) * 1_000)
  }
  if (members.length > 0 && late.length === members.length) scribe.act({ type: 'arrive-all' })
  return late
}

function askNumbers({ clinic, group, scribe }: Holding, moment: 'start' | 'end'): void {
  const { chance } = clinic
  for (const { personId, role } of scribe.state().people.filter(hasCome)) {
    if (role !== 'member' || chance.happens(0.12)) continue
    for (const measureId of group.measureIds) {
      // Most are a little better off at the end than at the beginning.
      const value = Math.min(10, chance.between(1, 8) + (moment === 'end' ? chance.between(0, 2) : 0))
      scribe.try({ type: 'record-check-in', personId, moment, measureId, value })
      scribe.pass(chance.between(2, 6) * 1_000)
    }
  }
}

function runPhase(holding: Holding): void {
  const { clinic, scribe } = holding
  const { chance } = clinic
  const { phases, currentPhaseId } = scribe.state()
  const phase = phases.find(({ id }) => id === currentPhaseId)
  if (phase === undefined) throw new Error('no phase runs')
  const lengthMs = phase.minutes * minuteMs * (0.85 + chance.share() * 0.3)
  const hours = lengthMs / (60 * minuteMs)
  if (phase.kind === 'break') {
    scribe.pass(lengthMs)
    return
  }
  const doings = [
    ...repeated(chance, hours * turnsPerHour, takeTurn),
    ...repeated(chance, hours * notesPerHour, takeNote),
    ...repeated(chance, hours * privatePerHour, keepPrivate),
    ...repeated(chance, hours * marksPerHour, makeMark),
    ...repeated(chance, hours * 0.4, stepOut),
  ]
  const stepMs = lengthMs / (doings.length + 1)
  for (let left = doings.length; left > 0; left -= 1) {
    const [doing] = doings.splice(chance.below(left), 1)
    const spentMs = doing?.(holding, stepMs) ?? 0
    scribe.pass(Math.max(0, stepMs - spentMs))
  }
}

/** Answers how much of the time it took. */
type Doing = (holding: Holding, stepMs: number) => number

function repeated(chance: Chance, expected: number, doing: Doing): Doing[] {
  const count = Math.floor(expected) + (chance.happens(expected % 1) ? 1 : 0)
  return Array.from({ length: count }, () => doing)
}

function takeTurn({ clinic, scribe }: Holding, stepMs: number): number {
  const personId = somebody(scribe, clinic.chance)
  if (personId === null || !scribe.try({ type: 'give-floor', personId })) return 0
  const talkMs = Math.round(stepMs * (0.2 + clinic.chance.share() * 0.6))
  scribe.pass(talkMs)
  scribe.try({ type: 'release-floor', personId })
  return talkMs
}

function takeNote({ clinic, members, scribe }: Holding): number {
  const { chance } = clinic
  const about = members.length === 0 ? undefined : chance.one(members)
  const text = writeRecord(chance, chance.between(1, 2), about?.language)
  scribe.recordNote(
    chance.happens(0.3) && about !== undefined ? `@${about.member.preferredName}: ${text}` : text,
  )
  return 0
}

function keepPrivate({ clinic, scribe }: Holding): number {
  scribe.keepPrivateNote(writePrivate(clinic.chance))
  return 0
}

function makeMark({ clinic, scribe }: Holding): number {
  const { chance } = clinic
  const personId = somebody(scribe, chance)
  const mark = chance.happens(0.008) ? 'risk' : chance.one(calmMarks)
  if (personId !== null && scribe.try({ type: 'mark', personId, mark }) && chance.happens(0.03))
    scribe.try({ type: 'undo' })
  return 0
}

function stepOut({ clinic, scribe }: Holding, stepMs: number): number {
  const personId = somebody(scribe, clinic.chance)
  if (personId === null || !scribe.try({ type: 'step-out', personId })) return 0
  scribe.pass(stepMs / 2)
  scribe.try({ type: clinic.chance.happens(0.85) ? 'return' : 'leave', personId })
  return stepMs / 2
}

/** A member who is in the room; null while none is. */
function somebody(scribe: Scribe, chance: Chance): PersonId | null {
  const present = scribe
    .state()
    .people.filter(({ role, presence }) => role === 'member' && presence === 'present')
  return present.length === 0 ? null : chance.one(present).personId
}
