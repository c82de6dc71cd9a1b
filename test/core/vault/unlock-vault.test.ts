import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { connect } from '../../../src/main/core/vault/connect.ts'
import { readAll, readOne } from '../../../src/main/core/vault/database.ts'
import type { Secret } from '../../../src/main/core/vault/key-slots.ts'
import { openWithKeys } from '../../../src/main/core/vault/open-vault.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { z } from '../../../src/shared/zod.ts'
import {
  byPassphrase,
  copyOf,
  makeVault,
  passphrase,
  recoveryCode,
  type MadeVault,
} from './temporary-vault.ts'

let vault: MadeVault
beforeAll(async () => {
  vault = await makeVault()
})
afterAll(() => vault.remove())

async function outcome(folder: string, secret: Secret = byPassphrase): Promise<string> {
  const unlocked = await unlockVault(folder, secret)
  if (!unlocked.ok) return unlocked.error.code
  unlocked.value.close()
  return 'opens'
}

/** The same after the header: no derivation, for the many ways in which a database can be damaged. */
function outcomeOfDatabases(folder: string): string {
  const opened = openWithKeys(folder, vault.keys, 'kept')
  if (!opened.ok) return opened.error.code
  opened.value.close()
  return 'opens'
}

function bytesOf(folder: string) {
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')])
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
}

describe('unlocking', () => {
  it.each<[string, Secret]>([
    ['the passphrase', byPassphrase],
    ['the passphrase in full-width letters', { kind: 'passphrase', secret: passphrase.replace('l', 'ｌ') }],
    ['the recovery code', { kind: 'recovery', secret: recoveryCode }],
    [
      'the recovery code as written by hand',
      { kind: 'recovery', secret: ' o123 4567 89ab cdef ghjk mnpq rstk' },
    ],
  ])('opens with %s', async (_, secret) => {
    expect(await outcome(vault.folder, secret)).toBe('opens')
  })

  it.each<[string, Secret]>([
    ['another passphrase', { kind: 'passphrase', secret: `${passphrase}.` }],
    ['the passphrase with a blank more', { kind: 'passphrase', secret: `${passphrase} ` }],
    ['the recovery code as passphrase', { kind: 'passphrase', secret: recoveryCode }],
    ['the passphrase as recovery code', { kind: 'recovery', secret: passphrase }],
    ['another recovery code', { kind: 'recovery', secret: '0'.repeat(28) }],
    ['a mistyped recovery code', { kind: 'recovery', secret: recoveryCode.replace('K', '0') }],
  ])('stays closed with %s, and changes nothing', async (_, secret) => {
    const before = bytesOf(vault.folder)
    expect(await outcome(vault.folder, secret)).toBe('wrong-secret')
    expect(bytesOf(vault.folder)).toEqual(before)
  })

  it.skipIf(process.platform === 'win32')('takes back rights that a copy gave to others', async () => {
    const folder = copyOf(vault)
    chmodSync(folder, 0o755)
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644)
    expect(await outcome(folder)).toBe('opens')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([
      0o600, 0o600, 0o600,
    ])
  })
})

describe('a second process', () => {
  it('is turned away at once; when the first is killed, what it wrote is there', async () => {
    const folder = copyOf(vault)
    const child = join(import.meta.dirname, 'vault-in-child.ts')
    const first = spawn(process.execPath, [child, 'unlock-and-wait', folder, passphrase], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void first.kill('SIGKILL'))
    const [said] = await once(first.stdout, 'data')
    expect(String(said)).toBe('unlocked')
    expect(await outcome(folder)).toBe('in-use')
    // Both were turned away, whichever was asked first.
    expect(connect('private', join(folder, 'private.db'), vault.keys.private)).toEqual({
      ok: false,
      error: { code: 'in-use' },
    })

    first.kill('SIGKILL')
    await once(first, 'exit')
    expect(readdirSync(folder)).toContain('record.db-wal')
    expect(readdirSync(folder).filter((name) => name.endsWith('-shm'))).toEqual([])
    const unlocked = await unlockVault(folder, byPassphrase)
    if (!unlocked.ok) throw new Error(unlocked.error.code)
    expect(readAll(unlocked.value.record, sql`SELECT name FROM clinic`, z.unknown())).toEqual([
      { name: 'Elm Street' },
    ])
    unlocked.value.close()
  })

  it('is turned away even within one process', async () => {
    const folder = copyOf(vault)
    const first = openWithKeys(folder, vault.keys, 'kept')
    if (!first.ok) throw new Error(first.error.code)
    expect(outcomeOfDatabases(folder)).toBe('in-use')
    first.value.close()
    first.value.close()
    expect(outcomeOfDatabases(folder)).toBe('opens')
  })
})

describe('a vault that is not whole', () => {
  it('is no vault when the folder is absent', async () => {
    expect(await outcome(join(vault.folder, '..', 'other'))).toBe('no-vault')
  })

  it.each<[string, (folder: string) => void, string]>([
    ['the header is missing', (folder) => rmSync(join(folder, 'vault.json')), 'missing-header'],
    [
      'the header is far too long',
      (folder) => appendFileSync(join(folder, 'vault.json'), ' '.repeat(65_536)),
      'damaged-header',
    ],
    ['a byte of the header flipped', (folder) => flip(join(folder, 'vault.json'), 200), 'damaged-header'],
  ])('tells that %s', async (_, damage, code) => {
    const folder = copyOf(vault)
    damage(folder)
    expect(await outcome(folder)).toBe(code)
  })

  it.each(['record', 'private'] as const)(
    'tells what is wrong with %s.db, and changes nothing in it',
    (store) => {
      const damages: [string, (path: string) => void][] = [
        ['a byte of its salt flipped', (path) => flip(path, 3)],
        ['a byte of its first page flipped', (path) => flip(path, 1_000)],
        ['it is empty', (path) => truncateSync(path, 0)],
        ['one byte is left', (path) => truncateSync(path, 1)],
        ['half a page is left', (path) => truncateSync(path, 2_048)],
        ['one page is left', (path) => truncateSync(path, 4_096)],
        ['a page is missing at its end', (path) => truncateSync(path, statSync(path).size - 4_096)],
        ['it is plain text', (path) => writeFileSync(path, 'plain '.repeat(2_000))],
        ['it is a plain database', (path) => writeFileSync(path, `SQLite format 3\0${'\0'.repeat(8_176)}`)],
      ]
      for (const [what, damage] of damages) {
        const folder = copyOf(vault)
        const path = join(folder, `${store}.db`)
        damage(path)
        const before = readFileSync(path)
        expect(outcomeOfDatabases(folder), what).toBe(`damaged-${store}`)
        expect(readFileSync(path).equals(before), what).toBe(true)
      }
    },
  )

  it.each(['record', 'private'] as const)('tells that %s.db is missing, and makes none', (store) => {
    const folder = copyOf(vault)
    rmSync(join(folder, `${store}.db`))
    expect(outcomeOfDatabases(folder)).toBe(`missing-${store}`)
    expect(readdirSync(folder)).not.toContain(`${store}.db`)
  })

  it('tells that the databases changed places', () => {
    const folder = copyOf(vault)
    renameSync(join(folder, 'record.db'), join(folder, 'kept'))
    renameSync(join(folder, 'private.db'), join(folder, 'record.db'))
    renameSync(join(folder, 'kept'), join(folder, 'private.db'))
    expect(outcomeOfDatabases(folder)).toBe('damaged-record')
  })

  it.each(['record', 'private'] as const)('tells that a newer program has been at %s.db', (store) => {
    const folder = copyOf(vault)
    const connected = connect(store, join(folder, `${store}.db`), vault.keys[store])
    if (!connected.ok) throw new Error(connected.error.code)
    connected.value.pragma('user_version = 99')
    connected.value.close()
    expect(outcomeOfDatabases(folder)).toBe('newer-version')
  })

  it('tells of a damaged page when it is read, and serves nothing of it', async () => {
    const folder = copyOf(vault)
    const path = join(folder, 'private.db')
    const opened = openWithKeys(folder, vault.keys, 'kept')
    if (!opened.ok) throw new Error(opened.error.code)
    opened.value.close()
    // The table's own page: page 1 holds the schema, and was read when the vault was opened.
    flip(path, 4_096 + 100)
    const again = openWithKeys(folder, vault.keys, 'kept')
    if (!again.ok) throw new Error(again.error.code)
    const { private: privateDb } = again.value
    expect(() => readOne(privateDb, sql`SELECT text FROM private_note`, z.unknown())).toThrow(
      'damaged-private',
    )
    again.value.close()
  })
})

describe.skipIf(process.platform === 'win32')('a link in the place of', () => {
  it.each([
    ['vault.json', 'damaged-header'],
    ['record.db', 'damaged-record'],
    ['private.db', 'damaged-private'],
  ])('%s is not followed', async (name, code) => {
    const folder = copyOf(vault)
    const elsewhere = join(folder, '..', 'elsewhere')
    renameSync(join(folder, name), elsewhere)
    symlinkSync(elsewhere, join(folder, name))
    expect(await outcome(folder)).toBe(code)
  })

  it('a write-ahead log is not followed', () => {
    const folder = copyOf(vault)
    const elsewhere = join(folder, '..', 'elsewhere')
    writeFileSync(elsewhere, '')
    symlinkSync(elsewhere, join(folder, 'record.db-wal'))
    expect(outcomeOfDatabases(folder)).toBe('damaged-record')
    expect(statSync(elsewhere).size).toBe(0)
  })

  it('the folder is not followed', async () => {
    const folder = copyOf(vault)
    const link = join(folder, '..', 'link')
    symlinkSync(folder, link)
    expect(await outcome(link)).toBe('linked-vault')
  })
})

it('says nothing of a secret in a failure', async () => {
  const secret = 'a passphrase that is not the right one'
  const unlocked = await unlockVault(vault.folder, { kind: 'passphrase', secret })
  expect(unlocked).toEqual({ ok: false, error: { code: 'wrong-secret' } })
})
