import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createVault, type NewVault } from '../../../src/main/core/vault/create-vault.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { readOne, write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault, vaultExists } from '../../../src/main/core/vault/unlock-vault.ts'
import { z } from '../../../src/shared/zod.ts'
import { byPassphrase, passphrase, recoveryCode, temporaryFolder } from './temporary-vault.ts'

const child = join(import.meta.dirname, 'vault-in-child.ts')
const nameRow = z.strictObject({ name: z.string() })

const newVault: NewVault = {
  passphrase,
  recoveryCode,
  strength: floor,
  fill: ({ record }) => write(record, sql`INSERT INTO clinic VALUES (1, ${'Elm Street'})`),
}

let home: string
let folder: string
beforeEach(() => {
  home = temporaryFolder()
  folder = join(home, 'data', 'vault')
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
})

async function failureOf(vault: NewVault, place = folder) {
  const created = await createVault(place, vault)
  if (!created.ok) return created.error
  created.value.close()
  return 'created'
}

describe('creating a vault', () => {
  it('opens it with its first rows in it', async () => {
    expect(vaultExists(folder)).toBe(false)
    const created = await createVault(folder, newVault)
    if (!created.ok) throw new Error(created.error.code)
    expect(vaultExists(folder)).toBe(true)
    expect(readOne(created.value.record, sql`SELECT name FROM clinic`, nameRow)).toEqual({
      name: 'Elm Street',
    })
    created.value.close()
    const unlocked = await unlockVault(folder, { kind: 'recovery', secret: recoveryCode.toLowerCase() })
    if (!unlocked.ok) throw new Error(unlocked.error.code)
    unlocked.value.close()
    expect(readdirSync(folder).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
  })

  it('leaves it to its owner alone, while it is open too', async () => {
    const created = await createVault(folder, newVault)
    if (!created.ok) throw new Error(created.error.code)
    write(created.value.private, sql`INSERT INTO private_note VALUES ('note', 'session', 'text')`)
    const names = readdirSync(folder)
    expect(names).toContain('private.db-wal')
    expect(names).not.toContain('private.db-shm')
    if (process.platform !== 'win32') {
      expect(statSync(folder).mode & 0o777).toBe(0o700)
      expect(names.map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual(names.map(() => 0o600))
    }
    created.value.close()
  })

  it('gives each vault keys, salts and nonces of its own, and overwrites the keys', async () => {
    const drawn: Buffer[] = []
    const draw = (size: number) => {
      const bytes = randomBytes(size)
      drawn.push(bytes)
      return bytes
    }
    expect(await failureOf({ ...newVault, randomBytes: draw })).toBe('created')
    expect(drawn.map((bytes) => bytes.length)).toEqual([32, 32, 32, 16, 12, 16, 12, 12, 12])
    expect(drawn.slice(0, 3).every((key) => key.every((byte) => byte === 0))).toBe(true)
  })

  it('refuses a weak passphrase, and makes nothing', async () => {
    expect(await failureOf({ ...newVault, passphrase: 'short' })).toEqual({ code: 'weak-passphrase' })
    expect(existsSync(folder)).toBe(false)
  })

  it('refuses a recovery code that is none, and names the field without its text', async () => {
    expect(await failureOf({ ...newVault, recoveryCode: recoveryCode.replace('K', '0') })).toEqual({
      code: 'bad-input',
      fields: [{ path: 'recoveryCode', rule: 'not-a-code' }],
    })
    expect(existsSync(folder)).toBe(false)
  })

  it('refuses a place that is taken by a vault, a file or a link', async () => {
    expect(await failureOf(newVault)).toBe('created')
    const before = readFileSync(join(folder, 'vault.json'))
    expect(await failureOf(newVault)).toEqual({ code: 'vault-exists' })
    expect(readFileSync(join(folder, 'vault.json'))).toEqual(before)

    const file = join(home, 'file')
    writeFileSync(file, '')
    expect(await failureOf(newVault, file)).toEqual({ code: 'vault-exists' })

    const link = join(home, 'link')
    symlinkSync(join(home, 'elsewhere'), link)
    expect(await failureOf(newVault, link)).toEqual({ code: 'vault-exists' })
    expect(existsSync(join(home, 'elsewhere'))).toBe(false)
  })

  it('takes an empty folder for no vault', async () => {
    mkdirSync(folder, { recursive: true })
    expect(vaultExists(folder)).toBe(false)
    expect(await failureOf(newVault)).toBe('created')
  })

  it('says that a place cannot be written', async () => {
    const file = join(home, 'file')
    writeFileSync(file, '')
    expect(await failureOf(newVault, join(file, 'vault'))).toEqual({ code: 'not-writable' })
  })

  it('leaves nothing when the first rows cannot be written', async () => {
    const created = createVault(folder, {
      ...newVault,
      fill: ({ record }) => write(record, sql`INSERT INTO clinic VALUES (2, 'a second row')`),
    })
    await expect(created).rejects.toThrow('CHECK constraint failed')
    expect(readdirSync(join(home, 'data'))).toEqual([])
  })

  it.each(['die-while-filling', 'die-while-wrapping'])('leaves no half vault: %s', async (job) => {
    const died = spawnSync(process.execPath, [child, job, folder, passphrase, recoveryCode])
    expect(died.signal).toBe('SIGKILL')
    expect(vaultExists(folder)).toBe(false)
    expect(await unlockVault(folder, byPassphrase)).toEqual({ ok: false, error: { code: 'no-vault' } })
    const left = readdirSync(join(home, 'data'))
    expect(left).toHaveLength(1)
    expect(left[0]).toMatch(/^vault\.making-/)

    expect(await failureOf(newVault)).toBe('created')
    expect(readdirSync(join(home, 'data'))).toEqual([basename(folder)])
  })
})
