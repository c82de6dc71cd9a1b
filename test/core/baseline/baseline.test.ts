/* oxlint-disable no-await-in-loop -- one session after the other is the point */
import { afterEach, expect, test } from 'vitest'
import { selectParticipation } from '../../../src/main/core/baseline/baseline-repository.ts'
import { readAll } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import type { PersonId, SessionId } from '../../../src/shared/ids.ts'
import { z } from '../../../src/shared/zod.ts'
import { openRooms } from '../support/open-rooms.ts'
import { createOpenWorld, definitely, prepareSession, type Prepared, type World } from '../support/world.ts'

const minute = 60_000
let world: World | null = null
afterEach(() => world?.close())

async function openWorld(): Promise<World> {
  world = await createOpenWorld()
  return world
}

/** Holds a session of fifty minutes in which one person talks for so long. */
async function hold(here: World, first: Prepared, personId: PersonId, talkMinutes: number, stays = 50) {
  const { groupId, leadId } = first
  const input = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  const { sessionId } = await here.get('session.prepare', input)
  const act = (command: Parameters<Prepared['act']>[0]) => here.get('session.act', { sessionId, command })
  await act({ type: 'arrive-all' })
  await act({ type: 'start', end: 'full-length' })
  if (talkMinutes > 0) {
    await act({ type: 'give-floor', personId })
    here.clock.pass(talkMinutes * minute)
    await act({ type: 'release-floor', personId })
  }
  here.clock.pass((stays - talkMinutes) * minute)
  await act({ type: 'leave', personId })
  here.clock.pass((50 - stays) * minute)
  await act({ type: 'end' })
  return sessionId
}

test('a baseline is what one talked in one’s own last four sessions, newest first', async () => {
  const here = await openWorld()
  const first = await prepareSession(here)
  const [ana, ben] = first.memberIds.map((personId) => personId)
  await here.get('session.discard', { sessionId: first.sessionId })
  for (const minutes of [50, 5, 10, 20, 25]) await hold(here, first, definitely(ana), minutes)
  const input = {
    groupId: first.groupId,
    topic: '',
    leadId: first.leadId,
    coLeadIds: [],
    plannedStartMs: null,
  }
  const now = await here.get('session.prepare', input)
  const baselines = await here.get('session.baselines', now)
  expect(baselines).toHaveLength(3)
  expect(baselines.find(({ personId }) => personId === ana)).toEqual({
    personId: ana,
    talked: [0.5, 0.4, 0.2, 0.1],
    heard: [],
  })
  expect(baselines.find(({ personId }) => personId === ben)?.talked).toEqual([0, 0, 0, 0])
})

test('it leaves out sessions in which nobody was tapped, short stays, and everything from then on', async () => {
  const here = await openWorld()
  const first = await prepareSession(here)
  const ana = definitely(first.memberIds[0])
  await here.get('session.discard', { sessionId: first.sessionId })
  const talked = await hold(here, first, ana, 10)
  await hold(here, first, ana, 0)
  await hold(here, first, ana, 5, 19)
  const baseline = async (sessionId: SessionId) =>
    (await here.get('session.baselines', { sessionId })).find(({ personId }) => personId === ana)?.talked
  const input = {
    groupId: first.groupId,
    topic: '',
    leadId: first.leadId,
    coLeadIds: [],
    plannedStartMs: null,
  }
  const now = await here.get('session.prepare', input)
  expect(await baseline(now.sessionId)).toEqual([0.2])
  // Looked at again, a session is compared with what came before it.
  expect(await baseline(talked)).toEqual([])
})

test('it is found by an index, however many sessions there are', async () => {
  const rooms = await openRooms()
  try {
    const inside = rooms.enter()
    const sessionId = await rooms.prepare(inside)
    const query = selectParticipation(definitely(rooms.memberIds[0]), sessionId, 'floor')
    const plan = readAll(
      rooms.vault.record,
      sql`EXPLAIN QUERY PLAN ${query}`,
      z.object({ detail: z.string() }),
    ).map(({ detail }) => detail)
    expect(plan.join('\n')).toContain('session_person USING INDEX session_person_of_person')
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([])
  } finally {
    rooms.close()
  }
})
