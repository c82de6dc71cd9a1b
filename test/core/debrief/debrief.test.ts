import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  createOpenWorld,
  definitely,
  emptyShared,
  responseOf,
  startSession,
  type Prepared,
  type World,
} from '../support/world.ts'

let world: World
let session: Prepared

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

beforeEach(async () => {
  session = await startSession(world, 2)
  world.clock.pass(3_600_000)
})

const shared = {
  interventions: [],
  groupProcess: 'The group named evenings.',
  plan: 'Three calls.',
  homePractice: 'An urge log.',
}

it('is written after the session, not during it', async () => {
  const { sessionId } = session
  const response = responseOf(definitely(session.memberIds[0]), { response: 'Spoke.' })
  const notClosed = { ok: false, error: { code: 'not-closed' } }
  expect(await world.ask('debrief.read', { sessionId })).toEqual(notClosed)
  expect(await world.ask('debrief.save-shared', { sessionId, shared })).toEqual(notClosed)
  expect(await world.ask('debrief.save-response', { sessionId, response })).toEqual(notClosed)
  expect(await world.ask('debrief.read', { sessionId: crypto.randomUUID() })).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
  await session.act({ type: 'end' })
})

it('begins with a row for each person and no word in any', async () => {
  await session.act({ type: 'end' })
  expect(await world.get('debrief.read', { sessionId: session.sessionId })).toMatchObject({
    shared: { ...emptyShared, interventions: [{ personId: session.leadId, text: '' }] },
    responses: session.memberIds.map((personId) => responseOf(personId)),
    amendments: [],
  })
})

it('keeps what was written, and the last version of it', async () => {
  await session.act({ type: 'end' })
  const { sessionId, leadId } = session
  const interventions = [{ personId: leadId, text: 'Reflected, summarised.' }]
  await world.get('debrief.save-shared', { sessionId, shared })
  await world.get('debrief.save-shared', { sessionId, shared: { ...shared, interventions } })
  const [ana, ben] = session.memberIds
  const { goalId } = await world.get('goals.set', { personId: definitely(ana), text: 'Sleep at home' })
  const response = responseOf(definitely(ana), {
    response: 'Named a plan. 🌱',
    plan: 'Call Ben.',
    format: 'SOAP',
    goals: [{ goalId, progress: 'Two nights.' }],
  })
  await world.get('debrief.save-response', { sessionId, response: { ...response, response: 'Draft' } })
  await world.get('debrief.save-response', { sessionId, response })
  expect(await world.get('debrief.read', { sessionId })).toMatchObject({
    shared: { ...shared, interventions },
    responses: [response, responseOf(definitely(ben))],
    amendments: [],
  })
})

it('counts as written what has a word in it', async () => {
  await session.act({ type: 'end' })
  const { sessionId } = session
  const [ana, ben] = session.memberIds
  const save = (personId: typeof ana, response: string) =>
    world.get('debrief.save-response', {
      sessionId,
      response: responseOf(definitely(personId), { response }),
    })
  await save(ana, 'Spoke of Friday.')
  await save(ben, ' \n\u00a0')
  const count = async () =>
    (await world.get('session.current', {})).find((row) => row.sessionId === sessionId)?.writtenCount
  expect(await count()).toBe(1)
  await save(ana, '')
  expect(await count()).toBe(0)
})

it('is about who was in the circle', async () => {
  await session.act({ type: 'end' })
  const { sessionId, leadId } = session
  const notFound = { ok: false, error: { code: 'not-found' } }
  const response = responseOf(leadId, { response: 'A facilitator has no chart.' })
  const interventions = [{ personId: definitely(session.memberIds[0]), text: 'Members do not intervene.' }]
  expect(await world.ask('debrief.save-response', { sessionId, response })).toEqual(notFound)
  expect(await world.ask('debrief.save-shared', { sessionId, shared: { ...shared, interventions } })).toEqual(
    notFound,
  )
})

it('links goals of the member alone, each once and in their order', async () => {
  await session.act({ type: 'end' })
  const { sessionId } = session
  const [ana, ben] = session.memberIds.map(definitely)
  const personId = definitely(ana)
  const set = async (of: typeof personId, text: string) =>
    (await world.get('goals.set', { personId: of, text })).goalId
  const [first, second, foreign] = [
    await set(personId, 'Sleep at home'),
    await set(personId, 'Call my sister'),
    await set(definitely(ben), 'Rest'),
  ]
  const save = (...goals: { goalId: typeof first; progress: string }[]) =>
    world.ask('debrief.save-response', { sessionId, response: responseOf(personId, { goals }) })
  expect(await save({ goalId: foreign, progress: '' })).toEqual({ ok: false, error: { code: 'not-found' } })
  expect(await save({ goalId: second, progress: '' }, { goalId: first, progress: '' })).toMatchObject({
    ok: true,
  })
  await save(
    { goalId: second, progress: 'Not yet.' },
    { goalId: first, progress: '' },
    { goalId: second, progress: 'Twice.' },
  )
  const { responses } = await world.get('debrief.read', { sessionId })
  expect(responses[0]?.goals).toEqual([
    { goalId: second, progress: 'Twice.' },
    { goalId: first, progress: '' },
  ])
  await save()
  expect((await world.get('debrief.read', { sessionId })).responses[0]?.goals).toEqual([])
})
