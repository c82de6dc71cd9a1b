import { afterAll, beforeAll, expect, it } from 'vitest'
import { chainHash, eventText } from '../../../src/main/core/session/chain.ts'
import { readSession, readStoredEvents } from '../../../src/main/core/session/event-repository.ts'
import type { OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import type { BodyOf, SessionEvent } from '../../../src/shared/session/events.ts'
import { findAfter } from '../support/tamper.ts'
import { definitely, passphrase, valueOf } from '../support/world.ts'
import { createKeptWorld, eraseGone, letYearsPass, type KeptWorld } from './kept-world.ts'

let kept: KeptWorld
let vault: OpenVault
let events: readonly SessionEvent[]
let erased: BodyOf<'chart.erased'>

beforeAll(async () => {
  kept = await createKeptWorld()
  const { world } = kept
  letYearsPass(world, 12)
  valueOf(await eraseGone(kept))
  await world.get('vault.lock', {})
  vault = valueOf(await unlockVault(world.paths.vaultDir, { kind: 'passphrase', secret: passphrase }))
  events = readSession(vault.record, kept.shared.sessionId)
  erased = definitely(events.flatMap(({ body }) => (body.type === 'chart.erased' ? [body] : []))[0])
})
afterAll(async () => {
  vault.close()
  await kept.world.close()
})

const find = (...queries: Parameters<typeof findAfter>[2]) =>
  findAfter(vault.record, kept.shared.sessionId, queries)

it('finds nothing in a log that says whose texts are gone', () => {
  expect(find()).toBeNull()
  expect(erased.noteIds).toHaveLength(3)
})

it('finds a text that is said to be erased and is there', () => {
  const { sessionId } = kept.shared
  const salt = Buffer.alloc(16)
  const [signedId, , closingId] = erased.noteIds
  const again = sql`INSERT INTO signed_note (note_id, session_id, person_id, body, salt)
    VALUES (${definitely(signedId)}, ${sessionId}, ${kept.goneId}, '{}', ${salt})`
  expect(find(again)?.what).toBe('note-not-erased')
  const closing = sql`INSERT INTO record_note (note_id, session_id, text, salt)
    VALUES (${definitely(closingId)}, ${sessionId}, 'x', ${salt})`
  expect(find(closing)?.what).toBe('note-not-erased')
})

it('still finds that a text of somebody else is gone', () => {
  expect(find(sql`DELETE FROM signed_note WHERE person_id = ${kept.stayingId}`)?.what).toBe('note-missing')
  expect(find(sql`DELETE FROM record_note WHERE session_id = ${kept.shared.sessionId}`)?.what).toBe(
    'note-missing',
  )
})

it.each<[string, (theirs: BodyOf<'chart.erased'>) => BodyOf<'chart.erased'>]>([
  ['leaves one of the texts out', (theirs) => ({ ...theirs, noteIds: [] })],
  ['takes the same texts for somebody else’s', (theirs) => ({ ...theirs, personId: kept.stayingId })],
])('finds an event that %s, though its hash is right', (_what, change) => {
  const { sessionId } = kept.shared
  const stored = readStoredEvents(vault.record, sessionId)
  const last = definitely(events.at(-1))
  expect(last.body).toEqual(erased)
  const body = eventText({ ...last, body: change(erased) })
  const hash = chainHash(definitely(stored.at(-2)).hash, body)
  const query = sql`UPDATE session_event SET body = ${body}, hash = ${hash}
    WHERE session_id = ${sessionId} AND seq = ${last.seq}`
  expect(find(query)).toEqual({ sessionId, seq: last.seq, what: 'erased-otherwise' })
})
