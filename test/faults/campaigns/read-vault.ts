/* oxlint-disable no-await-in-loop -- one after the other, as a console asks */
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { createCore } from '../../../src/main/core/create-core.ts'
import { enterVault, type Sources } from '../../../src/main/core/dispatch.ts'
import { systemRandom } from '../../../src/main/core/effects.ts'
import type { Handlers } from '../../../src/main/core/handler.ts'
import type { CoreCallName } from '../../../src/main/core/protocol.ts'
import { verifyAll } from '../../../src/main/core/session/verify.ts'
import { readAll } from '../../../src/main/core/vault/database.ts'
import type { Secret, VaultKeys } from '../../../src/main/core/vault/key-slots.ts'
import { openWithKeys, type OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { StoreError } from '../../../src/main/core/vault/store-error.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import { defaultPreferences } from '../../../src/shared/ipc/preference-calls.ts'
import { succeed, type Result } from '../../../src/shared/result.ts'
import { z } from '../../../src/shared/zod.ts'
import { rowsOf } from '../../core/retention/kept-world.ts'
import { createSimulatedClock } from '../../core/support/simulated-clock.ts'
import { questionsAbout, type Answerer, type AskedAbout } from './vault-questions.ts'

/** What came of one question: what was read, hashed; the failure that was told; or what was thrown, which is a bug. */
export type Heard =
  | { readonly kind: 'read'; readonly digest: string }
  | { readonly kind: 'told'; readonly code: Failure['code'] }
  | { readonly kind: 'threw'; readonly name: string }
/** By the words of each question that was asked: where the vault did not open, `open` alone. */
export type Reading = ReadonlyMap<string, Heard>

/** The failures that say of a vault that it is not behind. Every other answer is one of its contents. */
const tellsDamage = new Set<Failure['code']>([
  'damaged-header',
  'newer-version',
  'weakened',
  'damaged-record',
  'log-not-whole',
  'damaged-private',
  'damaged-record-log',
  'damaged-private-log',
  'not-writable',
  'disk-full',
  'in-use',
])

/**
 * Opens a vault behind its header and reads all of it: every row of every table, every answer of the console, and what the
 * vault's own checks say.
 */
export async function readByKeys(folder: string, keys: VaultKeys, about: AskedAbout): Promise<Reading> {
  const reading = new Map<string, Heard>()
  let vault: OpenVault | undefined
  reading.set(
    'open',
    await hear(() => {
      const opened = openWithKeys(folder, keys, 'kept')
      if (opened.ok) vault = opened.value
      return opened.ok ? succeed(null) : opened
    }),
  )
  if (vault === undefined) return reading
  const behind: OpenVault = vault
  try {
    await readTables(behind, reading)
    const answerer = await enter(behind, sourcesOf(folder, about), reading)
    if (answerer !== null)
      for (const { words, ask } of questionsAbout(about)) reading.set(words, await hear(() => ask(answerer)))
    reading.set('verify', await hear(() => succeed(verifyAll(behind.record))))
  } finally {
    const closed = await hear(() => {
      behind.close()
      return succeed(null)
    })
    reading.set('close', closed)
  }
  return reading
}

/** The same through the whole of the unlocking, as a window does; of the tables what the console answers alone. */
export async function readBySecret(folder: string, secret: Secret, about: AskedAbout): Promise<Reading> {
  const { clock, random, push, paths } = sourcesOf(folder, about)
  const core = createCore({
    clock,
    random,
    push,
    paths,
    chooseStrength: () => Promise.resolve(floor),
  })
  const reading = new Map<string, Heard>()
  try {
    const opened = await hear(() => core.call('vault.unlock', secret))
    reading.set('open', opened)
    if (opened.kind !== 'read') return reading
    for (const { words, ask } of questionsAbout(about))
      // Who opened it is noted by the unlocking, and by nothing else.
      if (words !== 'access.list') reading.set(words, await hear(() => ask(core.call)))
    return reading
  } finally {
    reading.set('close', await hear(() => core.run('shut-down', null)))
  }
}

/** Every row of both databases as it is stored. A virtual table is the tables that SQLite makes for it. */
async function readTables(vault: OpenVault, reading: Map<string, Heard>): Promise<void> {
  for (const db of [vault.record, vault.private]) {
    const names: string[] = []
    const listed = await hear(() => {
      const rows = readAll(
        db,
        sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
        z.object({ name: z.string() }),
      )
      names.push(...rows.map(({ name }) => name))
      return succeed(names)
    })
    reading.set(`tables of ${db.store}`, listed)
    for (const name of names) reading.set(`${db.store} ${name}`, await hear(() => succeed(rowsOf(db, name))))
  }
}

async function enter(
  vault: OpenVault,
  sources: Sources,
  reading: Map<string, Heard>,
): Promise<Answerer | null> {
  let answerer: Answerer | null = null
  const entered = await hear(() => {
    const handlers: Partial<Handlers<CoreCallName>> = enterVault(vault, sources, null).calls
    answerer = (name, input) => {
      const answer = handlers[name]?.(input)
      if (answer === undefined) throw new Error(`nothing answers ${name}`)
      return answer
    }
    return succeed(null)
  })
  reading.set('enter', entered)
  return answerer
}

function sourcesOf(vaultDir: string, { nowMs }: AskedAbout): Sources {
  const clock = createSimulatedClock(nowMs)
  // Another start of the console than the one that wrote.
  clock.restart()
  const exportsDir = join(dirname(vaultDir), 'exports')
  return {
    clock,
    random: systemRandom,
    push: () => undefined,
    paths: { vaultDir, exportsDir, preferencesPath: join(dirname(vaultDir), 'preferences.json') },
    readPreferences: () => defaultPreferences,
  }
}

async function hear(
  work: () => Result<unknown, Failure> | Promise<Result<unknown, Failure>>,
): Promise<Heard> {
  try {
    const result = await work()
    if (!result.ok && tellsDamage.has(result.error.code)) return { kind: 'told', code: result.error.code }
    return { kind: 'read', digest: createHash('sha256').update(JSON.stringify(result)).digest('base64') }
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'told', code: error.code }
    const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : ''
    return { kind: 'threw', name: `${error instanceof Error ? error.name : typeof error}${code}` }
  }
}
