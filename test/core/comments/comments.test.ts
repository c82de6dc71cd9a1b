import { afterEach, beforeEach, expect, it } from 'vitest'
import { write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { noteIdSchema } from '../../../src/shared/ids.ts'
import { createReviewedWorld, type ReviewedWorld } from '../reviewer/reviewed-world.ts'
import { definitely, passphrase, valueOf } from '../support/world.ts'

let reviewed: ReviewedWorld
beforeEach(async () => {
  reviewed = await createReviewedWorld()
})
afterEach(() => reviewed.world.close())

const list = () => reviewed.world.get('comments.list', { sessionId: reviewed.session.sessionId })
const comment = (text: string, noteId = null as ReviewedWorld['noteId'] | null) =>
  reviewed.world.get('comments.write', { sessionId: reviewed.session.sessionId, noteId, text })

it('a reviewer comments on a session and on a signed note, and the author reads it as new once', async () => {
  const { world, session, noteId, reviewerId } = reviewed
  const { sessionId } = session
  await reviewed.review()
  await comment('A calm opening.')
  await comment('Say what was seen, before what it meant.', noteId)
  expect(await world.get('comments.unread', {})).toEqual([])
  await reviewed.unlock()
  expect(await world.get('comments.unread', {})).toEqual([
    { sessionId, groupId: session.groupId, number: 1, count: 2 },
  ])
  expect(await list()).toMatchObject([
    { noteId: null, text: 'A calm opening.', writtenById: reviewerId, readAtMs: null, takenBackAtMs: null },
    { noteId, text: 'Say what was seen, before what it meant.', writtenById: reviewerId, readAtMs: null },
  ])
  await world.get('comments.mark-read', { sessionId })
  expect(await world.get('comments.unread', {})).toEqual([])
  expect((await list()).every(({ readAtMs }) => readAtMs !== null)).toBe(true)
  await comment('Thank you.')
  expect(definitely((await list()).at(-1)).writtenById).toBe(session.leadId)
})

it('who wrote one can take it back: that it stood there stays, its words go from the screen', async () => {
  const { world } = reviewed
  const { commentId } = await comment('Too harsh.')
  await reviewed.review()
  expect(await world.ask('comments.take-back', { commentId })).toEqual({
    ok: false,
    error: { code: 'not-allowed' },
  })
  await reviewed.unlock()
  await world.get('comments.take-back', { commentId })
  await world.get('comments.take-back', { commentId })
  const [taken] = await list()
  expect(taken).toMatchObject({ commentId, text: null })
  expect(taken?.takenBackAtMs).not.toBeNull()
})

it('one about what is not signed, or about no session, is refused', async () => {
  const { world, session } = reviewed
  const noteId = noteIdSchema.parse(crypto.randomUUID())
  const input = { sessionId: session.sessionId, noteId, text: 'To nothing.' }
  expect(await world.ask('comments.write', input)).toEqual({ ok: false, error: { code: 'not-found' } })
  expect(await world.ask('comments.write', { ...input, noteId: null, text: '  ' })).toMatchObject({
    error: { code: 'bad-input' },
  })
  expect(await list()).toEqual([])
})

it('is in no document: not in a note, nor in anything that a session is exported as', async () => {
  const { world, session, noteId, memberId } = reviewed
  const { sessionId } = session
  await comment('marginalia of a supervisor', noteId)
  await comment('marginalia of a supervisor')
  const facts = [
    await world.core.run('export.facts', { sessionId }),
    await world.core.run('export.supervision-facts', { sessionId }),
    await world.core.run('export.de-identified-facts', { sessionId }),
    await world.core.run('export.note-facts', { sessionId, personId: memberId, consent: { kind: 'chart' } }),
  ]
  expect(facts.map(({ ok }) => ok)).toEqual([true, true, true, true])
  expect(JSON.stringify(facts)).not.toContain('marginalia')
})

it('SQL changes, deletes and replaces none', async () => {
  const { world } = reviewed
  await comment('As it stands.')
  await world.get('vault.lock', {})
  const vault = valueOf(await unlockVault(world.paths.vaultDir, { kind: 'passphrase', secret: passphrase }))
  expect(() => write(vault.record, sql`UPDATE supervision_comment SET text = 'x'`)).toThrow('never changed')
  expect(() => write(vault.record, sql`DELETE FROM supervision_comment`)).toThrow('never deleted')
  vault.close()
})
