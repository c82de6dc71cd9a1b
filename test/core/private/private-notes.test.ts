import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { insertPrivateNote } from '../../../src/main/core/private/private-note-repository.ts'
import { noteIdSchema, sessionIdSchema } from '../../../src/shared/ids.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { valueOf } from '../support/world.ts'

let rooms: OpenRooms

beforeAll(async () => {
  rooms = await openRooms()
})
afterAll(() => rooms.close())

it('is listed until it is undone, and after a crash too', async () => {
  const inside = rooms.enter()
  const { calls } = inside
  const sessionId = await rooms.prepare(inside)
  const kept = valueOf(await calls['session.keep-private-note']({ sessionId, text: 'What I thought.' }))
  await calls['session.keep-private-note']({ sessionId, text: 'What I did not.' })
  await calls['session.act']({ sessionId, command: { type: 'undo' } })
  expect(valueOf(await calls['session.private-notes']({ sessionId }))).toEqual([kept])
  expect(valueOf(await rooms.enter().calls['session.private-notes']({ sessionId }))).toEqual([kept])
})

it('is not lost when the console died before its event was written', async () => {
  const sessionId = await rooms.prepare(rooms.enter())
  const orphan = { noteId: noteIdSchema.parse(systemRandom.uuid()), text: 'Saved right before the crash.' }
  insertPrivateNote(rooms.vault.private, sessionId, orphan)
  expect(valueOf(await rooms.enter().calls['session.private-notes']({ sessionId }))).toEqual([orphan])
})

it('needs a session', async () => {
  const { calls } = rooms.enter()
  const sessionId = sessionIdSchema.parse(systemRandom.uuid())
  const notFound = { ok: false, error: { code: 'not-found' } }
  expect(await calls['session.keep-private-note']({ sessionId, text: 'Lost?' })).toEqual(notFound)
  expect(await calls['session.private-notes']({ sessionId })).toEqual(notFound)
})

it('is not listed of a session that was discarded', async () => {
  const inside = rooms.enter()
  const { calls } = inside
  const sessionId = await rooms.prepare(inside)
  valueOf(await calls['session.keep-private-note']({ sessionId, text: 'It never was.' }))
  valueOf(await calls['session.discard']({ sessionId }))
  expect(await calls['session.private-notes']({ sessionId })).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
})
