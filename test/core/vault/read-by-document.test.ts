import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { readOne } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { z } from '../../../src/shared/zod.ts'
import { canary, createKeptWorld, eraseGone, letYearsPass } from '../retention/kept-world.ts'
import { privateWords, reviewerPassphrase } from '../reviewer/reviewed-world.ts'
import { definitely, passphrase, recoveryCode, valueOf } from '../support/world.ts'
import { readVault, type Way } from './read-by-document.ts'
import { readCommitted, readLog, readPrivateNotes, readScaleClosings } from './said-log.ts'
import { makeVaultToRead, type VaultToRead } from './vault-to-read.ts'

const countSchema = z.strictObject({ count: z.int() })

/** What the reader consists of. Nothing in it may know the program, nor the library that wrote the files. */
const reader = [
  'read-by-document.ts',
  'said-format.ts',
  'said-keys.ts',
  'said-log.ts',
  'said-members.ts',
  'sqlcipher-pages.ts',
]

const byPassphrase = { kind: 'passphrase', secret: passphrase } as const

let made: VaultToRead
beforeAll(async () => {
  made = await makeVaultToRead()
})
afterAll(() => made.world.close())

const sessionId = () => made.session.sessionId

function expectAll(folder: string, way: Way): void {
  const vault = readVault(folder, way)
  const privateStore = definitely(vault.private)
  const events = readLog(vault.record, sessionId())
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['session.prepared', 'session.started', 'note.recorded', 'note.signed']),
  )
  const texts = readCommitted(vault.record, events)
  expect(texts.get('note.recorded')).toEqual(['For the record.'])
  expect(texts.get('note.signed')).toHaveLength(1)
  expect(readPrivateNotes(privateStore, events)).toEqual([privateWords])
  for (const database of [vault.record, privateStore]) {
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    database.close()
  }
}

describe('a vault is read from docs/vault-format.md alone, without the program and its library', () => {
  it('from the passphrase to the private notes and to every event of a session', () => {
    expectAll(made.lockedFolder, byPassphrase)
  })

  it('from the recovery code too, however it is written', () => {
    expectAll(made.lockedFolder, { kind: 'recovery', secret: recoveryCode })
    const asTyped = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expectAll(made.lockedFolder, { kind: 'recovery', secret: asTyped })
  })

  it('while it is open, with what is in the write-ahead logs alone', () => {
    const logs = readdirSync(made.openFolder).filter((name) => name.endsWith('-wal'))
    expect(logs.toSorted()).toEqual(['private.db-wal', 'record.db-wal'])
    expectAll(made.openFolder, byPassphrase)
  })

  it('from a reviewer’s passphrase to the record, and to nothing private', () => {
    const vault = readVault(made.lockedFolder, { kind: 'passphrase', secret: reviewerPassphrase })
    const events = readLog(vault.record, sessionId())
    expect(readCommitted(vault.record, events).get('note.recorded')).toEqual(['For the record.'])
    expect(vault.private).toBeNull()
    vault.record.close()
  })

  it('with no secret but the right one', () => {
    expect(() => readVault(made.lockedFolder, { kind: 'passphrase', secret: `${passphrase} ` })).toThrow(
      'nothing',
    )
  })
})

it('every text that a log commits to is read, and of an erased chart none', async () => {
  const kept = await createKeptWorld()
  const { world, shared } = kept
  onTestFinished(() => world.close())
  const folder = world.paths.vaultDir
  async function read() {
    await world.get('vault.lock', {})
    const vault = readVault(folder, byPassphrase)
    const events = readLog(vault.record, shared.sessionId)
    const texts = readCommitted(vault.record, events)
    const found = {
      closed: texts.get('follow-up.closed') ?? [],
      signed: texts.get('note.signed') ?? [],
      scales: readScaleClosings(vault.record),
    }
    vault.record.close()
    vault.private?.close()
    await world.get('vault.unlock', byPassphrase)
    return found
  }

  const before = await read()
  letYearsPass(world, 12)
  valueOf(await eraseGone(kept))
  const after = await read()
  for (const kind of ['closed', 'signed', 'scales'] as const) {
    const ofGone = before[kind].filter((text) => text.includes(canary))
    expect(ofGone.length, kind).toBeGreaterThan(0)
    expect(after[kind].length, kind).toBeGreaterThan(0)
    expect(after[kind], kind).toEqual(before[kind].filter((text) => !ofGone.includes(text)))
  }
})

it('of a write-ahead log that was cut or damaged the same counts by the document as in the program', async () => {
  const log = readFileSync(join(made.openFolder, 'record.db-wal'))
  const folder = join(made.world.folder, 'cut')
  const seen = new Set<number>()
  for (const part of [0.3, 0.5, 0.7, 0.9, 1]) {
    const cut = Buffer.from(log.subarray(0, Math.floor(log.length * part)))
    // The last byte of a whole log belongs to a page: its sum is another, and its transaction does not count.
    cut.writeUInt8(cut.readUInt8(cut.length - 1) ^ 1, cut.length - 1)
    rmSync(folder, { recursive: true, force: true })
    cpSync(made.openFolder, folder, { recursive: true })
    writeFileSync(join(folder, 'record.db-wal'), cut)

    const byDocument = readVault(folder, byPassphrase)
    const read = byDocument.record.prepare('SELECT count(*) AS count FROM session_event').get()
    byDocument.record.close()
    byDocument.private?.close()
    // oxlint-disable-next-line no-await-in-loop -- one folder
    const byProgram = valueOf(await unlockVault(folder, byPassphrase))
    const counted = readOne(byProgram.record, sql`SELECT count(*) AS count FROM session_event`, countSchema)
    byProgram.close()
    expect(read).toEqual(counted)
    seen.add(Number(read?.['count']))
  }
  expect(seen.size).toBeGreaterThan(2)
})

it('what reads by the document imports nothing of the program, and no library', () => {
  for (const name of reader) {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8')
    const from = [...text.matchAll(/(?:\bfrom|\bimport|\brequire) *\(? *'([^']*)'/g)].map(
      ([, module = '']) => module,
    )
    expect(from.length, name).toBeGreaterThan(0)
    const foreign = from.filter((module) => {
      const isReaders = module.startsWith('./') && reader.includes(module.slice(2))
      return !isReaders && !module.startsWith('node:')
    })
    expect(foreign, name).toEqual([])
  }
})
