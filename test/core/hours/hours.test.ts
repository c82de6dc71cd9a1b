/* oxlint-disable no-await-in-loop -- one session after the other is the point */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultCareRules } from '../../../src/shared/care/care-rules.ts'
import type { PersonId, SessionId } from '../../../src/shared/ids.ts'
import type { HoursOfMember } from '../../../src/shared/ipc/hours-calls.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import {
  createOpenWorld,
  definitely,
  groupDraft,
  memberDraft,
  prepareSession,
  type World,
} from '../support/world.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

let world: World
beforeEach(async () => {
  world = await createOpenWorld()
})
afterEach(() => world.close())

/** What happens in one session: how long before it, who comes, and its steps with the minutes that each takes. */
const sessionArbitrary = fc.record({
  hoursBefore: fc.integer({ min: 1, max: 400 }),
  comeIndexes: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1 }),
  steps: fc.array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 40 }),
      what: fc.constantFrom('pause', 'break', 'resume', 'step-out', 'leave', 'return', 'next', 'undo'),
      index: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 14 },
  ),
})

function commandOf(what: string, personId: PersonId): Command {
  switch (what) {
    case 'pause':
    case 'break':
      return { type: 'pause', kind: what }
    case 'resume':
      return { type: 'resume' }
    case 'leave':
      return { type: 'leave', personId }
    case 'step-out':
      return { type: 'step-out', personId }
    case 'return':
      return { type: 'return', personId }
    case 'next':
      return { type: 'next-phase' }
    default:
      return { type: 'undo' }
  }
}

/** The Monday of an instant's week in Chicago, by other means than the program's. */
function mondayOf(wallMs: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'America/Chicago',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(wallMs)
  const noon = new Date(`${parts}T12:00:00Z`)
  const back = (noon.getUTCDay() + 6) % 7
  return new Date(noon.getTime() - back * dayMs).toISOString().slice(0, 10)
}

/** Somebody's minutes by week, from the logs alone. */
async function foldedByWeek(sessionIds: readonly SessionId[], personId: PersonId) {
  const weeks = new Map<string, { presentMs: number; breakMs: number }>()
  for (const sessionId of sessionIds) {
    const state = foldAll(readLog((await world.get('session.open', { sessionId })).log))
    const person = definitely(state.people.find((one) => one.personId === personId))
    if (state.startedAtMs === null) continue
    const week = mondayOf(state.startedAtMs)
    const sum = weeks.get(week) ?? { presentMs: 0, breakMs: 0 }
    weeks.set(week, { presentMs: sum.presentMs + person.presentMs, breakMs: sum.breakMs + person.breakMs })
  }
  return weeks
}

test('a member’s hours of every week are the sum of the logs, after any history', async () => {
  const { groupId, memberIds, leadId, sessionId } = await prepareSession(world, 4)
  await world.get('session.discard', { sessionId })
  const held: SessionId[] = []
  await fc.assert(
    fc.asyncProperty(fc.array(sessionArbitrary, { minLength: 1, maxLength: 4 }), async (sessions) => {
      for (const { hoursBefore, comeIndexes, steps } of sessions) {
        world.clock.pass(hoursBefore * hourMs)
        // What goes on is counted up to its last event: the last session of a history stays open.
        const last = held.at(-1)
        if (last !== undefined) await world.ask('session.act', { sessionId: last, command: { type: 'end' } })
        const input = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
        const prepared = await world.get('session.prepare', input)
        held.push(prepared.sessionId)
        // What does not fit is refused, and changes nothing.
        const act = (command: Command) => world.ask('session.act', { ...prepared, command })
        for (const index of comeIndexes) await act({ type: 'arrive', personId: definitely(memberIds[index]) })
        await act({ type: 'start', end: 'full-length' })
        for (const { minutes, what, index } of steps) {
          world.clock.pass(minutes * minuteMs + 137)
          await act(commandOf(what, definitely(memberIds[index])))
        }
      }
      for (const personId of memberIds) {
        const { weeks } = await world.get('hours.of-member', { personId })
        const expected = await foldedByWeek(held, personId)
        const shown = weeks.filter(({ startsOn }) => expected.has(startsOn))
        expect(
          new Map(shown.map(({ startsOn, presentMs, breakMs }) => [startsOn, { presentMs, breakMs }])),
        ).toEqual(expected)
        const others = weeks.filter(({ startsOn }) => !expected.has(startsOn))
        expect(others.every(({ presentMs, breakMs }) => presentMs === 0 && breakMs === 0)).toBe(true)
        expect(weeks.every((week) => week.countedMs === week.presentMs - week.breakMs)).toBe(true)
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
})

/** A group that meets on three evenings, and one member of it; it is Monday noon. */
async function iop(names: readonly string[]) {
  // The clock begins on a Tuesday at noon.
  world.clock.pass(6 * dayMs)
  const { groupId } = await world.get('roster.create-group', {
    ...groupDraft,
    type: 'iop-evening',
    lengthMinutes: 180,
    schedule: [1, 3, 5].map((weekday) => ({ weekday, time: '18:00' })),
  })
  const personIds: PersonId[] = []
  for (const preferredName of names) {
    const draft = { ...memberDraft, preferredName }
    personIds.push((await world.get('roster.create-member', { groupId, draft })).personId)
  }
  const { facilitators } = await world.get('roster.read', {})
  return { groupId, personIds, leadId: definitely(facilitators[0]).id }
}

async function thisWeek(personId: PersonId): Promise<HoursOfMember['projection']> {
  return (await world.get('hours.of-member', { personId })).projection
}

test('the current week is projected from what is attended and what the groups have planned', async () => {
  const { groupId, personIds, leadId } = await iop(['Ana', 'Ben'])
  const [ana, ben] = [definitely(personIds[0]), definitely(personIds[1])]
  world.clock.pass(7 * dayMs)
  expect(await thisWeek(ana)).toMatchObject({ attendedMs: 0, plannedMs: 480 * minuteMs, toFindMs: hourMs })
  world.clock.pass(6 * hourMs)
  const plannedStartMs = world.clock.read().wallMs
  const session = await world.get('session.prepare', {
    groupId,
    topic: '',
    leadId,
    coLeadIds: [],
    plannedStartMs,
  })
  const act = (command: Command) => world.get('session.act', { ...session, command })
  await act({ type: 'arrive', personId: ana })
  await act({ type: 'excuse', personId: ben })
  await act({ type: 'start', end: 'full-length' })
  expect(await thisWeek(ben)).toMatchObject({ attendedMs: 0, plannedMs: 320 * minuteMs })
  world.clock.pass(60 * minuteMs)
  await act({ type: 'next-phase' })
  expect(await thisWeek(ana)).toMatchObject({ attendedMs: hourMs, plannedMs: (100 + 320) * minuteMs })
  world.clock.pass(60 * minuteMs)
  await act({ type: 'end' })
  const projection = await thisWeek(ana)
  expect(projection.expectedMs).toBe(projection.attendedMs + 320 * minuteMs)
})

test('who is short of their hours is told A to Z, without the exempt and the newly enrolled', async () => {
  const { groupId, personIds } = await iop(['Zoe', 'Ana', 'Émile', 'Kim', 'Lou'])
  const [zoe, ana, emile, kim, lou] = personIds.map(definitely)
  world.clock.pass(8 * dayMs)
  const today = '2026-12-08'
  const enter = (personId: PersonId, act: Parameters<typeof world.get<'care.enter'>>[1]['act']) =>
    world.get('care.enter', { personId, act })
  await enter(definitely(kim), { kind: 'exempted', day: today, reviewOn: '2026-12-14', reason: 'Surgery' })
  await enter(definitely(lou), { kind: 'counted-as', day: today, ageGroup: 'adolescent', reason: '' })
  await enter(definitely(lou), { kind: 'individual-work', day: today, minutes: 40, reason: 'Grief' })
  await enter(definitely(emile), { kind: 'individual-work', day: today, minutes: 50, reason: 'Grief' })
  await world.get('roster.create-member', { groupId, draft: { ...memberDraft, preferredName: 'New' } })
  const short = await world.get('hours.short', {})
  expect(short.endsOn).toBe('2026-12-13')
  expect(short.people.map(({ personId, toFindMs }) => [personId, toFindMs / minuteMs])).toEqual([
    [ana, 220],
    [emile, 170],
    [zoe, 220],
  ])
  await world.get('care-rules.change', { ...defaultCareRules, adultMinutes: 320 })
  expect((await world.get('hours.short', {})).people).toEqual([])
})

test('hours are asked of nobody who is in groups beside the program alone', async () => {
  const { groupId, personIds, leadId } = await iop(['Ana'])
  const ana = definitely(personIds[0])
  const support = { ...groupDraft, name: 'Alumni', type: 'support' as const, countsHours: false }
  const { groupId: besideId } = await world.get('roster.create-group', support)
  await world.get('roster.enrol', { groupId: besideId, personId: ana })
  world.clock.pass(7 * dayMs)
  // Nothing that is planned beside the program counts, and no minute that is spent there.
  expect((await thisWeek(ana)).planned.map((one) => [one.groupId === besideId, one.countedMs > 0])).toEqual([
    [false, true],
    [true, false],
    [false, true],
    [false, true],
  ])
  const input = { groupId: besideId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  const session = await world.get('session.prepare', input)
  const act = (command: Command) => world.get('session.act', { ...session, command })
  await act({ type: 'arrive', personId: ana })
  await act({ type: 'start', end: 'full-length' })
  world.clock.pass(hourMs)
  await act({ type: 'end' })
  const read = async () => (await world.get('hours.of-member', { personId: ana })).weeks.at(-1)
  expect(await read()).toMatchObject({ presentMs: hourMs, besideMs: hourMs, countedMs: 0, status: 'open' })
  expect((await world.get('hours.short', {})).people).toHaveLength(1)
  await world.get('roster.withdraw', { groupId, personId: ana })
  world.clock.pass(7 * dayMs)
  expect(await read()).toMatchObject({ status: 'beside', targetMs: 0 })
  expect(await thisWeek(ana)).toMatchObject({ targetMs: 0, toFindMs: 0 })
  expect((await world.get('hours.short', {})).people).toEqual([])
  // A group that comes into the program counts with all that was.
  await world.get('roster.change-group', { groupId: besideId, draft: { ...support, countsHours: true } })
  const weeks = (await world.get('hours.of-member', { personId: ana })).weeks
  expect(weeks.at(-2)).toMatchObject({ besideMs: 0, countedMs: hourMs })
  expect((await world.get('hours.short', {})).people).toHaveLength(1)
})

test('nobody has hours who is no member', async () => {
  const { facilitators } = await world.get('roster.read', {})
  const personId = definitely(facilitators[0]).id
  expect(await world.ask('hours.of-member', { personId })).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
})
