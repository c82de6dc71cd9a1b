import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifySession } from '../../../src/main/core/session/verify.ts'
import { transact, write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { createOpenWorld, definitely, startSession, valueOf, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

async function markRisk() {
  const session = await startSession(world)
  const [personId] = session.memberIds
  const [event] = await session.act({ type: 'mark', personId: definitely(personId), mark: 'risk' })
  await session.act({ type: 'end' })
  return { ...session, mark: definitely(event).seq, personId: definitely(personId) }
}

async function openOf(sessionId: string) {
  return (await world.get('follow-up.list-open', {})).filter(
    (one) => 'mark' in one && one.sessionId === sessionId,
  )
}

const refused = (refusal: string) => ({ ok: false, error: { code: 'refused', refusal } })

describe('a follow-up', () => {
  it('is opened by a risk mark, is the lead’s, and goes with its mark', async () => {
    const session = await startSession(world)
    const personId = definitely(session.memberIds[0])
    const [event] = await session.act({ type: 'mark', personId, mark: 'risk' })
    expect(await openOf(session.sessionId)).toEqual([
      {
        sessionId: session.sessionId,
        groupId: session.groupId,
        mark: definitely(event).seq,
        personId,
        openedAtMs: definitely(event).stamp.wallMs,
        ownerId: session.leadId,
      },
    ])
    await session.act({ type: 'undo' })
    expect(await openOf(session.sessionId)).toEqual([])
    await session.act({ type: 'end' })
  })

  it('keeps what is begun about it, however long, until it is signed', async () => {
    const { sessionId, mark } = await markRisk()
    const begun = async () =>
      (await world.get('follow-up.drafts', {})).filter(
        (draft) => 'mark' in draft && draft.sessionId === sessionId,
      )
    const save = (text: string, about = mark) =>
      world.ask('follow-up.save-draft', { sessionId, mark: about, text })
    const long = 'Spoke with her. '.repeat(700)
    await save('Spoke')
    await save(long)
    expect(await begun()).toEqual([{ sessionId, mark, text: long }])
    expect(await save('Of no mark.', mark + 40)).toEqual(refused('unknown-follow-up'))
    await world.get('follow-up.close', { sessionId, mark, text: 'Spoke with her.' })
    expect(await begun()).toEqual([])
    expect(await save('Too late.')).toEqual(refused('follow-up-closed'))
    expect(await save('')).toMatchObject({ ok: true })
  })

  it('can be given to any facilitator on file, and to nobody else', async () => {
    const { sessionId, mark, personId, act } = await markRisk()
    const maya = await world.get('roster.create-facilitator', {
      name: 'Maya',
      initials: 'M',
      credentials: '',
    })
    await act({ type: 'assign-follow-up', mark, ownerId: maya.personId })
    expect((await openOf(sessionId))[0]?.ownerId).toBe(maya.personId)
    const command = { type: 'assign-follow-up', mark, ownerId: personId } as const
    expect(await world.ask('session.act', { sessionId, command })).toEqual({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  it('is not closed without words', async () => {
    const { sessionId, mark } = await markRisk()
    const answer = await world.ask('follow-up.close', { sessionId, mark, text: ' \n' })
    expect(answer).toEqual({
      ok: false,
      error: { code: 'bad-input', fields: [{ path: 'text', rule: 'empty' }] },
    })
    expect(await openOf(sessionId)).toHaveLength(1)
  })

  it('is signed by the author at the core’s time, once and for good', async () => {
    const { sessionId, mark, leadId, act } = await markRisk()
    const text = 'Called at 20:10; safe plan agreed.'
    const events = await world.get('follow-up.close', { sessionId, mark, text })
    expect(events.map(({ body }) => body)).toMatchObject([
      { type: 'follow-up.closed', mark, signedById: leadId },
    ])
    expect(definitely(events[0]).stamp.wallMs).toBe(world.clock.read().wallMs)
    expect(await openOf(sessionId)).toEqual([])
    expect(await world.get('follow-up.closings', { sessionId })).toMatchObject([{ text }])
    expect(await world.ask('follow-up.close', { sessionId, mark, text: 'Again.' })).toEqual({
      ok: false,
      error: { code: 'refused', refusal: 'follow-up-closed' },
    })
    expect(await world.ask('session.act', { sessionId, command: { type: 'undo' } })).toEqual({
      ok: false,
      error: { code: 'refused', refusal: 'signed' },
    })
    await expect(act({ type: 'assign-follow-up', mark, ownerId: leadId })).rejects.toThrow('follow-up-closed')
  })
})

class Restored extends Error {}

it('shows in the check of the log when what was signed is not what stands there', async () => {
  const rooms: OpenRooms = await openRooms()
  const inside = rooms.enter()
  const sessionId = await rooms.prepare(inside)
  const act = inside.calls['session.act']
  await act({ sessionId, command: { type: 'arrive-all' } })
  await act({ sessionId, command: { type: 'start', end: 'full-length' } })
  const personId = definitely(rooms.memberIds[0])
  const marked = valueOf(await act({ sessionId, command: { type: 'mark', personId, mark: 'risk' } }))
  const mark = definitely(marked[0]).seq
  const closed = valueOf(await inside.calls['follow-up.close']({ sessionId, mark, text: 'Seen today.' }))
  const { record } = rooms.vault
  expect(verifySession(record, sessionId).firstBreak).toBeNull()
  const falsify = () =>
    transact(record, () => {
      write(record, sql`DROP TRIGGER record_note_is_not_changed`)
      write(record, sql`UPDATE record_note SET text = 'Not needed.' WHERE session_id = ${sessionId}`)
      expect(verifySession(record, sessionId).firstBreak).toEqual({
        sessionId,
        seq: definitely(closed[0]).seq,
        what: 'note-altered',
      })
      throw new Restored()
    })
  expect(falsify).toThrow(Restored)
  rooms.close()
})
