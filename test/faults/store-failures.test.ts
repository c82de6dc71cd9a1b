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
  let world: World

  beforeEach(async () => {
    world = await createOpenWorld()
  })
  afterEach(() => world.close())

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
