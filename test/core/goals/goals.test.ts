import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { goalIdSchema, type GoalId, type PersonId, type SessionId } from '../../../src/shared/ids.ts'
import { createOpenWorld, definitely, responseOf, startSession, type World } from '../support/world.ts'

const notFound = { ok: false, error: { code: 'not-found' } }

let world: World
let sessionId: SessionId
let ana: PersonId
let ben: PersonId

beforeEach(async () => {
  world = await createOpenWorld()
  const session = await startSession(world)
  sessionId = session.sessionId
  ana = definitely(session.memberIds[0])
  ben = definitely(session.memberIds[1])
  await session.act({ type: 'end' })
})

afterEach(() => world.close())

async function setGoal(text: string, parentId: GoalId | null = null) {
  return (await world.get('goals.set', { personId: ana, text, parentId })).goalId
}

const read = () => world.get('goals.read', { personId: ana })

const address = (goalIds: readonly GoalId[]) =>
  world.get('debrief.save-response', {
    sessionId,
    response: responseOf(ana, {
      response: 'Named two cues.',
      goals: goalIds.map((goalId) => ({ goalId, progress: 'Two nights.' })),
    }),
  })

describe('objectives', () => {
  it('stand under a goal of the same member, one level deep', async () => {
    const goalId = await setGoal('Sleep at home')
    const objectiveId = await setGoal('No phone after ten', goalId)
    expect((await read()).map(({ text, parentId }) => [text, parentId])).toEqual([
      ['Sleep at home', null],
      ['No phone after ten', goalId],
    ])
    const under = (parentId: typeof goalId, personId = ana) =>
      world.ask('goals.set', { personId, text: 'Read a book', parentId })
    expect(await under(objectiveId)).toEqual(notFound)
    expect(await under(goalId, ben)).toEqual(notFound)
    expect(await under(goalIdSchema.parse(crypto.randomUUID()))).toEqual(notFound)
    expect(await read()).toHaveLength(2)
  })

  it('are renamed, achieved and opened again as goals are', async () => {
    const goalId = await setGoal('No phone after ten', await setGoal('Sleep at home'))
    await world.get('goals.change', { goalId, text: 'No phone after nine', isOpen: false })
    expect((await read())[1]).toMatchObject({ text: 'No phone after nine', isOpen: false })
    await world.get('goals.change', { goalId, text: 'No phone after nine', isOpen: true })
    expect((await read())[1]).toMatchObject({ isOpen: true })
  })

  it('go into the note under the words of their goal, and are signed so', async () => {
    const goalId = await setGoal('Sleep at home')
    await address([await setGoal('No phone after ten', goalId)])
    await world.get('note.sign', {
      sessionId,
      personId: ana,
      overridden: ['names', 'copied', 'judgement', 'missing', 'private-only'],
    })
    const [entry] = await world.get('note.list', { sessionId })
    expect(entry?.text).toMatchObject({
      words: { goals: [{ text: 'No phone after ten', progress: 'Two nights.', under: 'Sleep at home' }] },
    })
  })
})

describe('a goal that is no longer worked on', () => {
  it('is deleted with its objectives while no note addresses it', async () => {
    const goalId = await setGoal('Sleep at home')
    await setGoal('No phone after ten', goalId)
    expect(await world.get('goals.remove', { goalId })).toEqual({ isSetAside: false })
    expect(await read()).toEqual([])
    expect(await world.ask('goals.remove', { goalId })).toEqual(notFound)
    expect(await world.ask('goals.bring-back', { goalId })).toEqual(notFound)
  })

  it('is set aside where a draft addresses it, and can be brought back', async () => {
    const goalId = await setGoal('Sleep at home')
    await address([goalId])
    expect(await world.get('goals.remove', { goalId })).toEqual({ isSetAside: true })
    expect(await read()).toMatchObject([{ goalId, isSetAside: true, isAddressed: true }])
    const { responses } = await world.get('debrief.read', { sessionId })
    expect(responses.find(({ personId }) => personId === ana)?.goals).toMatchObject([{ goalId }])
    await world.get('goals.bring-back', { goalId })
    expect(await read()).toMatchObject([{ goalId, isSetAside: false }])
  })

  it('is set aside where a note addresses one of its objectives, and keeps them', async () => {
    const goalId = await setGoal('Sleep at home')
    const objectiveId = await setGoal('No phone after ten', goalId)
    await address([objectiveId])
    expect(await world.get('goals.remove', { goalId })).toEqual({ isSetAside: true })
    expect(await read()).toMatchObject([
      { goalId, isSetAside: true },
      { goalId: objectiveId, isSetAside: false },
    ])
  })

  it('can be deleted again once no note addresses it any more', async () => {
    const goalId = await setGoal('Sleep at home')
    await address([goalId])
    await address([])
    expect(await world.get('goals.remove', { goalId })).toEqual({ isSetAside: false })
  })

  it('is not in the next pre-flight, nor are its objectives', async () => {
    const goalId = await setGoal('Sleep at home')
    await setGoal('No phone after ten', goalId)
    const sister = await setGoal('Call my sister')
    await setGoal('Ring on Sundays', sister)
    const inView = async () =>
      (await world.get('session.preflight', { sessionId })).goals.map(({ text }) => text)
    expect(await inView()).toHaveLength(4)
    await address([goalId])
    await world.get('goals.remove', { goalId })
    expect(await inView()).toEqual(['Call my sister', 'Ring on Sundays'])
    await world.get('goals.change', { goalId: sister, text: 'Call my sister', isOpen: false })
    expect(await inView()).toEqual([])
  })
})
