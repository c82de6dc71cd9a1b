import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeAltered } from '../../../src/main/core/vault/alter-copy.ts'
import { connect } from '../../../src/main/core/vault/connect.ts'
import { readOne, write } from '../../../src/main/core/vault/database.ts'
import { letReview } from '../../../src/main/core/vault/let-review.ts'
import { reviewVault } from '../../../src/main/core/vault/review-vault.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault, withKeys } from '../../../src/main/core/vault/unlock-vault.ts'
import { databasePath } from '../../../src/main/core/vault/vault-files.ts'
import { personIdSchema } from '../../../src/shared/ids.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { z } from '../../../src/shared/zod.ts'
import { rewriteStores } from '../support/rewrite-stores.ts'
import { valueOf } from '../support/world.ts'
import { byPassphrase, makeVault, passphrase, recoveryCode, type MadeVault } from './temporary-vault.ts'

const reviewerPassphrase = 'orchard violin seventeen snow'

let made: MadeVault
let oldKey: Buffer

beforeAll(async () => {
  made = await makeVault(({ record }) => write(record, sql`INSERT INTO clinic VALUES (1, 'Elm Street')`))
  valueOf(
    await letReview(made.folder, {
      personId: personIdSchema.parse(randomUUID()),
      passphrase: reviewerPassphrase,
      authorPassphrase: passphrase,
      strength: floor,
      entering: (now) => now(),
    }),
  )
  oldKey = valueOf(await withKeys(made.folder, byPassphrase, (keys) => succeed(Buffer.from(keys.record))))
})
afterAll(() => made.remove())

async function rewrite(authorPassphrase: string) {
  const vault = valueOf(await unlockVault(made.folder, byPassphrase))
  const rewritten = await rewriteStores(made.folder, {
    vault,
    authorPassphrase,
    alter: async (copy) =>
      writeAltered('record', copy, (db) => void write(db, sql`UPDATE clinic SET name = 'Oak Street'`)),
  })
  const open = rewritten.ok ? rewritten.value : vault
  const name = readOne(open.record, sql`SELECT name FROM clinic`, z.strictObject({ name: z.string() }))?.name
  open.close()
  return { rewritten, name }
}

it('with a wrong passphrase the record stays as it is', async () => {
  const { rewritten, name } = await rewrite('copper ladder evening moss')
  expect(rewritten).toEqual(fail({ code: 'wrong-secret' }))
  expect(name).toBe('Elm Street')
})

it('the record that was written anew is under another key, and everybody opens it as before', async () => {
  expect((await rewrite(passphrase)).name).toBe('Oak Street')
  expect(connect('record', databasePath(made.folder, 'record'), oldKey).ok).toBe(false)
  expect(readdirSync(made.folder).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
  valueOf(await unlockVault(made.folder, byPassphrase)).close()
  valueOf(await unlockVault(made.folder, { kind: 'recovery', secret: recoveryCode })).close()
  valueOf(await reviewVault(made.folder, reviewerPassphrase)).close()
})
