import Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pageBytes } from '../../../src/main/core/vault/connect.ts'
import { createReviewedWorld, type ReviewedWorld } from '../reviewer/reviewed-world.ts'
import type { World } from '../support/world.ts'

let reviewed: ReviewedWorld
let world: World

beforeEach(async () => {
  reviewed = await createReviewedWorld()
  ;({ world } = reviewed)
  await reviewed.unlock()
})
afterEach(() => world.close())

const inVault = (name: string) => join(world.paths.vaultDir, name)

async function held(): Promise<Readonly<Record<string, string>>> {
  const { files } = await world.get('privacy.measure', {})
  return Object.fromEntries(files.vault.map(({ name, holds }) => [name, holds]))
}

/** A database without a key, as large as it is told to be. */
function writePlainDatabase(path: string): void {
  const database = new Database(path)
  database.exec("CREATE TABLE note (words TEXT); INSERT INTO note VALUES ('She said that it was over.')")
  database.close()
}

/** The record as it lies on the disk, with some bytes of it changed, under another name. */
function copyRecord(name: string, change: (bytes: Buffer) => Buffer): void {
  writeFileSync(inVault(name), change(readFileSync(inVault('record.db'))))
}

const words = 'Dee names Friday, and asks not to be called before noon. '

describe('what a file of the vault holds is read from its bytes', () => {
  it('of an open vault: both databases and their logs prove under its keys, and the lock is one', async () => {
    expect(await held()).toEqual({
      'private.db': 'encrypted',
      'private.db-wal': statSync(inVault('private.db-wal')).size === 0 ? 'nothing' : 'encrypted',
      'record.db': 'encrypted',
      'record.db-wal': statSync(inVault('record.db-wal')).size === 0 ? 'nothing' : 'encrypted',
      'vault.json': 'lock',
    })
    await world.get('roster.create-facilitator', { name: 'Noor', initials: 'N', credentials: '' })
    expect(statSync(inVault('record.db-wal')).size).toBeGreaterThan(pageBytes)
    expect(await held()).toMatchObject({ 'record.db-wal': 'encrypted' })
  })

  it('of a reviewed one: under the one key that is theirs', async () => {
    await reviewed.review()
    expect(await held()).toMatchObject({ 'record.db': 'encrypted', 'vault.json': 'lock' })
  })

  it.each(['record.db-copy', 'private.db.next', 'record.db-wal.broken', 'notes.db'])(
    'a database without a key is readable, also where it is called %s',
    async (name) => {
      writePlainDatabase(inVault(name))
      expect((await held())[name]).toBe('readable')
    },
  )

  it.each([
    ['a few words', Buffer.from('four')],
    ['many words', Buffer.from(words.repeat(400))],
    [
      'words in another script, cut off within a letter',
      Buffer.from('Она сказала'.repeat(500)).subarray(0, -1),
    ],
    ['words in UTF-16', Buffer.from(words.repeat(400), 'utf16le')],
    [
      'what looks like a lock',
      Buffer.from('{"format":"circlekeeper-vault","version":3,"note":"She said"}\n'),
    ],
    [
      'a log with words for pages',
      Buffer.concat([Buffer.from('377f0682', 'hex'), Buffer.from(words.repeat(400))]),
    ],
  ])('%s are readable, whatever they are called', async (_, bytes) => {
    writeFileSync(inVault('record.db-copy.txt'), bytes)
    writeFileSync(inVault('private.db-journal'), bytes)
    expect(await held()).toMatchObject({ 'record.db-copy.txt': 'readable', 'private.db-journal': 'readable' })
  })

  it('words at any place that is looked at make all of it readable', async () => {
    const page = Buffer.from(words.repeat(100)).subarray(0, pageBytes)
    copyRecord('first.db', (bytes) => Buffer.concat([page, bytes.subarray(pageBytes)]))
    copyRecord('last.db', (bytes) => Buffer.concat([bytes.subarray(0, -pageBytes), page]))
    copyRecord('behind.db', (bytes) => Buffer.concat([bytes, Buffer.from(words)]))
    expect(await held()).toMatchObject({
      'first.db': 'readable',
      'last.db': 'readable',
      'behind.db': 'readable',
    })
  })

  it('what proves is encrypted by whatever name; what does not is unknown, and never encrypted', async () => {
    copyFileSync(inVault('record.db'), inVault('holiday.jpg'))
    copyFileSync(inVault('private.db'), inVault('record.db.next'))
    copyRecord('record.db-journal', () => randomBytes(8 * pageBytes))
    copyRecord('private.db-journal', () => randomBytes(300))
    copyRecord('record.db.old', (bytes) => {
      bytes.writeUInt8(bytes.readUInt8(pageBytes + 7) ^ 1, pageBytes + 7)
      return bytes
    })
    copyRecord('record.db.cut', (bytes) => bytes.subarray(0, -1))
    mkdirSync(inVault('record.db.folder'))
    symlinkSync('/etc/hostname', inVault('record.db.link'))
    writeFileSync(inVault('record.db.empty'), '')
    expect(await held()).toMatchObject({
      'holiday.jpg': 'encrypted',
      'record.db.next': 'encrypted',
      'record.db-journal': 'unknown',
      'private.db-journal': 'unknown',
      'record.db.old': 'unknown',
      'record.db.cut': 'unknown',
      'record.db.folder': 'unknown',
      'record.db.link': 'unknown',
      'record.db.empty': 'nothing',
    })
  })
})
