/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Inside } from '../../../src/main/core/dispatch.ts'
import { phaseMemoryKey } from '../../../src/shared/agenda/phase-memory.ts'
import { agendaTemplates } from '../../../src/shared/agenda/templates.ts'
import type { PersonId } from '../../../src/shared/ids.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { definitely, groupDraft, valueOf } from '../support/world.ts'

const minuteMs = 60_000
const { type: groupType } = groupDraft
const [first, second] = agendaTemplates[groupType].phases.map(({ name }) => phaseMemoryKey(name))

let rooms: OpenRooms
let inside: Inside

beforeAll(async () => {
  rooms = await openRooms()
  inside = rooms.enter()
})
afterAll(() => rooms.close())

/** A session that stays in its first phases for so many minutes, and is then ended. */
async function hold(minutes: readonly number[], leadId = rooms.leadId): Promise<void> {
  const { groups } = valueOf(await inside.calls['roster.read']({}))
  const { sessionId } = valueOf(
    await inside.calls['session.prepare']({
      groupId: definitely(groups[0]).id,
      topic: '',
      leadId,
      coLeadIds: [],
      plannedStartMs: null,
    }),
  )
  const act = async (command: Command) => valueOf(await inside.calls['session.act']({ sessionId, command }))
  await act({ type: 'start', end: 'full-length' })
  for (const [index, one] of minutes.entries()) {
    if (index > 0) await act({ type: 'next-phase' })
    rooms.clock.pass(one * minuteMs)
  }
  await act({ type: 'end' })
}

async function usual(leadId: PersonId | null, type = groupType) {
  const known = valueOf(await inside.calls['agenda.usual-minutes']({ groupType: type, leadId }))
  return new Map(known.map(({ key, minutes }) => [key, minutes]))
}

it('learns what a phase takes from the sessions that this facilitator led', async () => {
  await hold([7, 12])
  await hold([8, 14])
  expect(await usual(null)).toEqual(new Map())
  await hold([9, 16])
  await hold([8, 90])
  const learnt = new Map([
    [first, 8],
    [second, 14],
  ])
  expect(await usual(null)).toEqual(learnt)
  expect(await usual(rooms.leadId)).toEqual(learnt)
  expect(await usual(null, 'process')).toEqual(new Map())
})

it('keeps the habits of two facilitators apart', async () => {
  const draft = { name: 'Sam', initials: 'S', credentials: '' }
  const { personId: samId } = valueOf(await inside.calls['roster.create-facilitator'](draft))
  for (const minutes of [20, 21, 22]) await hold([minutes], samId)
  expect(await usual(samId)).toEqual(new Map([[first, 21]]))
  expect((await usual(null)).get(definitely(first))).toBe(8)
})

it('takes nothing from phases that were left out, and nothing from a session that goes on', async () => {
  const { groups } = valueOf(await inside.calls['roster.read']({}))
  const { sessionId } = valueOf(
    await inside.calls['session.prepare']({
      groupId: definitely(groups[0]).id,
      topic: '',
      leadId: rooms.leadId,
      coLeadIds: [],
      plannedStartMs: null,
    }),
  )
  const act = async (command: Command) => valueOf(await inside.calls['session.act']({ sessionId, command }))
  await act({ type: 'start', end: 'full-length' })
  rooms.clock.pass(11 * minuteMs)
  const before = await usual(null)
  const { log } = valueOf(await inside.calls['session.open']({ sessionId }))
  const events = readLog(log)
  const prepared = definitely(events[0]).body
  if (prepared.type !== 'session.prepared') throw new Error('a log begins with its preparation')
  const phaseId = definitely(prepared.phases[0]).id
  await act({ type: 'skip-phase', phaseId, reason: 'no-time' })
  expect(await usual(null)).toEqual(before)
  await act({ type: 'end' })
  expect((await usual(null)).get(definitely(first))).toBe(8)
})
