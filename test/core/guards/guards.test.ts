import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { PersonId } from '../../../src/shared/ids.ts'
import {
  createOpenWorld,
  definitely,
  emptyShared,
  memberDraft,
  prepareSession,
  responseOf,
  type Prepared,
  type World,
} from '../support/world.ts'

let world: World
let session: Prepared
let ida: PersonId
let ben: PersonId
let will: PersonId

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

beforeEach(async () => {
  session = await prepareSession(world)
  const names = ['Ida Brandvold', 'Ben Farrow', 'Will Tanaka']
  for (const [index, personId] of session.memberIds.entries()) {
    const preferredName = definitely(names[index])
    const initials = preferredName.replaceAll(/[^A-Z]/gu, '')
    await world.get('roster.change-member', { personId, draft: { ...memberDraft, preferredName, initials } })
  }
  const [first, second, third] = session.memberIds
  ida = definitely(first)
  ben = definitely(second)
  will = definitely(third)
  await session.act({ type: 'arrive-all' })
  await session.act({ type: 'start', end: 'full-length' })
  world.clock.pass(3_600_000)
})

const check = (personId = ida) => world.get('note.check', { sessionId: session.sessionId, personId })
const save = (response: ReturnType<typeof responseOf>) =>
  world.get('debrief.save-response', { sessionId: session.sessionId, response })
const keep = (text: string) => world.get('session.keep-private-note', { sessionId: session.sessionId, text })

async function askedAbout(personId: PersonId, guard: string) {
  return (await check(personId)).filter((finding) => finding.guard === guard)
}

it('needs a member of a session that has ended', async () => {
  const { sessionId, leadId } = session
  const ask = (personId: PersonId) => world.ask('note.check', { sessionId, personId })
  expect(await ask(ida)).toEqual({ ok: false, error: { code: 'not-closed' } })
  await session.act({ type: 'end' })
  expect(await ask(leadId)).toEqual({ ok: false, error: { code: 'not-found' } })
})

it('finds others in every text of the draft on the disk, and never the member or who leads', async () => {
  await session.act({ type: 'set-topic', topic: 'With Ben' })
  await session.act({ type: 'end' })
  await world.get('roster.set-aliases', { personId: ben, aliases: ['Benno', '312 555 0142'] })
  await world.get('debrief.save-shared', {
    sessionId: session.sessionId,
    shared: {
      ...emptyShared,
      interventions: [{ personId: session.leadId, text: 'Dana Reyes asked WT to wait.' }],
      groupProcess: 'Benno joked.',
      plan: 'Will call.',
      homePractice: 'Text 555-0142.',
    },
  })
  await save(responseOf(ida, { response: 'Ida told Will so.', plan: 'Sit with Benjamin.' }))
  const named = await askedAbout(ida, 'names')
  expect(named.map((finding) => ('words' in finding ? [finding.place.field, finding.words] : []))).toEqual([
    ['topic', 'Ben'],
    ['interventions', 'WT'],
    ['group-process', 'Benno'],
    ['home-practice', '555-0142'],
    ['response', 'Will'],
    ['plan', 'Benjamin'],
  ])
  expect(await askedAbout(will, 'names')).toHaveLength(3)
})

it('shows sentences of other drafts, and of the last three signed notes', async () => {
  const sentence = 'She named two triggers and a plan for Friday.'
  await session.act({ type: 'end' })
  await save(responseOf(ida, { response: sentence }))
  await save(responseOf(ben, { plan: 'He named two triggers and a plan for Friday.' }))
  expect(await askedAbout(ida, 'copied')).toMatchObject([
    { sentence, source: { from: 'another-note', personId: ben } },
  ])
  const overridden = ['names', 'copied', 'judgement', 'missing', 'private-only'] as const
  await world.get('note.sign', { sessionId: session.sessionId, personId: ida, overridden: [...overridden] })
  const { groupId, leadId } = session
  const prepare = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  const { sessionId } = await world.get('session.prepare', prepare)
  for (const command of [
    { type: 'arrive-all' },
    { type: 'start', end: 'full-length' },
    { type: 'end' },
  ] as const)
    await world.get('session.act', { sessionId, command })
  await world.get('debrief.save-response', { sessionId, response: responseOf(ida, { response: sentence }) })
  const later = await world.get('note.check', { sessionId, personId: ida })
  expect(later.filter(({ guard }) => guard === 'copied')).toMatchObject([
    { source: { from: 'earlier-note', number: 1, groupName: null }, original: { text: sentence, start: 0 } },
  ])
})

it('asks for what the clinic requires', async () => {
  await session.act({ type: 'mark', personId: ida, mark: 'risk' })
  await session.act({ type: 'end' })
  expect(await askedAbout(ida, 'missing')).toEqual(
    ['interventions', 'response', 'goal', 'plan', 'risk-follow-up'].map((element) => ({
      guard: 'missing',
      element,
    })),
  )
  const rules = await world.get('record-rules.read', {})
  await world.get('record-rules.change', { ...rules, required: ['goal'] })
  const { goalId } = await world.get('goals.set', { personId: ida, text: 'Sleep at home' })
  await save(responseOf(ida, { goals: [{ goalId, progress: 'Slept five nights at home.' }] }))
  expect(await askedAbout(ida, 'missing')).toEqual([])
  await world.get('record-rules.change', rules)
})

it('says which element stands in a private note alone, and not a word of it', async () => {
  await keep('Ida looked pale. Sertraline was raised to 100 mg, heron.')
  await keep('Ida: UDS positive, heron.')
  await session.act({ type: 'undo' })
  await session.act({ type: 'end' })
  expect(await askedAbout(ida, 'private-only')).toEqual([{ guard: 'private-only', element: 'medication' }])
  expect(await askedAbout(ben, 'private-only')).toEqual([])
  expect(JSON.stringify([await check(), world.pushed])).not.toContain('heron')
  await save(responseOf(ida, { response: 'Reported that her dose of sertraline was raised.' }))
  expect(await askedAbout(ida, 'private-only')).toEqual([])
})

it('is what signing asks', async () => {
  await session.act({ type: 'end' })
  await save(responseOf(ida, { response: 'Thanked Ben.' }))
  const sign = (overridden: ('names' | 'missing')[]) =>
    world.ask('note.sign', { sessionId: session.sessionId, personId: ida, overridden })
  expect(await sign(['missing'])).toEqual({ ok: false, error: { code: 'refused', refusal: 'guards-open' } })
  expect(await sign(['names', 'missing'])).toMatchObject({
    ok: true,
    value: [{ body: { type: 'note.signed', overridden: ['names', 'missing'] } }],
  })
})
