import { afterEach, beforeEach, expect, it } from 'vitest'
import { noteIdSchema, type NoteId } from '../../../src/shared/ids.ts'
import { createReviewedWorld, type ReviewedWorld } from '../reviewer/reviewed-world.ts'

let reviewed: ReviewedWorld
beforeEach(async () => {
  reviewed = await createReviewedWorld()
})
afterEach(() => reviewed.world.close())

const about = (noteId: NoteId | null = null) => ({ sessionId: reviewed.session.sessionId, noteId })
const read = (noteId?: NoteId) => reviewed.world.get('comments.draft', about(noteId))
const save = (text: string, noteId?: NoteId) =>
  reviewed.world.get('comments.save-draft', { ...about(noteId), text })

it('a half-typed comment outlives the lock: each writer’s own, and nobody else’s', async () => {
  const { noteId } = reviewed
  expect(await read()).toBe('')
  await save('A calm')
  await save('A calm opening, and')
  await save('Say what was seen', noteId)
  await reviewed.review()
  expect([await read(), await read(noteId)]).toEqual(['', ''])
  await save('I would ask', noteId)
  await reviewed.unlock()
  expect([await read(), await read(noteId)]).toEqual(['A calm opening, and', 'Say what was seen'])
  await reviewed.review()
  expect([await read(), await read(noteId)]).toEqual(['', 'I would ask'])
})

it('is gone once it is posted or emptied, and stays when posting is refused', async () => {
  const { world, noteId } = reviewed
  await save('To the whole session')
  await save('To the note', noteId)
  expect(await world.ask('comments.write', { ...about(), text: ' ' })).toMatchObject({ ok: false })
  expect(await read()).toBe('To the whole session')
  await world.get('comments.write', { ...about(), text: 'To the whole session, done' })
  expect([await read(), await read(noteId)]).toEqual(['', 'To the note'])
  await save(' \n', noteId)
  expect(await read(noteId)).toBe('')
})

it('is kept about no session and about nothing that is not signed, and is nobody’s comment yet', async () => {
  const { world, session } = reviewed
  const nowhere = { ...about(noteIdSchema.parse(crypto.randomUUID())), text: 'To nothing' }
  expect(await world.ask('comments.save-draft', nowhere)).toEqual({ ok: false, error: { code: 'not-found' } })
  await save('Not said yet')
  expect(await world.get('comments.list', { sessionId: session.sessionId })).toEqual([])
  await reviewed.review()
  expect(await world.get('comments.unread', {})).toEqual([])
})
