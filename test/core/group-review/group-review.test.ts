/* oxlint-disable no-await-in-loop -- one session after the other is the point */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId, SessionId } from '../../../src/shared/ids.ts'
import type { GroupReview } from '../../../src/shared/ipc/group-review-calls.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { createOpenWorld, definitely, prepareSession, type Prepared, type World } from '../support/world.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

let world: World
beforeEach(async () => {
  world = await createOpenWorld()
})
afterEach(() => world.close())

/** Holds a session to which some come; each of its phases takes so many minutes, and the rest is left out. */
async function hold(
  { groupId, leadId }: Prepared,
  topic: string,
  comeIds: readonly PersonId[],
  minutes: readonly number[],
): Promise<SessionId> {
  const session = await world.get('session.prepare', {
    groupId,
    topic,
    leadId,
    coLeadIds: [],
    plannedStartMs: null,
  })
  const act = (command: Command) => world.get('session.act', { ...session, command })
  for (const personId of comeIds) await act({ type: 'arrive', personId })
  await act({ type: 'start', end: 'full-length' })
  for (const [index, each] of minutes.entries()) {
    if (index > 0) await act({ type: 'next-phase' })
    world.clock.pass(each * minuteMs)
  }
  await act({ type: 'end' })
  return session.sessionId
}

async function review({ groupId }: Prepared, weeks: number | null = 12): Promise<GroupReview> {
  return world.get('group-review.read', { groupId, weeks })
}

test('a group over time is counted from the logs of its sessions', async () => {
  const group = await prepareSession(world, 4)
  await world.get('session.discard', { sessionId: group.sessionId })
  const [ana, ben, cal, dee] = group.memberIds.map(definitely)
  const first = await hold(group, 'Sleep', [definitely(ana), definitely(ben), definitely(cal)], [5, 12])
  world.clock.pass(2 * dayMs)
  const second = await hold(group, 'Evenings', [definitely(ana), definitely(ben)], [6, 9, 20])
  world.clock.pass(6 * dayMs)
  const third = await hold(group, 'sleep ', [definitely(ana), definitely(dee)], [7, 10])
  const held = [first, second, third]
  const { sessions, withoutTopic, weeks, phases, topics } = await review(group)
  expect([sessions, withoutTopic, weeks.length]).toEqual([3, 0, 12])
  expect(weeks.slice(-2)).toEqual([
    { startsOn: '2026-11-23', sessions: 2, listed: 4, came: 3, cameToAll: 2, cameAgain: null },
    { startsOn: '2026-11-30', sessions: 1, listed: 4, came: 2, cameToAll: 2, cameAgain: { count: 1, of: 3 } },
  ])
  expect(topics.map(({ topic, sessions: days }) => [topic, days.map(({ sessionId }) => sessionId)])).toEqual([
    ['sleep', [third, first]],
    ['Evenings', [second]],
  ])
  const actual = new Map<string, number[]>()
  for (const sessionId of held) {
    const state = foldAll(readLog((await world.get('session.open', { sessionId })).log))
    for (const { name, actualMs } of state.phases) {
      if (actualMs > 0) actual.set(name, [...(actual.get(name) ?? []), actualMs])
    }
  }
  expect(phases.map(({ name }) => name)).toEqual([...actual.keys()])
  for (const { name, held: times, leftOut, shortestMs, longestMs } of phases) {
    const own = definitely(actual.get(name))
    expect([times, times + leftOut]).toEqual([own.length, held.length])
    expect([shortestMs, longestMs]).toEqual([Math.min(...own), Math.max(...own)])
  }
})

test('only the weeks that are asked for are counted, and the last one before them is known', async () => {
  const group = await prepareSession(world, 2)
  await world.get('session.discard', { sessionId: group.sessionId })
  const [ana, ben] = group.memberIds.map(definitely)
  await hold(group, 'First', [definitely(ana), definitely(ben)], [5])
  world.clock.pass(21 * dayMs)
  await hold(group, '', [definitely(ana)], [5])
  const { sessions, withoutTopic, weeks, topics } = await review(group, 1)
  expect([sessions, withoutTopic, topics]).toEqual([1, 1, []])
  expect(weeks).toEqual([
    { startsOn: '2026-12-14', sessions: 1, listed: 2, came: 1, cameToAll: 1, cameAgain: { count: 1, of: 2 } },
  ])
  expect((await review(group, null)).weeks.map(({ startsOn }) => startsOn)).toEqual([
    '2026-11-23',
    '2026-11-30',
    '2026-12-07',
    '2026-12-14',
  ])
})

test('a group without a session has a week and nothing in it; one that is not there has none', async () => {
  const group = await prepareSession(world, 2)
  const { sessions, weeks, phases, topics } = await review(group, null)
  expect([sessions, weeks.length, phases, topics]).toEqual([0, 1, [], []])
  const unknown = { groupId: '00000000-0000-4000-8000-000000000001', weeks: 12 }
  expect(await world.ask('group-review.read', unknown)).toEqual({ ok: false, error: { code: 'not-found' } })
})
