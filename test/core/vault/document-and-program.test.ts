import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labelPath, newBackupName, unfinishedName } from '../../../src/main/core/backup/backup-files.ts'
import { keptKeyPath } from '../../../src/main/core/keys/kept-key.ts'
import { brokenLogPath } from '../../../src/main/core/vault/broken-log.ts'
import { connect } from '../../../src/main/core/vault/connect.ts'
import { migrationCopyPath } from '../../../src/main/core/vault/migration-copy.ts'
import {
  alteredPath,
  compactedPath,
  nextPath,
  unfinishedPath,
} from '../../../src/main/core/vault/settle-database.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { memoriesKiB, targetMs } from '../../../src/main/core/vault/slot-strength.ts'
import { databasePath, fileMode, folderMode, headerPath } from '../../../src/main/core/vault/vault-files.ts'
import { unfinishedPathOf } from '../../../src/main/core/write-file.ts'
import { createKeyStore } from '../../../src/main/security/key-store.ts'
import { parseRecoveryCode, proposeRecoveryCode } from '../../../src/shared/vault/recovery-code.ts'
import { createFakeSafeStorage } from '../../support/fake-safe-storage.ts'
import { valueOf } from '../support/world.ts'
import { all, chapter, formatDocument, numbers, takeFormat, text, wordsOf } from './said-format.ts'
import { bytesOfSecret } from './said-keys.ts'
import { makeVault, type MadeVault } from './temporary-vault.ts'

// What no reader needs, and the document states all the same.

const said = takeFormat(formatDocument)
const words = wordsOf(formatDocument)
let vault: MadeVault
beforeAll(async () => {
  vault = await makeVault()
})
afterAll(() => vault.remove())

it('new slots are made as strong as the document says', () => {
  expect(numbers(words, /\(([\d,]+), ([\d,]+) or ([\d,]+) KiB\) and then as many passes/)).toEqual(
    memoriesKiB,
  )
  expect(text(words, /passes as were measured to take (half a second)/)).toBe('half a second')
  expect(targetMs).toBe(500)
  const least = numbers(words, /at the least ([\d,]+) KiB and (\d+) passes/)
  expect([...least, ...numbers(words, /New slots get (\d+) lane/)]).toEqual(said.header.floor)
  expect(said.header.floor).toEqual([floor.memoryKiB, floor.passes, floor.lanes])
})

function rightsOf(path: string): number {
  return lstatSync(path).mode & 0o777
}

it('a vault’s folder holds the files that the document names, with the rights that it names', () => {
  const modes = all(words, /The folder has mode (0\d+), the files (0\d+)/)
  expect(modes.map((mode) => Number.parseInt(mode, 8))).toEqual([folderMode, fileMode])
  const table = chapter(formatDocument, '## Files')
  const names = [...table.matchAll(/^\| `([\w.]+)` +\|/gm)].map(([, name = '']) => name)
  expect(readdirSync(vault.folder).toSorted()).toEqual(names.toSorted())
  expect(rightsOf(vault.folder)).toBe(folderMode)
  for (const name of names) expect(rightsOf(join(vault.folder, name)), name).toBe(fileMode)
})

it('the files that a change leaves beside these after a crash are called as the document says', () => {
  const folder = join('home', 'vault')
  const database = databasePath(folder, 'record')
  const beside = [
    unfinishedPath(folder, 'record'),
    alteredPath(folder, 'record'),
    compactedPath(folder, 'record'),
    nextPath(folder, 'record'),
    brokenLogPath(database),
  ].map((path) => `….db${path.slice(database.length)}`)
  const named = [...words.matchAll(/`(….db[-.][\w.-]+)`/g)].map(([, name = '']) => name)
  expect([...new Set(named)].toSorted()).toEqual(beside.toSorted())
  const copy = migrationCopyPath(folder, 'record', 6).replace(/\d+$/, '')
  expect(words).toContain(`\`….db${copy.slice(database.length)}<number of the first new migration>\``)
  expect(words).toContain(`\`${basename(unfinishedPathOf(headerPath(folder)))}\``)
  expect(words).toContain(`\`${basename(labelPath(folder))}\``)
  expect(words).toContain(`\`${basename(keptKeyPath({ preferencesPath: join('home', 'p.json') }))}\``)
})

it('a backup is called as the document says, also until it is whole and while it is taken away', () => {
  const form = text(words, /A backup is a folder `([^`]+)`/)
  const name = newBackupName(vault.folder, Date.UTC(2026, 3, 5, 16, 7), 'UTC')
  expect(name).toBe(form.replace('<yyyy-mm-dd>', '2026-04-05').replace('<hhmm>', '1607'))
  const [making = '', removing = ''] = all(
    words,
    /until then it is called `…([^`]+)` and the first eight .{10,80} `…([^`]+)` and the same/,
  )
  const id = '0b1e7c52-4f0a-4d53-9c8e-2f6a1d3b5c70'
  expect(unfinishedName(name, id, 'making')).toBe(`${name}${making}${id.slice(0, 8)}`)
  expect(unfinishedName(name, id, 'removing')).toBe(`${name}${removing}${id.slice(0, 8)}`)
})

it('the key stores that seal the computer’s secret are those that the document names', () => {
  const storage = createFakeSafeStorage()
  const kept = all(words, /sealed it: `(\w+)`, `(\w+)`, `(\w+)`, `(\w+)`, or `(\w+)` on macOS and Windows/)
  const only = kept.pop()
  const every = ['basic_text', 'gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6', 'unknown'] as const
  const taken: (string | null)[] = []
  for (const backend of every) {
    storage.backend = backend
    taken.push(createKeyStore('linux', storage).name())
  }
  expect(taken.filter((place) => place !== null)).toEqual(kept)
  for (const platform of ['darwin', 'win32'] as const)
    expect(createKeyStore(platform, storage).name()).toBe(only)
})

function codeOf(written: string): string | null {
  try {
    return bytesOfSecret('recovery', written, said).toString()
  } catch {
    return null
  }
}

it('the program proposes and takes the recovery codes that the document describes, and no others', () => {
  for (let count = 0; count < 200; count += 1) {
    const code = proposeRecoveryCode((size) =>
      createHash('sha512').update(`${count}`).digest().subarray(0, size),
    )
    expect(codeOf(code)).toBe(parseRecoveryCode(code))
    expect(codeOf(code)).toBe(code.replaceAll('-', ''))
    const at = (count % 28) + Math.floor((count % 28) / 4)
    const other = Array.from(said.secrets.alphabet).find((symbol) => symbol !== code[at]) ?? ''
    const wrong = `${code.slice(0, at)}${other}${code.slice(at + 1)}`
    expect([codeOf(wrong), parseRecoveryCode(wrong)]).toEqual([null, null])
  }
})

it('the program opens a database with the settings that the document lists', () => {
  const listed = chapter(formatDocument, '### How the program opens them')
  const settings = [...listed.matchAll(/`(\w+)=(\w+)`/g)].map(([, name = '', value = '']) => [name, value])
  expect(settings.length).toBeGreaterThan(7)
  const database = valueOf(connect('record', databasePath(vault.folder, 'record'), vault.keys.record))
  const numbersOf = new Map([
    ['OFF', 0],
    ['ON', 1],
    ['synchronous FULL', 2],
    ['temp_store MEMORY', 2],
  ])
  for (const [name = '', value = ''] of settings) {
    const is = database.pragma(name, { simple: true })
    const due = numbersOf.get(value) ?? numbersOf.get(`${name} ${value}`) ?? value.toLowerCase()
    expect(is, name).toBe(due)
  }
  database.close()
})

describe('of the databases', () => {
  const schemas = ['record', 'private'].map((store) =>
    readFileSync(join(import.meta.dirname, `schema-of-${store}.sql`), 'utf8'),
  )
  const known = new Set(schemas.join('\n').match(/\w+/g))

  it('the document names no table and no column that is not there', () => {
    const part =
      chapter(formatDocument, '### The session log') + chapter(formatDocument, '### Beside the log')
    const named = [...part.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })
})
