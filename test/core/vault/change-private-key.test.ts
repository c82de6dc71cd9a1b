/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { randomBytes, randomUUID } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { writeAltered } from '../../../src/main/core/vault/alter-copy.ts'
import { connect } from '../../../src/main/core/vault/connect.ts'
import { readAll, readOne, write, type ReadableDb } from '../../../src/main/core/vault/database.ts'
import { unwrapKeys } from '../../../src/main/core/vault/key-slots.ts'
import { letReview } from '../../../src/main/core/vault/let-review.ts'
import type { OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { reviewVault } from '../../../src/main/core/vault/review-vault.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import type { Store } from '../../../src/main/core/vault/store-error.ts'
import { drawStoreKeys } from '../../../src/main/core/vault/store-keys.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { personIdSchema } from '../../../src/shared/ids.ts'
import { z } from '../../../src/shared/zod.ts'
import { mountSmallDisk } from '../../support/small-disk.ts'
import { revokeReview, rewriteStores, rewriteWith, type Rewriting } from '../support/rewrite-stores.ts'
import { valueOf } from '../support/world.ts'
import { headerOf, makeOlderVault, newestHeaderOf, takeBack } from './older-vault.ts'
import {
  byPassphrase,
  copyOf,
  makeVault,
  passphrase,
  recoveryCode,
  temporaryFolder,
  type MadeVault,
} from './temporary-vault.ts'

const reviewerId = personIdSchema.parse(randomUUID())
const reviewerPassphrase = 'orchard violin seventeen snow'

const fill = ({ record, private: privateStore }: OpenVault) => {
  write(record, sql`INSERT INTO clinic VALUES (1, 'Elm Street')`)
  write(privateStore, sql`INSERT INTO private_note VALUES ('note', 'session', 'a thought')`)
}

const made = new Map<string, MadeVault>()
beforeAll(async () => {
  made.set('version 1', await makeOlderVault(fill))
  const second = await makeOlderVault(fill)
  await letIn(second.folder)
  await takeBack(second.folder, 2, second.keys.record)
  made.set('version 2', second)
  made.set('version 3', await makeVault(fill))
  const reviewed = await makeVault(fill)
  await letIn(reviewed.folder)
  made.set('version 3 with a reviewer', reviewed)
})
afterAll(() => made.forEach((vault) => vault.remove()))

function madeOf(kind: string): MadeVault {
  const vault = made.get(kind)
  if (vault === undefined) throw new Error('no such vault')
  return vault
}

async function letIn(
  folder: string,
  entering = (writeHeaderNow: () => void) => writeHeaderNow(),
): Promise<void> {
  const letting = { personId: reviewerId, passphrase: reviewerPassphrase, authorPassphrase: passphrase }
  valueOf(await letReview(folder, { ...letting, strength: floor, entering }))
}

function change(folder: string, vault: OpenVault, others: Partial<Rewriting> = {}) {
  return rewriteStores(folder, { vault, authorPassphrase: passphrase, stores: ['private'], ...others })
}

async function unlock(folder: string): Promise<OpenVault> {
  const vault = valueOf(await unlockVault(folder, byPassphrase))
  onTestFinished(() => vault.close())
  return vault
}

const secrets = [byPassphrase, { kind: 'recovery', secret: recoveryCode }] as const
const isOlder = (kind: string) => !kind.startsWith('version 3')

const noteSchema = z.strictObject({ text: z.string() })
const notesOf = (db: ReadableDb<'private'>) => readAll(db, sql`SELECT text FROM private_note`, noteSchema)

/** That every secret opens what it should; which files there are. */
async function lookAround(folder: string, isReviewed: boolean): Promise<void> {
  for (const secret of secrets) {
    const vault = valueOf(await unlockVault(folder, secret))
    expect(notesOf(vault.private)).toEqual([{ text: 'a thought' }])
    expect(readOne(vault.record, sql`SELECT name FROM clinic`, z.unknown())).toEqual({ name: 'Elm Street' })
    vault.close()
  }
  const reviewed = await reviewVault(folder, reviewerPassphrase)
  expect(reviewed.ok ? 'reviewed' : reviewed.error.code).toBe(isReviewed ? 'reviewed' : 'wrong-secret')
  if (reviewed.ok) reviewed.value.close()
  expect(readdirSync(folder).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
}

function bytesOf(folder: string) {
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')])
}

describe.each([
  ['version 1', false],
  ['version 2', true],
  ['version 3', false],
  ['version 3 with a reviewer', true],
])('another key of private.db in a vault of %s', (kind, isReviewed) => {
  it('is opened by every secret that opened it, twice over, and no longer by the old key', async () => {
    const { keys } = madeOf(kind)
    const folder = copyOf(madeOf(kind))
    for (let count = 0; count < 2; count += 1) {
      const before = readFileSync(join(folder, 'record.db'))
      const vault = await unlock(folder)
      const changed = valueOf(await change(folder, vault))
      expect(vault.isOpen()).toBe(false)
      expect(notesOf(changed.private)).toEqual([{ text: 'a thought' }])
      changed.close()
      expect(headerOf(folder).version).toBe(3)
      expect(readFileSync(join(folder, 'record.db')).equals(before)).toBe(true)
      await lookAround(folder, isReviewed)
    }
    const kept = connect('private', join(folder, 'private.db'), keys.private)
    expect(kept).toEqual({ ok: false, error: { code: 'damaged-private' } })
    for (const secret of secrets) {
      const left = Object.values(valueOf(await unwrapKeys(headerOf(folder), secret)))
      // The recovery code is not at hand, so in an older vault what its slot leads to stays what it was.
      expect(left.some((key) => key.equals(keys.private))).toBe(isOlder(kind))
    }
  })

  it('goes with another record key, before and after it', async () => {
    const folder = copyOf(madeOf(kind))
    if (!isReviewed) await letIn(folder)
    let vault = valueOf(await change(folder, await unlock(folder)))
    vault = valueOf(await revokeReview(folder, { personId: reviewerId, authorPassphrase: passphrase, vault }))
    valueOf(await change(folder, vault)).close()
    await lookAround(folder, false)
  })

  it('is not made with a wrong passphrase, which changes no byte', async () => {
    const folder = copyOf(madeOf(kind))
    const vault = await unlock(folder)
    const before = bytesOf(folder)
    const typed = isReviewed ? reviewerPassphrase : recoveryCode
    expect(await change(folder, vault, { authorPassphrase: typed })).toEqual({
      ok: false,
      error: { code: 'wrong-secret' },
    })
    expect(vault.isOpen()).toBe(true)
    expect(bytesOf(folder)).toEqual(before)
  })
})

it('what the author’s slots lead to opens nothing by itself, but in a vault of an older program', () => {
  for (const [kind, { keys }] of made) {
    const opened = connect('private', join(copyOf(madeOf(kind)), 'private.db'), keys.root)
    expect(opened.ok).toBe(isOlder(kind))
    if (opened.ok) opened.value.close()
  }
})

it('letting somebody review leaves private.db under the key that it has', async () => {
  for (const kind of ['version 1', 'version 3']) {
    const folder = copyOf(madeOf(kind))
    const before = readFileSync(join(folder, 'private.db'))
    await letIn(folder)
    expect(headerOf(folder).version).toBe(3)
    expect(readFileSync(join(folder, 'private.db')).equals(before)).toBe(true)
    await lookAround(folder, true)
  }
})

describe('what was begun before a key was changed, and ends after it, brings no old key back:', () => {
  it('another change of it', async () => {
    const folder = copyOf(madeOf('version 3'))
    const vault = await unlock(folder)
    const asked = { stores: ['private'], authorPassphrase: passphrase, randomBytes } as const
    const drawn = valueOf(await drawStoreKeys(folder, asked))
    const changed = valueOf(await change(folder, vault))
    expect(await rewriteWith(folder, drawn, { ...asked, vault: changed })).toEqual({
      ok: false,
      error: { code: 'in-use' },
    })
    await lookAround(folder, false)
  })

  it('letting somebody review', async () => {
    const folder = copyOf(madeOf('version 3'))
    const changed = copyOf(madeOf('version 3'))
    valueOf(await change(changed, await unlock(changed))).close()
    const letting = letIn(folder, (writeHeaderNow) => {
      for (const name of ['vault.json', 'private.db']) copyFileSync(join(changed, name), join(folder, name))
      writeHeaderNow()
    })
    await expect(letting).rejects.toMatchObject({ code: 'in-use' })
    await lookAround(folder, false)
  })
})

/** From now on the database may not grow, as on a full disk. SQLite reports both in the same way. */
function fillUp(db: ReadableDb<Store>): void {
  readOne(db, sql`PRAGMA max_page_count = 1`, z.unknown())
}

describe('a change that fails', () => {
  it('leaves the vault as it was', async () => {
    const folder = copyOf(madeOf('version 3 with a reviewer'))
    const vault = await unlock(folder)
    const header = newestHeaderOf(folder)
    const changed = await change(folder, vault, {
      alter: async (copy) =>
        writeAltered('private', copy, (db) => {
          fillUp(db)
          write(db, sql`INSERT INTO private_note VALUES ('long', 'session', ${'x'.repeat(100_000)})`)
        }),
    })
    expect(changed).toEqual({ ok: false, error: { code: 'disk-full' } })
    expect(newestHeaderOf(folder)).toEqual(header)
    await lookAround(folder, true)
  })

  it('for want of room on the disk leaves it too, wherever the room ends', async ({ skip }) => {
    const home = temporaryFolder()
    onTestFinished(() => rmSync(home, { recursive: true }))
    const outcomes = new Set<string>()
    const { folder: original } = madeOf('version 3')
    const needed = readdirSync(original).reduce(
      (sum, name) => sum + readFileSync(join(original, name)).length,
      0,
    )
    for (let spare = 8_192; spare <= 4 * needed; spare += 65_536) {
      const disk = mountSmallDisk(join(home, 'vault'), needed + spare)
      if (typeof disk === 'string') return skip(disk)
      try {
        for (const name of readdirSync(original)) copyFileSync(join(original, name), join(disk.path, name))
        const vault = valueOf(await unlockVault(disk.path, byPassphrase))
        const changed = await change(disk.path, vault)
        outcomes.add(changed.ok ? 'changed' : changed.error.code)
        if (changed.ok) changed.value.close()
        await lookAround(disk.path, false)
        if (changed.ok) break
      } finally {
        disk.remove()
      }
    }
    expect([...outcomes]).toEqual(['disk-full', 'changed'])
  })
})
