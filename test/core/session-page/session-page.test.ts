import { afterEach, beforeEach, expect, it } from 'vitest'
import type { GroupId, PersonId, SessionId } from '../../../src/shared/ids.ts'
import { guardKindSchema } from '../../../src/shared/record/note-kinds.ts'
import { createOpenWorld, groupDraft, memberDraft, type World } from '../support/world.ts'

const unknown = '00000000-0000-4000-8000-000000000009'

let world: World
let groupId: GroupId
let leadId: PersonId
let anaId: PersonId

beforeEach(async () => {
  world = await createOpenWorld()
  groupId = (await world.get('roster.create-group', groupDraft)).groupId
  anaId = (await world.get('roster.create-member', { groupId, draft: memberDraft })).personId
  const { facilitators } = await world.get('roster.read', {})
  leadId = facilitators[0]?.id ?? anaId
})
afterEach(() => world.close())

async function prepare(inGroup = groupId): Promise<SessionId> {
  const wish = { topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  return (await world.get('session.prepare', { groupId: inGroup, ...wish })).sessionId
}

async function hold(inGroup = groupId): Promise<SessionId> {
  const sessionId = await prepare(inGroup)
  await world.get('session.act', { sessionId, command: { type: 'arrive-all' } })
  await world.get('session.act', { sessionId, command: { type: 'start', end: 'full-length' } })
  world.clock.pass(60_000)
  await world.get('session.act', { sessionId, command: { type: 'end' } })
  return sessionId
}

it('names the held sessions of the same group that stand before and after one', async () => {
  const other = await world.get('roster.create-group', { ...groupDraft, name: 'Another' })
  await world.get('roster.enrol', { groupId: other.groupId, personId: anaId })
  const first = await hold()
  await hold(other.groupId)
  const second = await hold()
  const discarded = await prepare()
  await world.get('session.discard', { sessionId: discarded })
  const third = await hold()
  const ahead = await prepare()
  const beside = (sessionId: SessionId) => world.get('session-page.beside', { sessionId })
  expect(await beside(first)).toMatchObject({ previous: null, next: { sessionId: second, number: 2 } })
  expect(await beside(second)).toMatchObject({
    previous: { sessionId: first, number: 1 },
    next: { sessionId: third },
  })
  // What is only prepared was not held.
  expect(await beside(third)).toMatchObject({ previous: { sessionId: second }, next: null })
  expect(await beside(ahead)).toMatchObject({ previous: { sessionId: third }, next: null })
})

it('tells what of the session was disclosed, as it is after corrections, and nothing of other sessions', async () => {
  const [sessionId, otherId] = [await hold(), await hold()]
  await disclose(sessionId)
  await disclose(otherId)
  // Entered by hand, it belongs to no session.
  await world.get('disclosures.enter', { personId: anaId, draft })
  const [wrong] = (await world.get('session-page.beside', { sessionId })).disclosures
  if (wrong === undefined) throw new Error('nothing was disclosed')
  expect(wrong).toMatchObject({ sessionId, personId: anaId, recipient: 'Riverbend' })
  const { disclosureId } = wrong
  await world.get('disclosures.correct', { disclosureId, draft })
  const { disclosures } = await world.get('session-page.beside', { sessionId })
  expect(disclosures).toMatchObject([{ correctsId: disclosureId, recipient: 'Riverbend Primary Care' }])
})

const draft = {
  disclosedOn: '2026-11-01',
  what: 'A summary',
  recipient: 'Riverbend Primary Care',
  purpose: 'care coordination',
  consentReference: 'R-3',
}

async function disclose(sessionId: SessionId): Promise<void> {
  const words = {
    response: 'Named two cues.',
    plan: 'Calls first.',
    format: null,
    namesPhases: true,
    goals: [],
  }
  await world.get('debrief.save-response', { sessionId, response: { personId: anaId, ...words } })
  await world.get('note.sign', { sessionId, personId: anaId, overridden: [...guardKindSchema.options] })
  const consent = { kind: 'disclosure', recipient: 'Riverbend', purpose: 'care', reference: 'R-3' } as const
  await world.get('export.note-bundle', { sessionId, personId: anaId, consent })
}

it('knows no session that there is not', async () => {
  const answer = await world.ask('session-page.beside', { sessionId: unknown })
  expect(answer).toEqual({ ok: false, error: { code: 'not-found' } })
})
