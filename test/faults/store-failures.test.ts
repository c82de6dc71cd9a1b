/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readRecordNotes } from '../../src/main/core/notes/note-repository.ts'
import { readPrivateNotes } from '../../src/main/core/private/private-note-repository.ts'
import { readSession } from '../../src/main/core/session/event-repository.ts'
import { verifyAll } from '../../src/main/core/session/verify.ts'
import { readOne, write, type ReadableDb } from '../../src/main/core/vault/database.ts'
import { sql } from '../../src/main/core/vault/sql.ts'
import type { Store } from '../../src/main/core/vault/store-error.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import type { SessionId } from '../../src/shared/ids.ts'
import { fail } from '../../src/shared/result.ts'
import { foldAll } from '../../src/shared/session/fold.ts'
import { z } from '../../src/shared/zod.ts'
import { openRooms, type OpenRooms } from '../core/support/open-rooms.ts'
import { createOpenWorld, passphrase, startSession, valueOf, type World } from '../core/support/world.ts'

/** From now on the database may not grow, as on a full disk. SQLite reports both in the same way. */
function fillUp(db: ReadableDb<Store>): void {
  readOne(db, sql`PRAGMA max_page_count = 1`, z.unknown())
}

function makeRoom(db: ReadableDb<Store>): void {
  readOne(db, sql`PRAGMA max_page_count = 1073741823`, z.unknown())
}

describe('a full disk', () => {
  let rooms: OpenRooms

  beforeEach(async () => {
    rooms = await openRooms()
  })
  afterEach(() => rooms.close())

  const long = 'x'.repeat(10_000)

  it('refuses what does not fit, keeps what did, and goes on when there is room', async () => {
    const { record } = rooms.vault
    const { calls } = rooms.enter()
    const sessionId = await rooms.prepare({ ...rooms.enter(), calls })
    fillUp(record)
    let kept = 0
    const write10k = () => calls['session.record-note']({ sessionId, text: long })
    await expect(async () => {
      for (; kept < 1_000; kept += 1) await write10k()
    }).rejects.toMatchObject({ name: 'StoreError', code: 'disk-full' })

    expect(readRecordNotes(record, sessionId)).toHaveLength(kept)
    expect(foldAll(readSession(record, sessionId)).notes).toHaveLength(kept)
    makeRoom(record)
    valueOf(await write10k())
    expect(readRecordNotes(record, sessionId)).toHaveLength(kept + 1)
    expect(verifyAll(record).map(({ firstBreak }) => firstBreak)).toEqual([null])
  })

  it('leaves no private note that its writer was told is not kept', async () => {
    const { calls } = rooms.enter()
    const sessionId = await rooms.prepare({ ...rooms.enter(), calls })
    fillUp(rooms.vault.record)
    let kept = 0
    await expect(async () => {
      for (; kept < 10_000; kept += 1)
        await calls['session.keep-private-note']({ sessionId, text: 'thought' })
    }).rejects.toMatchObject({ code: 'disk-full' })
    expect(readPrivateNotes(rooms.vault.private, sessionId)).toHaveLength(kept)
    makeRoom(rooms.vault.record)
    expect(valueOf(await calls['session.private-notes']({ sessionId }))).toHaveLength(kept)
  })
})

describe('a damaged event', () => {
  const bySecret = { kind: 'passphrase', secret: passphrase } as const
  let world: World

  beforeEach(async () => {
    world = await createOpenWorld()
  })
  afterEach(() => world.close())

  async function losePart(sessionId: SessionId): Promise<void> {
    await world.get('vault.lock', {})
    const vault = valueOf(await unlockVault(world.paths.vaultDir, bySecret))
    write(vault.record, sql`DROP TRIGGER session_event_is_not_deleted`)
    write(vault.record, sql`DELETE FROM session_event WHERE session_id = ${sessionId} AND seq = 2`)
    vault.close()
    await world.get('vault.unlock', bySecret)
  }

  it('that is gone ends the session that ran, so that the next one is held and the vault is locked', async () => {
    const { sessionId, groupId, leadId } = await startSession(world)
    world.clock.pass(20 * 60_000)
    await world.core.beat()
    await losePart(sessionId)
    const [listed] = await world.get('session.current', {})
    expect(listed).toMatchObject({ sessionId, stage: 'ended', endedAtMs: world.clock.read().wallMs })
    expect(await world.ask('session.open', { sessionId })).toEqual(fail({ code: 'log-not-whole' }))
    const wish = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
    const next = await world.get('session.prepare', wish)
    const start = { type: 'start', end: 'full-length' } as const
    await world.get('session.act', { sessionId: next.sessionId, command: start })
    await world.core.beat()
    await world.get('vault.lock', {})
    await world.get('vault.unlock', bySecret)
    expect(await world.get('session.current', {})).toMatchObject([{ stage: 'running' }, { stage: 'ended' }])
  })

  it('that is gone takes no private note of its session along', async () => {
    const { sessionId } = await startSession(world)
    const note = await world.get('session.keep-private-note', { sessionId, text: 'halyard' })
    await world.get('session.keep-private-note', { sessionId, text: 'taken back' })
    await world.get('session.act', { sessionId, command: { type: 'undo' } })
    await losePart(sessionId)
    expect(await world.get('session.private-notes', { sessionId })).toEqual([note])
  })

  it.each(['ended', 'running'])(
    'is answered with its failure, and its %s session keeps nothing else closed',
    async (stage) => {
      const { act, sessionId } = await startSession(world)
      if (stage === 'ended') await act({ type: 'end' })
      await world.get('vault.lock', {})
      const vault = valueOf(
        await unlockVault(world.paths.vaultDir, { kind: 'passphrase', secret: passphrase }),
      )
      write(vault.record, sql`DROP TRIGGER session_event_is_not_changed`)
      write(vault.record, sql`UPDATE session_event SET body = '{}' WHERE seq = 2`)
      vault.close()
      await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
      expect(await world.ask('session.open', { sessionId })).toEqual({
        ok: false,
        error: { code: 'log-not-whole' },
      })
      expect(await world.get('session.current', {})).toHaveLength(1)
      expect((await world.get('roster.read', {})).groups).toHaveLength(1)
    },
  )
})
