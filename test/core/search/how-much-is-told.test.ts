/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Inside } from '../../../src/main/core/dispatch.ts'
import type { SessionId } from '../../../src/shared/ids.ts'
import { maxFoundSessions, type Found } from '../../../src/shared/ipc/search-calls.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { definitely, valueOf } from '../support/world.ts'
import { noFilters } from './no-filters.ts'

let rooms: OpenRooms
let inside: Inside
beforeEach(async () => {
  rooms = await openRooms()
  inside = rooms.enter()
})
afterEach(() => rooms.close())

async function search(text: string, newest = maxFoundSessions): Promise<Found> {
  return valueOf(await definitely(inside.calls['search.record'])({ text, filters: noFilters, newest }))
}

async function note(sessionId: SessionId, text: string): Promise<void> {
  valueOf(await definitely(inside.calls['session.record-note'])({ sessionId, text }))
}

const queries = ['lantern', 'lan', 'light lantern', '"lantern light"']

it('as many sessions as a screen can hold are named, newest first, and it is said when there are more', async () => {
  const ids: SessionId[] = []
  for (let count = 1; count <= 203; count += 1) {
    rooms.clock.pass(3_600_000)
    const sessionId = await rooms.prepare(inside)
    await note(sessionId, 'Lantern light.')
    ids.unshift(sessionId)
    if (count !== 200) continue
    for (const typed of queries) expect(await search(typed), typed).toMatchObject({ areAll: true })
  }
  for (const typed of queries) {
    const whole = await search(typed)
    expect(whole, typed).toMatchObject({ sessionIds: ids.slice(0, 200), areAll: false, isWhole: true })
    // What was found in the first ones is told at once; the others are named.
    const first = await search(typed, 3)
    expect(first, typed).toEqual({ ...whole, sessions: whole.sessions.slice(0, 3), isWhole: false })
  }
})

it('of a session the most telling text is told, however it was sought', async () => {
  const sessionId = await rooms.prepare(inside)
  const act = definitely(inside.calls['session.act'])
  valueOf(await act({ sessionId, command: { type: 'set-topic', topic: 'Lantern light' } }))
  for (const text of ['Light, no lantern.', 'Lantern light, the first.', 'Lantern light, the second.'])
    await note(sessionId, text)
  for (const typed of ['first', '"lantern light"', 'the lantern'])
    expect((await search(typed)).sessions, typed).toMatchObject([{ sessionId, kind: 'record-note' }])
  const [found] = (await search('"lantern light"')).sessions
  expect(found?.snippet.map(({ text }) => text).join('')).toBe('Lantern light, the first.')
})

it('a member is found when all that was typed stands in their name', async () => {
  const sessionId = await rooms.prepare(inside)
  await note(sessionId, 'Dee spoke of the lantern.')
  const { members } = valueOf(await definitely(inside.calls['roster.read'])({}))
  const { preferredName } = definitely(members[0])
  expect((await search(preferredName)).members).toHaveLength(1)
  expect((await search(`lantern ${preferredName}`)).members).toEqual([])
})
