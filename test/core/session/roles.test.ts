import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PersonId, SessionId } from '../../../src/shared/ids.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { createOpenWorld, definitely, prepareSession, valueOf, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await createOpenWorld()
})
afterEach(() => world.close())

const minute = 60_000

async function stateOf(sessionId: SessionId) {
  return foldAll(readLog((await world.get('session.open', { sessionId })).log))
}

async function facts(sessionId: SessionId) {
  return valueOf(await world.core.run('export.facts', { sessionId })).facts
}

describe('a guest', () => {
  test('is on file without a chart, yet to agree, and counted as no member', async () => {
    const { sessionId, act } = await prepareSession(world, 2)
    const who = { preferredName: 'Noor', initials: 'N', role: 'guest' } as const
    await world.get('session.walk-in', { sessionId, who })
    const guest = definitely((await stateOf(sessionId)).people.at(-1))
    expect(guest).toMatchObject({ role: 'guest', hasAgreed: false, isWalkIn: true, presence: 'present' })
    await act({ type: 'arrive-all' })
    await act({ type: 'start', end: 'full-length' })
    await act({ type: 'record-agreement', personId: guest.personId })
    world.clock.pass(30 * minute)
    await act({ type: 'end' })
    expect(await facts(sessionId)).toMatchObject({ expectedCount: 2, presentCount: 2, guestCount: 1 })
    const [summary] = await world.get('session.current', {})
    expect(summary).toMatchObject({ memberCount: 2, presentCount: 2 })
    const { members } = await world.get('roster.read', {})
    const known = definitely(members.find(({ id }) => id === guest.personId))
    expect(known).toMatchObject({ role: 'guest', chartId: '', groupIds: [] })
    expect(known.agreedOn).not.toBeNull()
  })
})

describe('someone seen alone instead', () => {
  test('was expected, has no minutes, and is counted as such', async () => {
    const { sessionId, memberIds, act } = await prepareSession(world, 3)
    const personId = definitely(memberIds[0])
    await act({ type: 'substitute', personId })
    await act({ type: 'arrive-all' })
    await act({ type: 'start', end: 'full-length' })
    world.clock.pass(30 * minute)
    await act({ type: 'end' })
    const person = (await stateOf(sessionId)).people.find((one) => one.personId === personId)
    expect(person).toMatchObject({ presence: 'substituted', presentMs: 0 })
    expect(await facts(sessionId)).toMatchObject({ expectedCount: 3, presentCount: 2, substitutedCount: 1 })
  })
})

describe('facilitators', () => {
  let maya: PersonId
  let kim: PersonId
  let sessionId: SessionId
  let leadId: PersonId

  beforeEach(async () => {
    const draft = { initials: 'X', credentials: '' }
    maya = (await world.get('roster.create-facilitator', { ...draft, name: 'Maya' })).personId
    kim = (await world.get('roster.create-facilitator', { ...draft, name: 'Kim' })).personId
    const first = await prepareSession(world, 2)
    await world.get('session.discard', { sessionId: first.sessionId })
    leadId = first.leadId
    const { groupId } = first
    const beside = { coLeadIds: [maya], observerIds: [kim, leadId] }
    const input = { groupId, topic: '', leadId, ...beside, plannedStartMs: null }
    sessionId = (await world.get('session.prepare', input)).sessionId
  })

  function act(command: Parameters<Awaited<ReturnType<typeof prepareSession>>['act']>[0]) {
    return world.get('session.act', { sessionId, command })
  }

  test('join a session that is on as co-lead or as observer; a member stays what the file says', async () => {
    const draft = { initials: 'X', credentials: '' }
    const join = async (name: string, role?: 'co-lead' | 'observer') => {
      const { personId } = await world.get('roster.create-facilitator', { ...draft, name })
      const who = role === undefined ? { personId } : { personId, role }
      await world.get('session.walk-in', { sessionId, who })
      return (await stateOf(sessionId)).people.find((one) => one.personId === personId)?.role
    }
    expect(await join('Lea')).toBe('co-lead')
    expect(await join('Omar', 'observer')).toBe('observer')
    const first = await prepareSession(world, 2)
    const memberId = definitely(first.memberIds[0])
    await world.get('session.walk-in', { sessionId, who: { personId: memberId, role: 'observer' } })
    const member = (await stateOf(sessionId)).people.find(({ personId }) => personId === memberId)
    expect(member?.role).toBe('member')
  })

  test('are lead, co-lead and observer, each once', async () => {
    const { people } = await stateOf(sessionId)
    expect(people.slice(0, 3).map(({ personId, role }) => [personId, role])).toEqual([
      [leadId, 'lead'],
      [maya, 'co-lead'],
      [kim, 'observer'],
    ])
  })

  test('an observer never has the floor, is not counted, and has no interventions', async () => {
    await act({ type: 'arrive-all' })
    await act({ type: 'start', end: 'full-length' })
    const refused = { ok: false, error: { code: 'refused', refusal: 'not-present' } }
    expect(
      await world.ask('session.act', { sessionId, command: { type: 'give-floor', personId: kim } }),
    ).toEqual(refused)
    world.clock.pass(30 * minute)
    await act({ type: 'end' })
    const { shared, responses } = await world.get('debrief.read', { sessionId })
    expect(shared.interventions.map(({ personId }) => personId)).toEqual([leadId, maya])
    expect(responses.map(({ personId }) => personId)).not.toContain(kim)
    expect(await facts(sessionId)).toMatchObject({ expectedCount: 2, presentCount: 2, guestCount: 0 })
  })

  test('who takes the lead over is the lead in all that follows', async () => {
    await act({ type: 'arrive-all' })
    await act({ type: 'start', end: 'full-length' })
    await act({ type: 'hand-over', personId: maya })
    world.clock.pass(30 * minute)
    await act({ type: 'end' })
    const { facilitators } = await facts(sessionId)
    expect(facilitators.map(({ name, role }) => [name, role])).toEqual([
      ['Dana Reyes', 'co-lead'],
      ['Maya', 'lead'],
    ])
  })

  test('a co-lead who never came did not lead', async () => {
    await act({ type: 'expect', personId: maya })
    await act({ type: 'mark-absent', personId: maya })
    await act({ type: 'arrive-all' })
    await act({ type: 'start', end: 'full-length' })
    await act({ type: 'end' })
    expect((await facts(sessionId)).facilitators.map(({ name }) => name)).toEqual(['Dana Reyes'])
  })
})
