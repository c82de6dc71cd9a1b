import { afterEach, beforeEach, expect, test } from 'vitest'
import { personIdSchema, sessionIdSchema } from '../../../src/shared/ids.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import {
  createOpenWorld,
  definitely,
  memberDraft,
  passphrase,
  prepareSession,
  type World,
} from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await createOpenWorld()
})
afterEach(() => world.close())

const notFound = { ok: false, error: { code: 'not-found' } }
const stranger = personIdSchema.parse('00000000-0000-4000-8000-0000000000ff')

test('places are kept for the group, and survive a lock', async () => {
  const { sessionId, memberIds, leadId } = await prepareSession(world)
  const [ana, ben] = memberIds.map((personId) => personId)
  const places = [
    { personId: definitely(ana), x: 0.25, y: 1 / 3 },
    { personId: leadId, x: 1, y: 0 },
  ]
  await world.get('seats.place', { sessionId, places })
  await world.get('seats.place', { sessionId, places: [{ personId: definitely(ben), x: 0, y: 1 }] })
  await world.get('vault.lock', {})
  await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
  const kept = await world.get('seats.read', { sessionId })
  expect(kept).toHaveLength(3)
  expect(kept).toEqual(expect.arrayContaining([...places, { personId: ben, x: 0, y: 1 }]))
})

test('moving a seat is no event of the session', async () => {
  const { sessionId, memberIds } = await prepareSession(world)
  const before = await world.get('session.open', { sessionId })
  await world.get('seats.place', {
    sessionId,
    places: [{ personId: definitely(memberIds[0]), x: 0.5, y: 0.5 }],
  })
  expect((await world.get('session.open', { sessionId })).log).toBe(before.log)
})

test('a member who left keeps their place for next time; a reset forgets them all', async () => {
  const { sessionId, groupId, memberIds, leadId } = await prepareSession(world)
  const personId = definitely(memberIds[1])
  await world.get('seats.place', { sessionId, places: [{ personId, x: 0.1, y: 0.2 }] })
  await world.get('roster.withdraw', { groupId, personId })
  const next = await world.get('session.prepare', {
    groupId,
    topic: '',
    leadId,
    coLeadIds: [],
    plannedStartMs: null,
  })
  expect(await world.get('seats.read', next)).toEqual([{ personId, x: 0.1, y: 0.2 }])
  await world.get('seats.reset', next)
  expect(await world.get('seats.read', { sessionId })).toEqual([])
})

test('the next session numbers its seats clockwise as the group sits, newcomers last', async () => {
  const { sessionId, groupId, memberIds, leadId } = await prepareSession(world, 4)
  const [one, two, three, four] = memberIds.map((personId) => personId)
  const at = (personId: typeof one, x: number, y: number) => ({ personId: definitely(personId), x, y })
  await world.get('seats.place', {
    sessionId,
    places: [at(one, 0.9, 0.5), at(two, 0.5, 0.1), at(four, 0.1, 0.5)],
  })
  // This session keeps the numbers that it began with.
  expect(await seatsOf(sessionId)).toEqual([one, two, three, four])
  const { personId: newcomer } = await world.get('roster.create-member', {
    groupId,
    draft: { ...memberDraft, preferredName: 'Newcomer' },
  })
  const input = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  const next = await world.get('session.prepare', input)
  expect(await seatsOf(next.sessionId)).toEqual([four, two, one, three, newcomer])
})

async function seatsOf(sessionId: Parameters<typeof idOf>[0]) {
  const { log } = await world.get('session.open', { sessionId: idOf(sessionId) })
  const events = readLog(log)
  return foldAll(events)
    .people.filter(({ role }) => role === 'member')
    .map(({ personId }) => personId)
}

function idOf(sessionId: string) {
  return sessionIdSchema.parse(sessionId)
}

test('nothing is kept of strangers, of places outside the circle, or of no session', async () => {
  const { sessionId, memberIds } = await prepareSession(world)
  const personId = definitely(memberIds[0])
  const known = { personId, x: 0.5, y: 0.5 }
  const places = [known, { personId: stranger, x: 0.5, y: 0.5 }]
  expect(await world.ask('seats.place', { sessionId, places })).toEqual(notFound)
  expect(await world.get('seats.read', { sessionId })).toEqual([])
  for (const x of [-0.01, 1.01, Number.NaN, Infinity]) {
    const answer = await world.ask('seats.place', { sessionId, places: [{ ...known, x }] })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  }
  const nowhere = { sessionId: sessionIdSchema.parse('00000000-0000-4000-8000-0000000000fe') }
  expect(await world.ask('seats.read', nowhere)).toEqual(notFound)
  expect(await world.ask('seats.place', { ...nowhere, places: [known] })).toEqual(notFound)
  expect(await world.ask('seats.reset', nowhere)).toEqual(notFound)
})
