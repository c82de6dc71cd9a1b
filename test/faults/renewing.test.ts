/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readOne, write } from '../../src/main/core/vault/database.ts'
import type { AuthorKeys } from '../../src/main/core/vault/key-slots.ts'
import { letReview } from '../../src/main/core/vault/let-review.ts'
import { drawNewKeys } from '../../src/main/core/vault/new-keys.ts'
import { reviewVault } from '../../src/main/core/vault/review-vault.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import { sql } from '../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { personIdSchema } from '../../src/shared/ids.ts'
import { z } from '../../src/shared/zod.ts'
import { valueOf } from '../core/support/world.ts'
import {
  byPassphrase,
  makeVault,
  passphrase,
  recoveryCode,
  type MadeVault,
} from '../core/vault/temporary-vault.ts'

const byCode = { kind: 'recovery', secret: recoveryCode } as const
const reviewer = { personId: personIdSchema.parse(randomUUID()), passphrase: 'orchard violin seventeen snow' }
const fillerCount = 30
const preload = join(import.meta.dirname, 'die-at-call.mjs')
const script = join(import.meta.dirname, 'renew-in-child.ts')
const scratch: string[] = []

let made: MadeVault
/** The keys that every child uses, so that none has to derive them: in a file. */
let drawn: string
let oldHeader: string

beforeAll(async () => {
  made = await makeVault(({ record, private: privateStore }) => {
    write(record, sql`INSERT INTO clinic VALUES (1, 'Elm Street')`)
    write(record, sql`CREATE TABLE filler (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT`)
    for (let id = 1; id <= fillerCount; id += 1)
      write(record, sql`INSERT INTO filler VALUES (${id}, randomblob(${20_000}))`)
    write(privateStore, sql`INSERT INTO private_note VALUES ('note', 'session', 'a thought')`)
  })
  const letIn = { ...reviewer, authorPassphrase: passphrase, strength: floor }
  valueOf(await letReview(made.folder, { ...letIn, entering: (now) => now() }))
  oldHeader = readFileSync(join(made.folder, 'vault.json'), 'utf8')
  const secrets = { passphrase, recoveryCode }
  const fresh = await drawNewKeys(made.folder, secrets, async () => floor, randomBytes)
  if (!fresh.ok) expect.unreachable(fresh.error.code)
  const { keys, newKeys, ...headers } = fresh.value
  drawn = join(dirname(made.folder), 'drawn.json')
  writeFileSync(drawn, JSON.stringify({ keys: inHex(keys), newKeys: inHex(newKeys), ...headers }))
})
function inHex({ root, record, private: privateKey }: AuthorKeys) {
  return {
    root: root.toString('hex'),
    record: record.toString('hex'),
    private: privateKey.toString('hex'),
  }
}

afterAll(() => {
  made.remove()
  for (const folder of scratch) rmSync(folder, { recursive: true, force: true })
})

function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-renewing-'))
  scratch.push(folder)
  cpSync(made.folder, folder, { recursive: true })
  return folder
}

interface Ended {
  readonly hasDied: boolean
  readonly said: string
}

function renewInChild(folder: string, env: Record<string, string>): Ended {
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    ['--import', preload, script, folder, drawn],
    {
      env: { ...process.env, DIES_IN: 'writeSync fsync', ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  expect(status === 0 || signal === 'SIGKILL').toBe(true)
  return { hasDied: signal === 'SIGKILL', said: stdout }
}

const rowSchema = z.strictObject({ value: z.string() })
const countSchema = z.strictObject({ value: z.int() })

/** That everything is there and nothing else, for everybody who may read it; answers whether the keys are new. */
async function lookAround(folder: string, isThorough: boolean): Promise<boolean> {
  const vault = valueOf(await unlockVault(folder, byPassphrase))
  const read = (query: Parameters<typeof readOne>[1]) => readOne(vault.record, query, rowSchema)?.value
  expect(read(sql`SELECT name AS value FROM clinic`)).toBe('Elm Street')
  expect(readOne(vault.record, sql`SELECT count(*) AS value FROM filler`, countSchema)?.value).toBe(
    fillerCount,
  )
  expect(read(sql`SELECT integrity_check AS value FROM pragma_integrity_check`)).toBe('ok')
  expect(readOne(vault.private, sql`SELECT text AS value FROM private_note`, rowSchema)?.value).toBe(
    'a thought',
  )
  vault.close()
  expect(readdirSync(folder).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
  if (isThorough) {
    valueOf(await unlockVault(folder, byCode)).close()
    valueOf(await reviewVault(folder, reviewer.passphrase)).close()
  }
  return readFileSync(join(folder, 'vault.json'), 'utf8') !== oldHeader
}

it(
  'killed before any call, the vault is under its old keys or under the new ones, whole',
  { timeout: 400_000 },
  async () => {
    const outcomes: boolean[] = []
    for (let dieAt = 1; ; dieAt += 1) {
      const folder = copy()
      const { hasDied, said } = renewInChild(folder, { DIES_AT: String(dieAt) })
      const isNew = await lookAround(folder, dieAt % 8 === 0 || !hasDied)
      rmSync(folder, { recursive: true })
      if (!hasDied) {
        expect([said, isNew]).toEqual(['renewed', true])
        break
      }
      outcomes.push(isNew)
    }
    expect(outcomes.length).toBeGreaterThan(20)
    // One moment parts the two: once the keys are new, they stay new.
    const firstNew = outcomes.indexOf(true)
    expect(outcomes.slice(firstNew)).not.toContain(false)
    expect(new Set(outcomes)).toEqual(new Set([false, true]))
  },
)

it(
  'with the disk full in any call, it says so and everything is as it was, or it is done',
  { timeout: 400_000 },
  async () => {
    const codes: string[] = []
    for (let fullAt = 1; ; fullAt += 1) {
      const folder = copy()
      const { said } = renewInChild(folder, { IS_FULL_AT: String(fullAt) })
      const isNew = await lookAround(folder, false)
      rmSync(folder, { recursive: true })
      if (!said.endsWith(' full')) break
      const code = said.replace(' full', '')
      codes.push(code)
      if (code === 'disk-full') expect(isNew, String(fullAt)).toBe(false)
      else expect(['renewed', 'change-unsettled']).toContain(code)
    }
    expect(codes).toContain('disk-full')
    expect(codes).toContain('renewed')
  },
)

it('killed at random instants while it runs, nothing is lost', async () => {
  for (let run = 0; run < 8; run += 1) {
    const folder = copy()
    const child = spawn(process.execPath, [script, folder, drawn], {
      env: { ...process.env, SAYS_WHEN: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const gone = new Promise((resolve) => void child.once('close', resolve))
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * 60))
    await gone
    await lookAround(folder, true)
    rmSync(folder, { recursive: true })
  }
})
