/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { spawnSync } from 'node:child_process'
import { appendFileSync, copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDestructions } from '../../src/main/core/private/destroyed-repository.ts'
import { insertPrivateNote, readPrivateNotes } from '../../src/main/core/private/private-note-repository.ts'
import { letReview } from '../../src/main/core/vault/let-review.ts'
import { reviewVault } from '../../src/main/core/vault/review-vault.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { noteIdSchema, personIdSchema, sessionIdSchema } from '../../src/shared/ids.ts'
import { definitely, valueOf } from '../core/support/world.ts'
import {
  byPassphrase,
  makeVault,
  passphrase,
  recoveryCode,
  type MadeVault,
} from '../core/vault/temporary-vault.ts'

const stayingId = sessionIdSchema.parse(randomUUID())
const destroyedId = sessionIdSchema.parse(randomUUID())
const reviewerPassphrase = 'orchard violin seventeen snow'

let made: MadeVault
beforeAll(async () => {
  made = await makeVault(({ private: db }) => {
    for (const sessionId of [stayingId, destroyedId])
      insertPrivateNote(db, sessionId, { noteId: noteIdSchema.parse(randomUUID()), text: 'a thought' })
  })
  const letIn = { personId: personIdSchema.parse(randomUUID()), passphrase: reviewerPassphrase }
  valueOf(
    await letReview(made.folder, {
      ...letIn,
      authorPassphrase: passphrase,
      strength: floor,
      entering: (now) => now(),
    }),
  )
})
afterAll(() => made.remove())

/** Destroys in a process of its own; answers what it said, or nothing when it died. */
function destroyInChild(folder: string, fault: NodeJS.ProcessEnv): string | null {
  const preload = join(import.meta.dirname, 'die-at-call.mjs')
  const script = join(import.meta.dirname, 'destroy-in-child.ts')
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    ['--import', preload, script, folder, passphrase, destroyedId],
    { env: { ...process.env, ...fault }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  expect(status === 0 || signal === 'SIGKILL').toBe(true)
  return status === 0 ? stdout : null
}

/** That everything is there which should be, for everybody; and whether the notes are destroyed. */
async function lookAround(folder: string, isThorough = true): Promise<boolean> {
  // Somebody may review before the author is back: they leave private.db as the crash left it.
  if (isThorough) {
    const privateFiles = readdirSync(folder).filter((name) => name.startsWith('private.db'))
    valueOf(await reviewVault(folder, reviewerPassphrase)).close()
    expect(readdirSync(folder).filter((name) => name.startsWith('private.db'))).toEqual(privateFiles)
  }
  const vault = valueOf(await unlockVault(folder, byPassphrase))
  expect(readPrivateNotes(vault.private, stayingId)).toHaveLength(1)
  const isDestroyed = readPrivateNotes(vault.private, destroyedId).length === 0
  // What was destroyed and the account of it: both or neither.
  expect(listDestructions(vault.private)).toHaveLength(isDestroyed ? 1 : 0)
  vault.close()
  expect(readdirSync(folder).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
  if (isThorough) valueOf(await unlockVault(folder, { kind: 'recovery', secret: recoveryCode })).close()
  return isDestroyed
}

function copied(): { readonly folder: string; readonly remove: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  const folder = join(home, 'vault')
  cpSync(made.folder, folder, { recursive: true })
  return { folder, remove: () => rmSync(home, { recursive: true }) }
}

/** Outcomes of one fault after the other: until some moment nothing is destroyed, and from then on everything. */
function expectOneMoment(outcomes: readonly boolean[]): void {
  expect(outcomes.length).toBeGreaterThan(12)
  expect(outcomes[0]).toBe(false)
  expect(outcomes.at(-1)).toBe(true)
  expect(outcomes).toEqual(outcomes.toSorted((one, other) => Number(one) - Number(other)))
}

it('a console killed before any call while it destroys private notes leaves the old vault or the new one, whole', async () => {
  const outcomes: boolean[] = []
  for (let dieAt = 1, said: string | null = null; said === null; dieAt += 1) {
    const { folder, remove } = copied()
    said = destroyInChild(folder, { DIES_AT: String(dieAt) })
    outcomes.push(await lookAround(folder, said !== null || dieAt % 4 === 0))
    remove()
  }
  expectOneMoment(outcomes)
}, 600_000)

it('a disk that is full in any call while private notes are destroyed leaves the old vault or the new one, whole', async () => {
  const outcomes: boolean[] = []
  const told = new Set<string>()
  for (let fullAt = 1, said = ''; said !== 'destroyed'; fullAt += 1) {
    const { folder, remove } = copied()
    said = definitely(destroyInChild(folder, { IS_FULL_AT: String(fullAt) }))
    told.add(said)
    const isDestroyed = await lookAround(folder, fullAt % 4 === 0)
    if (said === 'disk-full') expect(isDestroyed).toBe(false)
    else if (said.startsWith('destroyed')) expect(isDestroyed).toBe(true)
    outcomes.push(isDestroyed)
    remove()
  }
  expectOneMoment(outcomes)
  expect([...told].toSorted()).toEqual([
    'change-unsettled',
    'destroyed',
    'destroyed, on a full disk',
    'disk-full',
  ])
}, 600_000)

describe('what a crash left', () => {
  it.each<[string, string]>([
    ['half a copy under the old key', 'private.db.making'],
    ['half a copy under its next name', 'private.db.next'],
  ])('%s is never taken for the private notes', async (_, name) => {
    const { folder, remove } = copied()
    const path = join(folder, name)
    copyFileSync(join(folder, 'private.db'), path)
    truncateSync(path, 8_192)
    appendFileSync(path, Buffer.alloc(4_096, 7))
    // Under the name that counts, a file could only be whole and under another key.
    if (name.endsWith('.next')) truncateSync(path, 100)
    expect(await lookAround(folder)).toBe(false)
    remove()
  })

  it('of both keys is settled for both', async () => {
    const { folder, remove } = copied()
    for (const store of ['record', 'private']) {
      for (const next of ['making', 'next'])
        copyFileSync(join(made.folder, 'vault.json'), join(folder, `${store}.db.${next}`))
    }
    expect(await lookAround(folder)).toBe(false)
    remove()
  })
})
