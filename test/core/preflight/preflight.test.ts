import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  createOpenWorld,
  definitely,
  emptyShared,
  responseOf,
  startSession,
  type World,
} from '../support/world.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'

let world: World

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

it('tells what the session before left open, to whom, and what they work towards', async () => {
  const { sessionId, groupId, memberIds, leadId, act } = await startSession(world)
  const [ana, ben, cal] = memberIds.map(definitely)
  expect((await world.get('session.preflight', { sessionId })).last).toBeNull()
  const personId = definitely(ana)
  const { log } = await world.get('session.open', { sessionId })
  const events = readLog(log)
  const prepared = definitely(events[0]).body
  const phases = prepared.type === 'session.prepared' ? prepared.phases : []
  const skipped = definitely(phases[3])
  await act({ type: 'skip-phase', phaseId: skipped.id, reason: 'no-time' })
  await act({ type: 'mark', personId, mark: 'risk' })
  await act({ type: 'end' })
  const shared = { ...emptyShared, plan: 'Go on with the list.', homePractice: 'Urge log on three evenings.' }
  await world.get('debrief.save-shared', { sessionId, shared })
  const response = responseOf(personId, { plan: 'an evening class' })
  await world.get('debrief.save-response', { sessionId, response })
  const kept = await world.get('goals.set', { personId, text: 'Sleep at home' })
  const done = await world.get('goals.set', { personId: definitely(ben), text: 'Call my sister' })
  await world.get('goals.change', { goalId: done.goalId, text: 'Call my sister', isOpen: false })
  const next = await world.get('session.prepare', {
    groupId,
    topic: '',
    leadId,
    coLeadIds: [],
    plannedStartMs: null,
  })
  const { last, followUps, goals } = await world.get('session.preflight', { sessionId: next.sessionId })
  expect(last).toMatchObject({
    sessionId,
    plan: shared.plan,
    homePractice: shared.homePractice,
    plans: [{ personId, plan: 'an evening class' }],
    awayIds: [],
  })
  const open = definitely(last).leftOpen
  expect(open.filter(({ isSkipped }) => isSkipped).map(({ phaseId }) => phaseId)).toEqual([skipped.id])
  // The protected close is not among what was never reached.
  expect(open.map(({ phaseId }) => phaseId)).toEqual(
    phases.filter(({ isProtected }, index) => index > 0 && !isProtected).map(({ id }) => id),
  )
  expect(followUps).toMatchObject([{ sessionId, personId, ownerId: leadId }])
  expect(goals).toEqual([
    {
      goalId: kept.goalId,
      personId,
      text: 'Sleep at home',
      isOpen: true,
      parentId: null,
      isSetAside: false,
      isAddressed: false,
    },
  ])
  expect(await world.get('goals.read', { personId: definitely(cal) })).toEqual([])
})

it('refuses goals of nobody and unknown goals', async () => {
  const notFound = { ok: false, error: { code: 'not-found' } }
  const id = crypto.randomUUID()
  expect(await world.ask('goals.set', { personId: id, text: 'Rest' })).toEqual(notFound)
  expect(await world.ask('goals.change', { goalId: id, text: 'Rest', isOpen: true })).toEqual(notFound)
  expect(await world.ask('session.preflight', { sessionId: id })).toEqual(notFound)
})

it('keeps the clinic’s own safety steps, empty until they are written', async () => {
  expect(await world.get('safety.read', {})).toEqual({ text: '' })
  await world.get('safety.save', { text: 'Stay with them.' })
  await world.get('safety.save', { text: 'Stay with them.\nCall the nurse.' })
  expect(await world.get('safety.read', {})).toEqual({ text: 'Stay with them.\nCall the nurse.' })
})
