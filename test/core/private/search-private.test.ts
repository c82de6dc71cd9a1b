import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import type { FoundPrivate } from '../../../src/shared/ipc/search-calls.ts'
import { createOpenWorld, startSession, type Prepared, type World } from '../support/world.ts'
import { openRooms } from '../support/open-rooms.ts'
import { valueOf } from '../support/world.ts'
import { noFilters } from '../search/no-filters.ts'

let world: World
let session: Prepared
beforeEach(async () => {
  world = await createOpenWorld()
  session = await startSession(world)
})
afterEach(() => world.close())

const keep = (text: string) => world.get('session.keep-private-note', { sessionId: session.sessionId, text })

async function search(text: string): Promise<FoundPrivate> {
  return world.get('search.private', { text })
}

const words = ({ notes }: FoundPrivate) =>
  notes.map(({ snippet }) => snippet.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join(''))

describe('searching private notes', () => {
  it('finds them newest first, with the session that they belong to', async () => {
    await keep('A heron on the bridge.')
    await keep('The heron again, 鷺が橋に。')
    const found = await search('hero')
    expect(words(found)).toEqual(['The [heron] again, 鷺が橋に。', 'A [heron] on the bridge.'])
    expect(found).toMatchObject({ noteCount: 2, leftCount: 0 })
    expect(found.notes[0]).toMatchObject({ sessionId: session.sessionId, held: { groupId: session.groupId } })
    expect(words(await search('橋'))).toEqual(['… heron again, 鷺が[橋]に。'])
  })

  it('finds nothing of the record', async () => {
    await world.get('session.record-note', { sessionId: session.sessionId, text: 'A lantern.' })
    expect(await search('lantern')).toMatchObject({ notes: [], noteCount: 0 })
  })

  it('does not find what was taken back', async () => {
    await keep('A heron.')
    await session.act({ type: 'undo' })
    expect(await search('heron')).toMatchObject({ notes: [], noteCount: 0 })
  })

  it('does not find notes of a session that was discarded', async () => {
    const { groupId, leadId } = session
    await session.act({ type: 'end' })
    const input = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
    const { sessionId } = await world.get('session.prepare', input)
    await world.get('session.keep-private-note', { sessionId, text: 'A heron.' })
    expect((await search('heron')).noteCount).toBe(1)
    await world.get('session.discard', { sessionId })
    expect((await search('heron')).noteCount).toBe(0)
  })

  it('is refused while names are concealed', async () => {
    await keep('A heron.')
    await world.get('conceal.begin', {})
    expect(await world.ask('search.private', { text: 'heron' })).toEqual({
      ok: false,
      error: { code: 'concealed' },
    })
    expect(await world.ask('search.record', { text: 'heron', filters: noFilters, newest: 1 })).toEqual({
      ok: false,
      error: { code: 'concealed' },
    })
  })
})

it('finds notes from before there was a search, part by part', async () => {
  const rooms = await openRooms()
  const sessionId = await rooms.prepare(rooms.enter())
  for (let count = 0; count < 1_500; count += 1)
    write(
      rooms.vault.private,
      sql`INSERT INTO private_note (note_id, session_id, text)
          VALUES (${crypto.randomUUID()}, ${sessionId}, ${`Heron ${count}`})`,
    )
  const { calls } = rooms.enter()
  const ask = async () => valueOf(await calls['search.private']({ text: 'heron' }))
  expect(await ask()).toMatchObject({ noteCount: 1_000, leftCount: 500 })
  expect(await ask()).toMatchObject({ noteCount: 1_500, leftCount: 0 })
  expect((await ask()).notes).toHaveLength(100)
  rooms.close()
})
