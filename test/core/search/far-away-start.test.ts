import { expect, it } from 'vitest'
import { noFilters } from '../signing/every-call.ts'
import { createOpenWorld, prepareSession } from '../support/world.ts'

// Keys of the index are made of minutes, and have to stay whole numbers that JavaScript can tell apart.
it.each([0, 253_402_300_799_999, Date.UTC(2480, 5, 1)])(
  'a session that is planned for %d is found, and can be worked in',
  async (plannedStartMs) => {
    const world = await createOpenWorld()
    try {
      const { groupId, leadId } = await prepareSession(world, 1)
      const input = { groupId, topic: 'Lanterns', leadId, coLeadIds: [], plannedStartMs }
      const { sessionId } = await world.get('session.prepare', input)
      await world.get('session.act', { sessionId, command: { type: 'set-topic', topic: 'Harbours' } })
      await world.get('session.act', { sessionId, command: { type: 'set-topic', topic: 'Harvests' } })
      const found = await world.get('search.record', { text: 'harvests', filters: noFilters, newest: 20 })
      expect(found.sessionIds).toEqual([sessionId])
    } finally {
      await world.close()
    }
  },
)

it.each([-1, 253_402_300_800_000, Number.MAX_SAFE_INTEGER])(
  'no calendar can write %d, so that no session is planned for it',
  async (plannedStartMs) => {
    const world = await createOpenWorld()
    try {
      const { groupId, leadId } = await prepareSession(world, 1)
      const input = { groupId, topic: 'Lanterns', leadId, coLeadIds: [], plannedStartMs }
      expect(await world.ask('session.prepare', input)).toMatchObject({ error: { code: 'bad-input' } })
    } finally {
      await world.close()
    }
  },
)
