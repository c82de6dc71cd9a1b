/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readAll, type ReadableDb } from '../../../src/main/core/vault/database.ts'
import { sql, type Query } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import type { Store } from '../../../src/main/core/vault/store-error.ts'
import { z } from '../../../src/shared/zod.ts'
import {
  createOpenWorld,
  passphrase,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

const canary = 'heron under the seventh bridge'

let world: World
let session: Prepared

beforeAll(async () => {
  world = await createOpenWorld()
  session = await startSession(world)
  for (let count = 0; count < 50; count += 1) {
    await world.get('session.keep-private-note', { sessionId: session.sessionId, text: `${count} ${canary}` })
  }
  await session.act({ type: 'undo' })
})
afterAll(() => world.close())

/** The canary in every form in which it could stand in a file. */
const traces = [
  Buffer.from(canary, 'utf8'),
  Buffer.from(canary, 'utf16le'),
  Buffer.from(canary, 'utf16le').swap16(),
]

function filesWithTrace(): string[] {
  return readdirSync(world.folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(world.folder, name))
    .filter((path) => statSync(path).isFile())
    .filter((path) => {
      const bytes = readFileSync(path)
      return traces.some((trace) => bytes.includes(trace))
    })
}

function rowsOf(db: ReadableDb<Store>): string {
  const tables = readAll(
    db,
    sql`SELECT name FROM sqlite_schema WHERE type = 'table'`,
    z.strictObject({ name: z.string() }),
  )
  return tables.map(({ name }) => JSON.stringify(readAll(db, selectAll(name), z.unknown()))).join('\n')
}

// The name of a table cannot be a parameter.
function selectAll(table: string): Query {
  const text = [`SELECT * FROM "${table}"`]
  return sql(Object.assign(text, { raw: text }))
}

it('leaves no trace in any file while the session runs, after lock, and after the end', async () => {
  expect(filesWithTrace()).toEqual([])
  await session.act({ type: 'end' })
  const { sessionId } = session
  const { stamp } = valueOf(await world.core.run('export.facts', { sessionId }))
  valueOf(await world.core.run('export.write', { stamp, bytes: Buffer.from('%PDF') }))
  expect(filesWithTrace()).toEqual([])
  await world.get('vault.lock', {})
  expect(filesWithTrace()).toEqual([])
})

it('is in private.db alone once both are opened, and in nothing that was told to a window', async () => {
  const vault = valueOf(await unlockVault(world.paths.vaultDir, { kind: 'passphrase', secret: passphrase }))
  const [privateRows, recordRows] = [rowsOf(vault.private), rowsOf(vault.record)]
  vault.close()
  expect(privateRows).toContain(canary)
  expect(recordRows).toContain('High-risk evenings')
  expect(recordRows).not.toContain(canary)
  expect(JSON.stringify(world.pushed)).not.toContain(canary)
})

it('reaches no summary', async () => {
  await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
  const facts = valueOf(await world.core.run('export.facts', { sessionId: session.sessionId }))
  expect(JSON.stringify(facts)).not.toContain(canary)
})
