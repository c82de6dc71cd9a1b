import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeHold } from '../../../src/main/core/retention/erasing-repository.ts'
import { transact, write, type WritableDb } from '../../../src/main/core/vault/database.ts'
import type { OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { sql, type Query } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import type { PersonId } from '../../../src/shared/ids.ts'
import { passphrase, valueOf } from '../support/world.ts'
import { createKeptWorld, rowsOf, type KeptWorld } from './kept-world.ts'

let kept: KeptWorld
let vault: OpenVault

beforeAll(async () => {
  kept = await createKeptWorld()
  await kept.world.get('vault.lock', {})
  vault = valueOf(await unlockVault(kept.world.paths.vaultDir, { kind: 'passphrase', secret: passphrase }))
})
afterAll(async () => {
  vault.close()
  await kept.world.close()
})

class Restored extends Error {}

/** What becomes of some work, all of which is taken back. */
function tried(work: (record: WritableDb<'record'>) => void): void {
  try {
    transact(vault.record, () => {
      work(vault.record)
      throw new Restored()
    })
  } catch (error) {
    if (!(error instanceof Restored)) throw error
  }
}

const guarded = [
  'session_event',
  'record_note',
  'signed_note',
  'care_entry',
  'scale_result',
  'scale_follow_up',
  'scale_follow_up_owner',
  'scale_follow_up_closing',
  'disclosure',
  'supervision_comment',
  'legal_hold',
  'erasure',
  'access_entry',
]

function everyRow(table: string): Query {
  const text = [`DELETE FROM "${table}"`]
  return sql(Object.assign(text, { raw: text }))
}

describe('the database itself', () => {
  it.each(guarded)('lets go of no row of %s while nothing is erased', (table) => {
    const rows = rowsOf(vault.record, table)
    // Where there is none, there is nothing to let go of.
    if (rows === '[]') return
    expect(() => tried((record) => write(record, everyRow(table)))).toThrow(/never/u)
    expect(rowsOf(vault.record, table)).toBe(rows)
  })

  it.each(guarded.filter((table) => table !== 'erasure' && table !== 'access_entry'))(
    'lets go of nobody else’s row of %s while somebody is erased',
    (table) => {
      expect(() =>
        tried((record) => {
          takeHold(record, [kept.goneId])
          // The other person's stand beside them.
          if (table === 'legal_hold') placeHold(record, kept.stayingId)
          write(record, everyRow(table))
        }),
      ).toThrow(/never/u)
    },
  )

  it('takes nobody who is held, enrolled, waiting for a place or expected', () => {
    const enrolledId = kept.stayingId
    const ways: ((record: WritableDb<'record'>) => void)[] = [
      (record) => placeHold(record, kept.goneId),
      (record) => placeHold(record, null),
      (record) =>
        write(
          record,
          sql`INSERT INTO group_waiting VALUES (${kept.shared.groupId}, ${kept.goneId}, 1, '2026-11-24')`,
        ),
      (record) =>
        write(record, sql`UPDATE session SET stage = 'prepared' WHERE session_id = ${kept.shared.sessionId}`),
    ]
    for (const way of ways)
      expect(() =>
        tried((record) => {
          way(record)
          takeHold(record, [kept.goneId])
        }),
      ).toThrow('a chart on hold or in care is not erased')
    expect(() => tried((record) => takeHold(record, [enrolledId]))).toThrow(
      'a chart on hold or in care is not erased',
    )
  })

  it('takes no session of somebody whose chart stays', () => {
    expect(() =>
      tried((record) => {
        takeHold(record, [kept.goneId])
        write(record, sql`INSERT INTO erasing_session VALUES (${kept.shared.sessionId})`)
      }),
    ).toThrow('a session of a chart that stays is not erased')
  })
})

function placeHold(record: WritableDb<'record'>, personId: PersonId | null): void {
  write(
    record,
    sql`INSERT INTO legal_hold (hold_id, person_id, reason, placed_at_ms, placed_by_id)
        VALUES ('h', ${personId}, 'Subpoena', 1, 'x')`,
  )
}
