import { afterEach, beforeEach, expect, it } from 'vitest'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { createSessionLog } from '../../../src/main/core/session/session-log.ts'
import { verifySession } from '../../../src/main/core/session/verify.ts'
import { listSignedEntries, readSignedTexts } from '../../../src/main/core/signing/signed-note-repository.ts'
import { signingHandlers } from '../../../src/main/core/signing/signing-handlers.ts'
import { write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { canonicalJson } from '../../../src/shared/canonical-json.ts'
import type { PersonId, SessionId } from '../../../src/shared/ids.ts'
import type { Finding } from '../../../src/shared/record/guards/finding.ts'
import type { GuardKind } from '../../../src/shared/record/note-kinds.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { definitely } from '../support/world.ts'

let rooms: OpenRooms
let sessionId: SessionId
let personId: PersonId

beforeEach(async () => {
  rooms = await openRooms()
  const inside = rooms.enter()
  sessionId = await rooms.prepare(inside)
  for (const command of [
    { type: 'arrive-all' },
    { type: 'start', end: 'full-length' },
    { type: 'end' },
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await inside.calls['session.act']({ sessionId, command })
  }
  personId = definitely(rooms.memberIds[0])
})
afterEach(() => rooms.close())

/** Signs where the guards ask about these. */
function sign(findings: readonly Finding[], overridden: GuardKind[]) {
  const { record } = rooms.vault
  const log = createSessionLog({ db: record, clock: rooms.clock, push: () => undefined })
  const handlers = signingHandlers({ record, log, random: systemRandom, check: () => findings })
  return handlers['note.sign']({ sessionId, personId, overridden })
}

const missing: Finding = { guard: 'missing', element: 'plan' }
const privateOnly: Finding = { guard: 'private-only', element: 'medication' }
const guardsOpen = { ok: false, error: { code: 'refused', refusal: 'guards-open' } }

it('is refused while a guard asks that nobody decided against', () => {
  expect(sign([missing], [])).toEqual(guardsOpen)
  expect(sign([missing, privateOnly], ['missing'])).toEqual(guardsOpen)
  expect(sign([missing], ['names', 'copied'])).toEqual(guardsOpen)
  expect(readSignedTexts(rooms.vault.record, sessionId)).toEqual([])
})

it('keeps in the log what was decided against, once each, and nothing that no guard asked', () => {
  const signed = sign([privateOnly, missing, missing], ['names', 'private-only', 'missing'])
  expect(signed).toMatchObject({ ok: true, value: [{ body: { overridden: ['missing', 'private-only'] } }] })
})

it('is on the disk as canonical JSON, to which the log commits', async () => {
  await sign([], [])
  const { record } = rooms.vault
  const [stored] = readSignedTexts(record, sessionId)
  const [entry] = listSignedEntries(record, sessionId)
  expect(stored?.body).toBe(canonicalJson(definitely(entry).text))
  expect(stored?.salt).toHaveLength(16)
  expect(verifySession(record, sessionId).firstBreak).toBeNull()
})

it('is whole or not at all: no text without its event, no event without its text', () => {
  const { record } = rooms.vault
  const before = verifySession(record, sessionId)
  write(
    record,
    sql`CREATE TRIGGER no_event BEFORE INSERT ON session_event BEGIN SELECT RAISE(ABORT, 'torn'); END`,
  )
  expect(() => sign([], [])).toThrow('torn')
  write(record, sql`DROP TRIGGER no_event`)
  expect(readSignedTexts(record, sessionId)).toEqual([])
  write(
    record,
    sql`CREATE TRIGGER no_text BEFORE INSERT ON signed_note BEGIN SELECT RAISE(ABORT, 'torn'); END`,
  )
  expect(() => sign([], [])).toThrow('torn')
  write(record, sql`DROP TRIGGER no_text`)
  expect(verifySession(record, sessionId)).toEqual(before)
  expect(sign([], [])).toMatchObject({ ok: true })
  expect(verifySession(record, sessionId).firstBreak).toBeNull()
})
