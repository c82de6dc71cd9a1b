import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Command } from '../../../src/shared/session/commands.ts'
import type { RoomView } from '../../../src/shared/room/room-view.ts'
import { createOpenWorld, definitely, prepareSession, startSession, type World } from '../support/world.ts'

let world: World

beforeEach(async () => {
  world = await createOpenWorld()
})
afterEach(() => world.close())

function told(): RoomView[] {
  return world.pushed.flatMap(({ name, push }) => (name === 'room.changed' ? [push] : []))
}

it('is told when the phase or the stage changes, and of nothing else', async () => {
  const { act, memberIds, sessionId } = await startSession(world)
  expect(told().at(-1)).toMatchObject({ stage: 'running', phase: { number: 1 } })
  const before = told().length
  const personId = definitely(memberIds[0])
  await act({ type: 'give-floor', personId })
  await act({ type: 'mark', personId, mark: 'shared' })
  await world.get('session.record-note', { sessionId, text: 'A note' })
  await act({ type: 'set-topic', topic: 'Ana and the evenings' })
  expect(told()).toHaveLength(before)
  await act({ type: 'next-phase' })
  await act({ type: 'pause', kind: 'break' })
  await act({ type: 'resume' })
  await act({ type: 'end' })
  expect(
    told()
      .slice(before)
      .map(({ stage, phase }) => [stage, phase?.number]),
  ).toEqual([
    ['running', 2],
    ['break', 2],
    ['running', 2],
    ['after', undefined],
  ])
})

it('is told the time with every beat, and the colours as soon as they change', async () => {
  await startSession(world)
  const planned = definitely(told().at(-1)?.phase).plannedSeconds
  world.clock.pass(60_000)
  await world.core.beat()
  expect(told().at(-1)?.phase?.remainingSeconds).toBe(planned - 60)
  expect(await world.get('room.read', {})).toEqual(told().at(-1))
  await world.get('preferences.change', { theme: 'evening' })
  expect(told().at(-1)?.theme).toBe('evening')
})

it('is calm before a start, also when another session was closed before', async () => {
  const { act } = await startSession(world)
  await act({ type: 'end' })
  expect(await world.get('room.read', {})).toMatchObject({ stage: 'after' })
  await prepareSession(world)
  expect(await world.get('room.read', {})).toMatchObject({ stage: 'before', phase: null })
})

it('sees no phase that is called after anybody in the session, by the names of now', async () => {
  const { groupId, leadId } = await prepareSession(world)
  const { groups, members } = await world.get('roster.read', {})
  const agenda = definitely(groups.find(({ id }) => id === groupId)).agenda
  const [first, second, third, fourth, ...rest] = agenda
  const names = ['Talk with BRÍGIDA', 'A word of Dana’s', 'Osric', 'Plain talk']
  const named = [first, second, third, fourth].map((phase, index) => ({
    ...definitely(phase),
    name: definitely(names[index]),
  }))
  await world.get('agenda.change', { groupId, phases: [...named, ...rest] })
  const brigida = definitely(members[0])
  const { id: personId, groupIds: _groupIds, aliases: _aliases, ...draft } = brigida
  await world.get('roster.change-member', { personId, draft: { ...draft, preferredName: 'Brigida Ash' } })
  const { sessionId } = await world.get('session.prepare', {
    groupId,
    topic: '',
    leadId,
    coLeadIds: [],
    plannedStartMs: null,
  })
  const act = (command: Command) => world.get('session.act', { sessionId, command })
  await act({ type: 'arrive-all' })
  await act({ type: 'start', end: 'full-length' })
  await act({ type: 'next-phase' })
  await act({ type: 'next-phase' })
  expect((await world.get('room.read', {})).phase?.name).toBe('Osric')
  const who = { preferredName: 'Osric', initials: 'Os', role: 'member' } as const
  await world.get('session.walk-in', { sessionId, who })
  expect((await world.get('room.read', {})).phase?.name).toBe('Phase 3')
  await act({ type: 'next-phase' })
  expect(told().flatMap(({ phase }) => (phase === null ? [] : [phase.name]))).toEqual([
    'Phase 1',
    'Phase 2',
    'Osric',
    'Plain talk',
  ])
})
