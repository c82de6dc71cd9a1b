import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SessionId } from '../../../src/shared/ids.ts'
import type { Modality } from '../../../src/shared/session/vocabulary.ts'
import {
  createOpenWorld,
  definitely,
  groupDraft,
  prepareSession,
  type Prepared,
  type World,
} from '../support/world.ts'

let world: World
let session: Prepared

beforeEach(async () => {
  world = await createOpenWorld()
  session = await prepareSession(world, 1)
})

afterEach(() => world.close())

const meet = (modality: Modality) =>
  world.get('roster.change-group', {
    groupId: session.groupId,
    draft: { ...groupDraft, name: 'Evening group', modality },
  })
const hold = async (sessionId: SessionId = session.sessionId) => {
  for (const command of [
    { type: 'arrive-all' },
    { type: 'start', end: 'full-length' },
    { type: 'end' },
  ] as const)
    await world.get('session.act', { sessionId, command })
}
const held = async (sessionId: SessionId = session.sessionId) =>
  (await world.get('debrief.read', { sessionId })).modality
const signed = async () => {
  const { sessionId, memberIds } = session
  const overridden = ['names', 'copied', 'judgement', 'missing', 'private-only'] as const
  await world.get('note.sign', {
    sessionId,
    personId: definitely(memberIds[0]),
    overridden: [...overridden],
  })
}
const signedAs = async () => (await world.get('note.list', { sessionId: session.sessionId }))[0]?.text

it('is the group’s when a session is prepared, and follows it until the session begins', async () => {
  await meet('video')
  await hold()
  expect(await held()).toBe('video')
  await meet('phone')
  expect(await held()).toBe('video')
  const { groupId, leadId } = session
  const prepare = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  const { sessionId } = await world.get('session.prepare', prepare)
  await hold(sessionId)
  expect(await held(sessionId)).toBe('phone')
})

it('can be said otherwise at the debrief, and goes into what is signed from then on', async () => {
  const { sessionId } = session
  const change = { sessionId, modality: 'hybrid' } as const
  expect(await world.ask('debrief.set-modality', change)).toEqual({
    ok: false,
    error: { code: 'not-closed' },
  })
  await hold()
  expect(await held()).toBe('in-person')
  await world.get('debrief.set-modality', change)
  await signed()
  expect(await signedAs()).toMatchObject({ facts: { modality: 'hybrid' } })
  await world.get('debrief.set-modality', { sessionId, modality: 'phone' })
  expect(await held()).toBe('phone')
  expect(await signedAs()).toMatchObject({ facts: { modality: 'hybrid' } })
})
