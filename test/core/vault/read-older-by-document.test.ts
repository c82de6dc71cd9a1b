import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { write } from '../../../src/main/core/vault/database.ts'
import { letReview } from '../../../src/main/core/vault/let-review.ts'
import type { OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { createComputerKey } from '../../../src/main/ipc/computer-key.ts'
import { createKeyStore } from '../../../src/main/security/key-store.ts'
import { personIdSchema } from '../../../src/shared/ids.ts'
import { createFakeSafeStorage } from '../../support/fake-safe-storage.ts'
import { createOpenWorld, passphrase as passphraseOfWorld, startSession, valueOf } from '../support/world.ts'
import { headerOf, makeOlderVault, takeBack } from './older-vault.ts'
import { readKeys, readVault, type ReadVault, type Way } from './read-by-document.ts'
import { fenced, formatDocument, takeFormat } from './said-format.ts'
import { readLog, readPrivateNotes } from './said-log.ts'
import { makeVault, passphrase, recoveryCode, type MadeVault } from './temporary-vault.ts'

const reviewerPassphrase = 'orchard violin seventeen snow'

describe('each header that the document shows is read by its own words', () => {
  const said = takeFormat(formatDocument)
  const [first, reviewed, changed, computer] = ['', 'reviewed-', 'changed-', 'computer-'].map(
    (name): Record<string, string> => JSON.parse(fenced(`${name}example`)),
  )
  const typed: Way[] = [
    { kind: 'passphrase', secret: first?.['passphrase'] ?? '' },
    { kind: 'recovery', secret: first?.['recoveryCode'] ?? '' },
  ]
  const signedIn: Way = {
    kind: 'computer',
    secret: Buffer.from(computer?.['computerSecret'] ?? '', 'hex').toString('base64'),
  }

  it.each([
    { version: 1, name: 'vault.json', ways: typed, privateKey: first?.['privateKey'] },
    { version: 2, name: 'reviewed-vault.json', ways: typed, privateKey: first?.['privateKey'] },
    { version: 3, name: 'changed-vault.json', ways: typed, privateKey: changed?.['privateKey'] },
    {
      version: 4,
      name: 'computer-vault.json',
      ways: [...typed, signedIn],
      privateKey: changed?.['privateKey'],
    },
  ])('of version $version', ({ version, name, ways, privateKey }) => {
    const text = fenced(name)
    expect(JSON.parse(text)).toMatchObject({ version })
    for (const way of ways) {
      const keys = readKeys(text, way, said)
      expect(keys.record.toString('hex'), way.kind).toBe(first?.['recordKey'])
      expect(keys.private?.toString('hex'), way.kind).toBe(privateKey)
    }
    if (version === 1) return
    const keys = readKeys(text, { kind: 'passphrase', secret: reviewed?.['passphrase'] ?? '' }, said)
    expect(keys.record.toString('hex')).toBe(first?.['recordKey'])
    expect(keys.private).toBeNull()
  })
})

const fill = ({ record, private: privateStore }: OpenVault) => {
  write(record, sql`INSERT INTO clinic VALUES (1, 'Elm Street')`)
  write(privateStore, sql`INSERT INTO private_note VALUES ('note', 'session', 'a thought')`)
}

async function letIn(folder: string): Promise<void> {
  const personId = personIdSchema.parse(randomUUID())
  const letting = { personId, passphrase: reviewerPassphrase, authorPassphrase: passphrase, strength: floor }
  valueOf(await letReview(folder, { ...letting, entering: (writeHeaderNow) => writeHeaderNow() }))
}

function rowsOf({ record, private: privateStore }: ReadVault) {
  const rows = {
    clinic: record.prepare('SELECT name FROM clinic').get()?.['name'],
    note: privateStore?.prepare('SELECT text FROM private_note').get()?.['text'],
  }
  record.close()
  privateStore?.close()
  return rows
}

describe('a vault of each version is read by the document alone, both of its databases', () => {
  const made = new Map<number, MadeVault>()
  beforeAll(async () => {
    made.set(1, await makeOlderVault(fill))
    const second = await makeOlderVault(fill)
    await letIn(second.folder)
    await takeBack(second.folder, 2, second.keys.record)
    made.set(2, second)
    const third = await makeVault(fill)
    await letIn(third.folder)
    made.set(3, third)
  })
  afterAll(() => made.forEach((vault) => vault.remove()))

  it.each([1, 2, 3])('version %i', (version) => {
    const folder = made.get(version)?.folder ?? ''
    expect(headerOf(folder).version).toBe(version)
    const all = { clinic: 'Elm Street', note: 'a thought' }
    expect(rowsOf(readVault(folder, { kind: 'passphrase', secret: passphrase }))).toEqual(all)
    expect(rowsOf(readVault(folder, { kind: 'recovery', secret: recoveryCode }))).toEqual(all)
    const asReviewer = () => rowsOf(readVault(folder, { kind: 'passphrase', secret: reviewerPassphrase }))
    if (version === 1) expect(asReviewer).toThrow('it opens nothing')
    else expect(asReviewer()).toEqual({ clinic: 'Elm Street' })
  })

  it('version 4, by what the computer keeps in the file beside the vault', async () => {
    const world = await createOpenWorld()
    onTestFinished(() => world.close())
    const { sessionId } = await startSession(world)
    await world.get('session.keep-private-note', { sessionId, text: 'a thought' })
    const storage = createFakeSafeStorage()
    const store = createKeyStore('linux', storage)
    await createComputerKey({ core: world.core, store, randomBytes, isOpen: () => true }).turnOn(
      passphraseOfWorld,
    )
    await world.get('vault.lock', {})

    const file = readFileSync(join(world.folder, 'computer-key.json'), 'utf8')
    const kept: Record<string, string> = JSON.parse(file)
    const header: Record<string, unknown> = JSON.parse(
      readFileSync(join(world.paths.vaultDir, 'vault.json'), 'utf8'),
    )
    expect(Object.keys(kept).toSorted()).toEqual(['keptBy', 'sealed', 'slotId'])
    expect(header).toMatchObject({ version: 4, computer: { id: kept['slotId'] } })
    const { result } = await storage.decryptStringAsync(Buffer.from(kept['sealed'] ?? '', 'base64'))
    for (const way of [
      { kind: 'computer', secret: result },
      { kind: 'passphrase', secret: passphraseOfWorld },
    ] as const) {
      const vault = readVault(world.paths.vaultDir, way)
      const events = readLog(vault.record, sessionId)
      expect(vault.private && readPrivateNotes(vault.private, events)).toEqual(['a thought'])
      vault.record.close()
      vault.private?.close()
    }
  })
})
