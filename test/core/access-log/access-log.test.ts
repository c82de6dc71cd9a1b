import { afterEach, beforeEach, expect, it } from 'vitest'
import { write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { proposeRecoveryCode } from '../../../src/shared/vault/recovery-code.ts'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { renewed, whats } from '../joints/joint-world.ts'
import { createReviewedWorld, type ReviewedWorld } from '../reviewer/reviewed-world.ts'
import { passphrase, recoveryCode, valueOf } from '../support/world.ts'

let reviewed: ReviewedWorld
beforeEach(async () => {
  reviewed = await createReviewedWorld()
})
afterEach(() => reviewed.world.close())

const list = () => reviewed.world.get('access.list', { beforeSeq: null, personId: null })

it('every opening, view of a member, export and revoking is in it, by whom, for author and reviewer', async () => {
  const { world, session, memberId, reviewerId } = reviewed
  const { sessionId } = session
  await reviewed.review()
  await world.get('member.review', { personId: memberId })
  // A page that is read again is not looked at again.
  await world.get('member.review', { personId: memberId })
  const asReviewer = await list()
  expect(asReviewer[0]).toMatchObject({
    what: 'member-viewed',
    openedBy: 'reviewer',
    reviewerId,
    personId: memberId,
  })
  await reviewed.unlock()
  await world.get('member.review', { personId: memberId })
  const consent = { kind: 'disclosure', recipient: 'Riverbend', purpose: 'care', reference: 'R-3' } as const
  await world.get('export.note-bundle', { sessionId, personId: memberId, consent })
  await world.get('vault.lock', {})
  await world.get('vault.unlock', { kind: 'recovery', secret: recoveryCode })
  await world.get('reviewer.revoke', { personId: reviewerId, authorPassphrase: passphrase })
  expect(await whats(world)).toEqual([
    'passphrase opened',
    'passphrase reviewer-let-in',
    'reviewer opened',
    'reviewer member-viewed',
    'passphrase opened',
    'passphrase member-viewed',
    'passphrase exported',
    'passphrase disclosed',
    'recovery opened',
    'recovery reviewer-revoked',
  ])
  expect((await list()).map(({ seq }) => seq)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
})

it('each change of a way in is in it: both secrets, and new keys once they count', async () => {
  const { world } = reviewed
  const changed = 'another quiet harbour altogether'
  const code = proposeRecoveryCode(systemRandom.bytes)
  const proof = { kind: 'passphrase', secret: passphrase } as const
  expect(await world.ask('keys.change-passphrase', { proof, passphrase: 'short' })).toMatchObject({
    ok: false,
  })
  await world.get('keys.change-passphrase', { proof, passphrase: changed })
  await world.get('keys.change-recovery-code', { authorPassphrase: changed, recoveryCode: code })
  await world.get('keys.renew', { authorPassphrase: changed, recoveryCode: code })
  expect(await renewed(world)).toMatchObject({ stage: 'done' })
  expect((await whats(world)).slice(-3)).toEqual([
    'passphrase passphrase-changed',
    'passphrase recovery-code-changed',
    'passphrase keys-renewed',
  ])
  await world.get('keys.renew', { authorPassphrase: changed, recoveryCode: code })
  await world.get('keys.cancel-renewal', {})
  expect(await renewed(world)).toMatchObject({ stage: 'cancelled' })
  expect((await whats(world)).at(-1)).toBe('passphrase keys-renewed')
})

it('is read a page at a time, newest first, and by the person it is about', async () => {
  const { world, memberId } = reviewed
  await world.get('member.review', { personId: memberId })
  const [newest] = await list()
  const older = await world.get('access.list', { beforeSeq: newest?.seq ?? 0, personId: null })
  expect(older.map(({ what }) => what)).toEqual(['reviewer-let-in', 'opened'])
  expect(await world.get('access.list', { beforeSeq: null, personId: memberId })).toEqual([newest])
})

it('looks at a member again after a while, or after another one, are looks', async () => {
  const { world, memberId, session } = reviewed
  const [, second] = session.memberIds
  const look = (personId: typeof memberId) => world.get('member.review', { personId })
  await look(memberId)
  await look(second ?? memberId)
  await look(memberId)
  world.clock.pass(11 * 60_000)
  await look(memberId)
  expect((await whats(world)).filter((what) => what.endsWith('member-viewed'))).toHaveLength(4)
})

it('SQL changes, deletes and replaces no entry', async () => {
  const { world } = reviewed
  await world.get('vault.lock', {})
  const vault = valueOf(await unlockVault(world.paths.vaultDir, { kind: 'passphrase', secret: passphrase }))
  const { record } = vault
  expect(() => write(record, sql`UPDATE access_entry SET at_ms = 0`)).toThrow('never changed')
  expect(() => write(record, sql`DELETE FROM access_entry`)).toThrow('never deleted')
  expect(() =>
    write(
      record,
      sql`INSERT OR REPLACE INTO access_entry (seq, at_ms, opened_by, what) VALUES (1, 0, 'passphrase', 'x')`,
    ),
  ).toThrow('never replaced')
  vault.close()
})
