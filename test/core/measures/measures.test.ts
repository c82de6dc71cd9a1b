/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupTypeSchema } from '../../../src/shared/agenda/group-type.ts'
import { groupIdSchema, measureIdSchema, type MeasureId, type SessionId } from '../../../src/shared/ids.ts'
import { maxAskedMeasures, proposedMeasures } from '../../../src/shared/measures/measure.ts'
import {
  createOpenWorld,
  definitely,
  passphrase,
  prepareSession,
  startSession,
  type Prepared,
  type World,
} from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

const failure = (code: string) => ({ ok: false, error: { code } })
const unknown = '00000000-0000-4000-8000-000000000000'
const read = () => world.get('measures.read', {})
const named = async (name: string) => definitely((await read()).measures.find((one) => one.name === name))

async function askedOf(groupId: Prepared['groupId']): Promise<readonly MeasureId[]> {
  return (await read()).asked.find((one) => one.groupId === groupId)?.measureIds ?? []
}

describe('measures', () => {
  it('that come with the console are those that groups are proposed, and cannot be changed', async () => {
    const { measures } = await read()
    const builtIn = measures.filter(({ isBuiltIn }) => isBuiltIn)
    expect(builtIn.map(({ name }) => name)).toEqual(['Mood', 'Craving', 'Safety', 'Sleep', 'Energy'])
    const ids = new Set(builtIn.map(({ id }) => id))
    for (const type of groupTypeSchema.options)
      expect(proposedMeasures(type).every((id) => ids.has(id))).toBe(true)
    const measureId = (await named('Craving')).id
    const draft = { name: 'Urge', better: 'lower' } as const
    expect(await world.ask('measures.change', { measureId, draft })).toEqual(failure('not-allowed'))
    expect(await world.ask('measures.retire', { measureId, isRetired: true })).toEqual(failure('not-allowed'))
  })

  it('of the clinic’s own can be added, renamed, retired and used again', async () => {
    const { measureId } = await world.get('measures.create', { name: ' Hope ', better: 'higher' })
    expect(await named('Hope')).toEqual({
      id: measureId,
      name: 'Hope',
      better: 'higher',
      isBuiltIn: false,
      isRetired: false,
    })
    await world.get('measures.change', { measureId, draft: { name: 'Trust', better: 'neither' } })
    await world.get('measures.retire', { measureId, isRetired: true })
    expect(await named('Trust')).toMatchObject({ better: 'neither', isRetired: true })
    await world.get('measures.retire', { measureId, isRetired: false })
    expect(await named('Trust')).toMatchObject({ isRetired: false })
  })

  it('each have their own name, whatever its case', async () => {
    expect(await world.ask('measures.create', { name: 'MOOD', better: 'higher' })).toEqual(
      failure('name-taken'),
    )
    const { measureId } = await world.get('measures.create', { name: 'Calm', better: 'higher' })
    const draft = { name: 'craving', better: 'lower' } as const
    expect(await world.ask('measures.change', { measureId, draft })).toEqual(failure('name-taken'))
    await world.get('measures.change', { measureId, draft: { name: 'CALM', better: 'higher' } })
    expect(await world.ask('measures.create', { name: '  ', better: 'higher' })).toMatchObject(
      failure('bad-input'),
    )
    expect(await world.ask('measures.create', { name: 'x'.repeat(25), better: 'higher' })).toMatchObject(
      failure('bad-input'),
    )
  })
})

describe('a group', () => {
  it('is asked nothing until somebody chooses, and then just that, in that order', async () => {
    const { groupId } = await prepareSession(world)
    expect(await askedOf(groupId)).toEqual([])
    const [mood, craving] = [(await named('Mood')).id, (await named('Craving')).id]
    await world.get('measures.choose', { groupId, measureIds: [craving, mood] })
    expect(await askedOf(groupId)).toEqual([craving, mood])
    await world.get('measures.choose', { groupId, measureIds: [mood, mood] })
    expect(await askedOf(groupId)).toEqual([mood])
    await world.get('measures.choose', { groupId, measureIds: [] })
    expect(await askedOf(groupId)).toEqual([])
  })

  it('keeps what it was asked when a choice cannot be taken', async () => {
    const { groupId } = await prepareSession(world)
    const mood = (await named('Mood')).id
    await world.get('measures.choose', { groupId, measureIds: [mood] })
    const wrong = [mood, measureIdSchema.parse(unknown)]
    expect(await world.ask('measures.choose', { groupId, measureIds: wrong })).toEqual(failure('not-found'))
    const many = Array.from({ length: maxAskedMeasures + 1 }, () => mood)
    expect(await world.ask('measures.choose', { groupId, measureIds: many })).toMatchObject(
      failure('bad-input'),
    )
    const nobody = groupIdSchema.parse(unknown)
    expect(await world.ask('measures.choose', { groupId: nobody, measureIds: [mood] })).toEqual(
      failure('not-found'),
    )
    expect(await askedOf(groupId)).toEqual([mood])
  })

  it('is asked the same after the vault was locked and opened again', async () => {
    const { groupId } = await prepareSession(world)
    const mood = (await named('Mood')).id
    await world.get('measures.choose', { groupId, measureIds: [mood] })
    await world.get('vault.lock', {})
    expect(await world.ask('measures.read', {})).toEqual(failure('locked'))
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
    expect(await askedOf(groupId)).toEqual([mood])
  })
})

async function nextSession({ groupId, leadId }: Prepared): Promise<SessionId> {
  const input = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  return (await world.get('session.prepare', input)).sessionId
}

describe('the last numbers', () => {
  it('are each person’s own newest, from sessions before, the end before the start', async () => {
    const first = await startSession(world, 2)
    const [ana, ben] = [definitely(first.memberIds[0]), definitely(first.memberIds[1])]
    const [mood, craving] = [(await named('Mood')).id, (await named('Craving')).id]
    const give = (personId: typeof ana, measureId: MeasureId, moment: 'start' | 'end', value: number) =>
      ({ type: 'record-check-in', personId, measureId, moment, value }) as const
    await first.act(give(ana, craving, 'start', 7))
    await first.act(give(ana, craving, 'end', 4))
    await first.act(give(ben, craving, 'start', 2))
    await first.act(give(ana, mood, 'start', 10))
    expect(await world.get('measures.last', { sessionId: first.sessionId })).toEqual([])
    await first.act({ type: 'end' })
    world.clock.pass(60_000)
    const secondId = await nextSession(first)
    const act = (command: Parameters<Prepared['act']>[0]) =>
      world.get('session.act', { sessionId: secondId, command })
    await act({ type: 'arrive-all' })
    await act(give(ana, craving, 'start', 5))
    const last = await world.get('measures.last', { sessionId: secondId })
    expect(last).toHaveLength(3)
    expect(last).toEqual(
      expect.arrayContaining([
        { personId: ana, measureId: craving, moment: 'end', value: 4 },
        { personId: ana, measureId: mood, moment: 'start', value: 10 },
        { personId: ben, measureId: craving, moment: 'start', value: 2 },
      ]),
    )
    await act({ type: 'start', end: 'full-length' })
    await act({ type: 'end' })
    world.clock.pass(60_000)
    const third = await world.get('measures.last', { sessionId: await nextSession(first) })
    // Mood was not asked in the second session: the first one's is still the last.
    expect(third).toContainEqual({ personId: ana, measureId: craving, moment: 'start', value: 5 })
    expect(third).toContainEqual({ personId: ana, measureId: mood, moment: 'start', value: 10 })
  })

  it('of an unknown session are none', async () => {
    const { sessionId } = await prepareSession(world)
    await world.get('session.discard', { sessionId })
    expect(await world.get('measures.last', { sessionId })).toEqual([])
  })
})
