/* oxlint-disable no-await-in-loop -- one session after the other is the point */
import { afterEach, expect, test } from 'vitest'
import type { GroupId, MeasureId, PersonId, SessionId } from '../../../src/shared/ids.ts'
import type { OutputOf } from '../../../src/shared/ipc/contract.ts'
import type { MemberSession } from '../../../src/shared/ipc/member-calls.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { markSchema, momentSchema } from '../../../src/shared/session/vocabulary.ts'
import { createDice, type Dice } from '../../properties/dice.ts'
import { pick } from '../../properties/hold-session.ts'
import { createOpenWorld, definitely, groupDraft, memberDraft, type World } from '../support/world.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const sessionCount = 18
let world: World | null = null
afterEach(() => world?.close())

interface Clinic {
  readonly world: World
  readonly leadId: PersonId
  readonly groupIds: readonly GroupId[]
  readonly personIds: readonly PersonId[]
  readonly measureIds: readonly MeasureId[]
}

async function openClinic(): Promise<Clinic> {
  world = await createOpenWorld()
  const { facilitators } = await world.get('roster.read', {})
  const { measures } = await world.get('measures.read', {})
  const groupIds: GroupId[] = []
  const personIds: PersonId[] = []
  for (const name of ['Tuesday', 'Process'])
    groupIds.push((await world.get('roster.create-group', { ...groupDraft, name })).groupId)
  for (const preferredName of ['Ana', 'Ben', 'Cal', 'Dee']) {
    const draft = { ...memberDraft, preferredName }
    const { personId } = await world.get('roster.create-member', { groupId: definitely(groupIds[0]), draft })
    await world.get('roster.enrol', { groupId: definitely(groupIds[1]), personId })
    personIds.push(personId)
  }
  const leadId = definitely(facilitators[0]).id
  return { world, leadId, groupIds, personIds, measureIds: measures.map(({ id }) => id).slice(0, 2) }
}

/** What can happen in a room, refused or not. */
function randomAct(dice: Dice, { personIds, measureIds }: Clinic): Command {
  const personId = pick(dice, personIds)
  return pick<Command>(dice, [
    { type: 'give-floor', personId },
    { type: 'give-floor', personId },
    { type: 'release-floor', personId },
    { type: 'mark', personId, mark: pick(dice, markSchema.options) },
    {
      type: 'record-check-in',
      personId,
      moment: pick(dice, momentSchema.options),
      measureId: pick(dice, measureIds),
      value: dice.below(11),
    },
    { type: 'step-out', personId },
    { type: 'return', personId },
    { type: 'leave', personId },
    { type: 'arrive', personId },
    { type: 'pause', kind: dice.oneIn(2) ? 'break' : 'pause' },
    { type: 'resume' },
    { type: 'next-phase' },
    { type: 'undo' },
  ])
}

async function holdSession(clinic: Clinic, dice: Dice): Promise<SessionId> {
  const { world: here, groupIds, leadId, personIds } = clinic
  const groupId = pick(dice, groupIds)
  const plan = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  const { sessionId } = await here.get('session.prepare', plan)
  const tried = (command: Command) => here.ask('session.act', { sessionId, command })
  for (const personId of personIds)
    await tried(
      pick<Command>(dice, [
        { type: 'arrive', personId },
        { type: 'arrive', personId },
        { type: 'excuse', personId },
        { type: 'mark-absent', personId },
      ]),
    )
  if (dice.oneIn(3)) await tried({ type: 'observe', observation: 'sampling' })
  await tried({ type: 'start', end: 'full-length' })
  for (let left = 25; left > 0; left -= 1) {
    here.clock.pass(dice.below(6) * minuteMs)
    await tried(randomAct(dice, clinic))
  }
  await tried({ type: 'resume' })
  await tried({ type: 'end' })
  here.clock.pass((1 + dice.below(5)) * dayMs)
  return sessionId
}

/** What a log says of one person, read and folded here, from what the core serves of the log itself. */
function fromLog(sessionId: SessionId, state: SessionState, personId: PersonId): MemberSession[] {
  const person = state.people.find((one) => one.personId === personId)
  const { groupId, startedAtMs, number, observation } = state
  if (person === undefined || groupId === null || startedAtMs === null || state.endedAtMs === null) return []
  const marks = state.marks.filter((made) => made.personId === personId)
  const given = state.checkIns.filter((one) => one.personId === personId)
  const numberAt = (measureId: MeasureId, moment: 'start' | 'end') =>
    given.find((one) => one.measureId === measureId && one.moment === moment)?.value ?? null
  const { presence, presentMs, breakMs, talkMs, turns, heardIn } = person
  return [
    {
      sessionId,
      groupId,
      number,
      startedAtMs,
      observation,
      wasObserved: state.people.some((one) => (observation === 'floor' ? one.turns : one.heardIn.length) > 0),
      presence,
      presentMs,
      breakMs,
      talkMs,
      turns,
      samplesHeard: heardIn.length,
      marks: [
        ...Map.groupBy(
          marks.toSorted((a, b) => a.seq - b.seq),
          ({ mark }) => mark,
        ),
      ].map(([mark, made]) => ({ mark, count: made.length })),
      checkIns: [...new Set(given.map(({ measureId }) => measureId))].toSorted().map((measureId) => ({
        measureId,
        start: numberAt(measureId, 'start'),
        end: numberAt(measureId, 'end'),
      })),
    },
  ]
}

interface Attended {
  readonly presentMs: number
  readonly breakMs: number
}

// A session that goes on counts to its week too.
function attendedIn(state: SessionState, personId: PersonId): Attended[] {
  return state.startedAtMs === null ? [] : state.people.filter((one) => one.personId === personId)
}

function expectHours(hours: OutputOf<'hours.of-member'>, folded: readonly Attended[]): void {
  type Week = (typeof hours.weeks)[number]
  const weeks = (of: (week: Week) => number) => hours.weeks.reduce((sum, week) => sum + of(week), 0)
  const sessions = (of: (attended: Attended) => number) => folded.reduce((sum, one) => sum + of(one), 0)
  expect(weeks(({ presentMs }) => presentMs)).toBe(sessions(({ presentMs }) => presentMs))
  expect(weeks(({ breakMs }) => breakMs)).toBe(sessions(({ breakMs }) => breakMs))
  expect(weeks(({ countedMs }) => countedMs)).toBe(sessions(({ presentMs, breakMs }) => presentMs - breakMs))
  expect(weeks((week) => week.sessions)).toBe(folded.filter(({ presentMs }) => presentMs > 0).length)
}

test.each([1, 2, 3])(
  'every number on Member equals the sum from the log, whatever happened (seed %i)',
  async (seed) => {
    const clinic = await openClinic()
    const dice = createDice(seed * 7_919)
    const states = new Map<SessionId, SessionState>()
    for (let left = sessionCount; left > 0; left -= 1) {
      const sessionId = await holdSession(clinic, dice)
      const { log } = await clinic.world.get('session.open', { sessionId })
      states.set(sessionId, foldAll(readLog(log)))
    }
    for (const personId of clinic.personIds) {
      const folded = [...states].flatMap(([sessionId, state]) => fromLog(sessionId, state, personId))
      const { sessions } = await clinic.world.get('member.review', { personId })
      expect(folded.length).toBeGreaterThan(sessionCount / 2)
      expect(sessions).toEqual(folded.toSorted((a, b) => a.startedAtMs - b.startedAtMs))
      expectHours(
        await clinic.world.get('hours.of-member', { personId }),
        [...states.values()].flatMap((state) => attendedIn(state, personId)),
      )
    }
  },
)
