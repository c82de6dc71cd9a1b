import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { insertPrivateNote } from '../../../src/main/core/private/private-note-repository.ts'
import { verifySession } from '../../../src/main/core/session/verify.ts'
import { noteIdSchema, type SessionId } from '../../../src/shared/ids.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { valueOf } from '../support/world.ts'

let rooms: OpenRooms
let sessionId: SessionId

beforeAll(async () => {
  rooms = await openRooms()
  sessionId = await rooms.prepare(rooms.enter())
})
afterAll(() => rooms.close())

it('puts into the record what was typed for it, in one act that undo takes back', async () => {
  const { calls } = rooms.enter()
  const kept = valueOf(await calls['session.keep-private-note']({ sessionId, text: 'Heron. UDS positive.' }))
  const text = 'Drug screen positive, as she told the group.'
  const moved = valueOf(await calls['note.move']({ sessionId, fromId: kept.noteId, text }))
  expect(moved.text).toBe(text)

  const opened = valueOf(await calls['session.open']({ sessionId }))
  expect(opened.recordNotes).toEqual([moved])
  expect(valueOf(await calls['session.private-notes']({ sessionId }))).toEqual([kept])
  const [first, second] = readLog(opened.log).slice(-2)
  expect(first?.body).toEqual({ type: 'private-note.moved', fromId: kept.noteId, noteId: moved.noteId })
  expect(second?.body).toMatchObject({ type: 'note.recorded', noteId: moved.noteId })
  expect(second?.act).toBe(first?.act)
  expect(opened.log).not.toContain('Heron')
  expect(opened.log).not.toContain('screen')
  expect(verifySession(rooms.vault.record, sessionId).firstBreak).toBeNull()

  valueOf(await calls['session.act']({ sessionId, command: { type: 'undo' } }))
  expect(valueOf(await calls['session.open']({ sessionId })).recordNotes).toEqual([])
  expect(valueOf(await calls['session.private-notes']({ sessionId }))).toEqual([kept])
})

it('moves no record note, no undone one and none that the log does not know', async () => {
  const { calls } = rooms.enter()
  const refused = { ok: false, error: { code: 'refused', refusal: 'unknown-note' } }
  const inRecord = valueOf(await calls['session.record-note']({ sessionId, text: 'Seen by all.' }))
  const undone = valueOf(await calls['session.keep-private-note']({ sessionId, text: 'Not this.' }))
  await calls['session.act']({ sessionId, command: { type: 'undo' } })
  const orphan = { noteId: noteIdSchema.parse(systemRandom.uuid()), text: 'Saved before a crash.' }
  insertPrivateNote(rooms.vault.private, sessionId, orphan)
  for (const { noteId: fromId } of [inRecord, undone, orphan])
    expect(await calls['note.move']({ sessionId, fromId, text: 'Moved.' })).toEqual(refused)
  expect(valueOf(await calls['session.open']({ sessionId })).recordNotes).toEqual([inRecord])
})
