/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { spawnSync } from 'node:child_process'
import { appendFileSync, copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAccess } from '../../src/main/core/access-log/access-repository.ts'
import { readOne, write } from '../../src/main/core/vault/database.ts'
import { letReview } from '../../src/main/core/vault/let-review.ts'
import { openRecordToRead } from '../../src/main/core/vault/read-record.ts'
import { reviewVault } from '../../src/main/core/vault/review-vault.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import { sql } from '../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { personIdSchema, type PersonId } from '../../src/shared/ids.ts'
import { z } from '../../src/shared/zod.ts'
import { valueOf } from '../core/support/world.ts'
import {
  byPassphrase,
  makeVault,
  passphrase,
  recoveryCode,
  type MadeVault,
} from '../core/vault/temporary-vault.ts'

const revokedId = personIdSchema.parse(randomUUID())
const stayingId = personIdSchema.parse(randomUUID())
const passphraseOf = new Map<PersonId, string>([
  [revokedId, 'orchard violin seventeen snow'],
  [stayingId, 'copper ladder evening moss'],
])

let made: MadeVault
beforeAll(async () => {
  made = await makeVault(({ record, private: privateStore }) => {
    write(record, sql`INSERT INTO clinic VALUES (1, 'Elm Street')`)
    write(privateStore, sql`INSERT INTO private_note VALUES ('note', 'session', 'a thought')`)
  })
  for (const [personId, typed] of passphraseOf) {
    const letIn = { personId, passphrase: typed, authorPassphrase: passphrase, strength: floor }
    valueOf(await letReview(made.folder, { ...letIn, entering: (now) => now() }))
  }
})
afterAll(() => made.remove())

/** Revokes in a process that dies before so many calls of the file system; answers whether it had died. */
function revokeAndDie(folder: string, dieAt: number): boolean {
  const preload = join(import.meta.dirname, 'die-at-call.mjs')
  const script = join(import.meta.dirname, 'revoke-in-child.ts')
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    ['--import', preload, script, folder, passphrase, revokedId],
    {
      env: { ...process.env, DIES_AT: String(dieAt) },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  expect(status === 0 || signal === 'SIGKILL').toBe(true)
  if (status === 0) expect(stdout).toBe('revoked')
  return signal === 'SIGKILL'
}

const rowSchema = z.strictObject({ value: z.string() })

/** That everything is there, for the author and for whoever still reviews; and whether the revoked one is out. */
async function lookAround(folder: string, isThorough = true): Promise<boolean> {
  const verified = valueOf(await openRecordToRead(folder, byPassphrase))
  expect(readOne(verified.record, sql`SELECT name AS value FROM clinic`, rowSchema)?.value).toBe('Elm Street')
  verified.close()
  const vault = valueOf(await unlockVault(folder, byPassphrase))
  expect(readOne(vault.record, sql`SELECT name AS value FROM clinic`, rowSchema)?.value).toBe('Elm Street')
  expect(readOne(vault.private, sql`SELECT text AS value FROM private_note`, rowSchema)?.value).toBe(
    'a thought',
  )
  const isNoted = listAccess(vault.record, null, null).some(({ what }) => what === 'reviewer-revoked')
  vault.close()
  expect(readdirSync(folder).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
  if (isThorough) {
    valueOf(await unlockVault(folder, { kind: 'recovery', secret: recoveryCode })).close()
    valueOf(await reviewVault(folder, passphraseOf.get(stayingId) ?? '')).close()
  }
  const revoked = await reviewVault(folder, passphraseOf.get(revokedId) ?? '')
  if (revoked.ok) revoked.value.close()
  else expect(revoked.error.code).toBe('wrong-secret')
  // The account of it and the key: both or neither.
  expect(isNoted).toBe(!revoked.ok)
  return !revoked.ok
}

it('a console killed before any call while it revokes leaves the old record or the new one, whole', async () => {
  const outcomes: boolean[] = []
  for (let dieAt = 1, hasDied = true; hasDied; dieAt += 1) {
    const home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
    const folder = join(home, 'vault')
    cpSync(made.folder, folder, { recursive: true })
    hasDied = revokeAndDie(folder, dieAt)
    // Each of the derivations takes its time.
    outcomes.push(await lookAround(folder, !hasDied || dieAt % 4 === 0))
    rmSync(home, { recursive: true })
  }
  // First nobody is revoked, from one moment on they are, and nothing goes back and forth.
  expect(outcomes.length).toBeGreaterThan(12)
  expect(outcomes[0]).toBe(false)
  expect(outcomes.at(-1)).toBe(true)
  expect(outcomes).toEqual(outcomes.toSorted((one, other) => Number(one) - Number(other)))
}, 600_000)

describe('what a crash left', () => {
  let home: string
  let folder: string
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
    folder = join(home, 'vault')
    cpSync(made.folder, folder, { recursive: true })
  })
  afterAll(() => rmSync(home, { recursive: true }))

  it.each<[string, string]>([
    ['half a copy under the old key', 'record.db.making'],
    ['half a copy under its next name', 'record.db.next'],
  ])('%s is never taken for the record', async (_, name) => {
    const path = join(folder, name)
    copyFileSync(join(folder, 'record.db'), path)
    truncateSync(path, 8_192)
    appendFileSync(path, Buffer.alloc(4_096, 7))
    // Under the name that counts, a file could only be whole and under another key.
    if (name.endsWith('.next')) truncateSync(path, 100)
    expect(await lookAround(folder)).toBe(false)
  })
})
