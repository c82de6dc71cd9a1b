/* oxlint-disable no-await-in-loop -- one after the other is the point */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAll, transact } from '../../../src/main/core/vault/database.ts'
import { forgetSession, indexSession } from '../../../src/main/core/search/search-index.ts'
import { sweepIndex } from '../../../src/main/core/search/search-items.ts'
import { rebuildSession } from '../../../src/main/core/session/rebuild.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { personIdSchema, type SessionId } from '../../../src/shared/ids.ts'
import { maxFoundSessions, type Found, type SearchFilters } from '../../../src/shared/ipc/search-calls.ts'
import { z } from '../../../src/shared/zod.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { definitely, valueOf } from '../support/world.ts'
import type { Inside } from '../../../src/main/core/dispatch.ts'
import { noFilters } from './no-filters.ts'

let rooms: OpenRooms
let inside: Inside
beforeEach(async () => {
  rooms = await openRooms()
  inside = rooms.enter()
})
afterEach(() => rooms.close())

async function search(
  text: string,
  filters: Partial<SearchFilters> = {},
  newest = maxFoundSessions,
): Promise<Found> {
  const asked = { text, filters: { ...noFilters, ...filters }, newest }
  return valueOf(await definitely(inside.calls['search.record'])(asked))
}

async function countOf(text: string, filters: Partial<SearchFilters> = {}): Promise<number> {
  return (await search(text, filters)).sessionIds.length
}

async function isFound(typed: string): Promise<boolean> {
  return (await countOf(typed)) === 1
}

async function counts(filters: Partial<SearchFilters>): Promise<number> {
  return countOf('lantern', filters)
}

async function note(sessionId: SessionId, text: string): Promise<void> {
  valueOf(await definitely(inside.calls['session.record-note'])({ sessionId, text }))
}

async function keepPrivate(sessionId: SessionId, text: string): Promise<void> {
  valueOf(await definitely(inside.calls['session.keep-private-note'])({ sessionId, text }))
}

/** Everything that can be found, without the numbers that it has. */
function findable(): unknown {
  return readAll(
    rooms.vault.record,
    sql`SELECT session_id, item >> 16 & 15 AS kind, label, person_id, text FROM search_text
        LEFT JOIN search_session ON key = item >> 20 ORDER BY 1, 2, 3, 4, 5`,
    z.unknown(),
  )
}

describe('what somebody types is text', () => {
  const commands = [
    '"',
    '*',
    '""',
    'NEAR(',
    'NEAR(a b)',
    'a AND',
    'OR',
    'NOT x',
    '-x',
    'words:x',
    '^x',
    'x"',
    "'; DROP TABLE session; --",
    '{a b}: c',
    'a + b',
    '\\',
    '%',
    '_',
    '()',
    '\u0000',
    '\ud800',
    '\u{f8ff}',
  ]

  it.each(commands)('%j is no command and no error', async (typed) => {
    const sessionId = await rooms.prepare(inside)
    await note(sessionId, `Said ${typed.replace('\ud800', '')} aloud, lantern.`)
    expect(await countOf(`${typed} lantern`)).toBeLessThanOrEqual(1)
    expect(await countOf('lantern')).toBe(1)
  })

  it('and so is anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (typed) => {
        const { sessions, sessionIds } = await search(typed)
        expect(sessions.map(({ sessionId }) => sessionId)).toEqual(sessionIds)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what is asked for', () => {
  it('is every word in one text, and the last one as far as it was typed', async () => {
    const sessionId = await rooms.prepare(inside)
    await note(sessionId, 'Dee names the walk home as her trigger.')
    await note(sessionId, 'The corner store.')
    expect(await isFound('home walk')).toBe(true)
    expect(await isFound('home wal')).toBe(true)
    expect(await isFound('wal home')).toBe(false)
    expect(await isFound('walk store')).toBe(false)
    expect(await isFound('"walk home"')).toBe(true)
    expect(await isFound('"walk ho')).toBe(true)
    expect(await isFound('"home walk"')).toBe(false)
    expect(await isFound('“walk home” trigger')).toBe(true)
    expect(await isFound('w')).toBe(false)
  })

  it('is never a phrase that reaches from one phase into the next', async () => {
    const sessionId = await rooms.prepare(inside)
    const phases = readAll(
      rooms.vault.record,
      sql`SELECT name FROM session_phase WHERE session_id = ${sessionId} ORDER BY position`,
      z.strictObject({ name: z.string() }),
    ).map(({ name }) => name)
    const [first, second] = phases
    expect(await countOf(`"${first}"`)).toBe(1)
    expect(await countOf(`"${first} ${second}"`)).toBe(0)
  })

  it('can be narrowed by group, type, member, time, theme and risk', async () => {
    const sessionId = await rooms.prepare(inside)
    const act = definitely(inside.calls['session.act'])
    await note(sessionId, 'Lantern.')
    valueOf(await act({ sessionId, command: { type: 'set-topic', topic: 'High-risk evenings' } }))
    const { groups, members } = valueOf(await definitely(inside.calls['roster.read'])({}))
    const { id: groupId, type } = definitely(groups[0])
    const personId = definitely(members[0]).id
    const nobody = personIdSchema.parse(crypto.randomUUID())
    const now = rooms.clock.read().wallMs
    expect(
      await counts({ groupId, groupType: type, personId, fromMs: now - 60_000, toMs: now + 60_000 }),
    ).toBe(1)
    expect(await counts({ groupType: type === 'trauma' ? 'skills' : 'trauma' })).toBe(0)
    expect(await counts({ personId: nobody })).toBe(0)
    expect(await counts({ fromMs: now + 60_000 })).toBe(0)
    expect(await counts({ toMs: now - 60_000 })).toBe(0)
    expect(await counts({ theme: 'evenings' })).toBe(1)
    // As the table does that is narrowed by the same words.
    expect(await counts({ theme: 'RISK éven' })).toBe(1)
    expect(await counts({ theme: 'Saying no' })).toBe(0)
    expect(await counts({ theme: '…' })).toBe(0)
    expect(await counts({ hasRisk: true })).toBe(0)
    valueOf(await act({ sessionId, command: { type: 'arrive-all' } }))
    valueOf(await act({ sessionId, command: { type: 'start', end: 'full-length' } }))
    valueOf(await act({ sessionId, command: { type: 'mark', personId, mark: 'risk' } }))
    expect(await counts({ hasRisk: true })).toBe(1)
  })
})

describe('what is kept to find a session by', () => {
  it('is what a fresh look at it gives, after any history', async () => {
    const sessionId = await rooms.prepare(inside)
    const act = definitely(inside.calls['session.act'])
    const personId = definitely(rooms.memberIds[0])
    const steps = fc.constantFrom(
      () => note(sessionId, `Lantern ${crypto.randomUUID()}`),
      () => keepPrivate(sessionId, 'For myself.'),
      async () => void (await act({ sessionId, command: { type: 'undo' } })),
      async () => void (await act({ sessionId, command: { type: 'mark', personId, mark: 'moved' } })),
      async () => void (await act({ sessionId, command: { type: 'set-topic', topic: crypto.randomUUID() } })),
      async () => void (await act({ sessionId, command: { type: 'arrive-all' } })),
      async () => void (await act({ sessionId, command: { type: 'start', end: 'full-length' } })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 12 }), async (history) => {
        for (const step of history) await step()
        const kept = findable()
        transact(rooms.vault.record, () => {
          forgetSession(rooms.vault.record, sessionId)
          indexSession(rooms.vault.record, sessionId)
        })
        expect(findable()).toEqual(kept)
        rebuildSession(rooms.vault.record, sessionId)
        expect(findable()).toEqual(kept)
      }),
      { numRuns: 40 },
    )
  })

  it('is nothing once the session was discarded', async () => {
    const sessionId = await rooms.prepare(inside)
    await note(sessionId, 'Lantern.')
    valueOf(await definitely(inside.calls['session.discard'])({ sessionId }))
    expect(await countOf('lantern')).toBe(0)
    expect(JSON.stringify(findable())).not.toContain('Lantern')
  })

  it('leaves no word behind once it was forgotten and swept', async () => {
    const sessionId = await rooms.prepare(inside)
    await note(sessionId, 'Quetzalcoatlus.')
    const { record } = rooms.vault
    const bytes = () =>
      readAll(
        record,
        sql`SELECT block FROM search_words_data UNION ALL SELECT block FROM search_session_words_data`,
        z.strictObject({ block: z.instanceof(Uint8Array) }),
      ).some(({ block }) => Buffer.from(block).includes('uetzalcoatlus'))
    expect(bytes()).toBe(true)
    transact(record, () => {
      forgetSession(record, sessionId)
      sweepIndex(record)
    })
    expect(bytes()).toBe(false)
  })
})

it('no private word is found in the record, or lies in it', async () => {
  const sessionId = await rooms.prepare(inside)
  await note(sessionId, 'A lantern.')
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^zq[a-z]{8,16}$/), async (word) => {
      await keepPrivate(sessionId, `Only ${word} for me.`)
      expect(await search(word)).toEqual({
        sessionIds: [],
        areAll: true,
        sessions: [],
        isWhole: true,
        members: [],
      })
      const found = valueOf(await definitely(inside.calls['search.private'])({ text: word }))
      expect(found.noteCount).toBeGreaterThan(0)
    }),
    { numRuns: 40 },
  )
  const tables = readAll(
    rooms.vault.record,
    sql`SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%'`,
    z.strictObject({ name: z.string() }),
  )
  for (const { name } of tables) {
    const text = [`SELECT * FROM "${name}"`]
    const rows = readAll(
      rooms.vault.record,
      sql(Object.assign(text, { raw: text })),
      z.record(z.string(), z.unknown()),
    )
    const holds = rows.some((row) =>
      Object.values(row).some((value) =>
        value instanceof Uint8Array
          ? Buffer.from(value).includes('zq') && name.startsWith('search')
          : String(value).includes('zq'),
      ),
    )
    expect(holds, name).toBe(false)
  }
})
