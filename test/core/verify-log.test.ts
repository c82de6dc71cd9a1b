import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { write } from '../../src/main/core/vault/database.ts'
import { sql } from '../../src/main/core/vault/sql.ts'
import { connect } from '../../src/main/core/vault/connect.ts'
import { unlockVault, withKeys } from '../../src/main/core/vault/unlock-vault.ts'
import { guardKindSchema } from '../../src/shared/record/note-kinds.ts'
import { succeed } from '../../src/shared/result.ts'
import {
  createOpenWorld,
  definitely,
  passphrase,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from './support/world.ts'

const script = join(import.meta.dirname, '../../scripts/verify-log.ts')

let world: World
let session: Prepared
/** The event that the note was signed with. */
let signedAt: number

beforeAll(async () => {
  world = await createOpenWorld()
  session = await startSession(world)
  await session.act({ type: 'end' })
  const personId = definitely(session.memberIds[0])
  const overridden = guardKindSchema.options
  const signed = await world.get('note.sign', { sessionId: session.sessionId, personId, overridden })
  signedAt = definitely(signed[0]).seq
})
afterAll(() => world.close())

function verify(folder: string, input: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], {
    encoding: 'utf8',
    input,
  })
  return { status, stdout, stderr }
}

it('turns away while the vault is open elsewhere', () => {
  const { status, stderr } = verify(world.paths.vaultDir, `${passphrase}\n`)
  expect(status).toBe(2)
  expect(stderr).toContain('open in another program')
})

it('says of each session that it is whole, and nothing about people', async () => {
  await world.get('vault.lock', {})
  const { status, stdout, stderr } = verify(world.paths.vaultDir, `${passphrase}\r\n`)
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(new RegExp(`^${session.sessionId} +\\d+ events {2}whole\n1 session, 0 broken\n$`))
  expect(stdout).not.toMatch(/High-risk|Group|Member/)
})

it.each([
  ['a wrong passphrase', () => world.paths.vaultDir, 'not the passphrase', 'does not open'],
  ['no passphrase', () => world.paths.vaultDir, '', 'No passphrase'],
  ['no vault', () => join(world.folder, 'elsewhere'), passphrase, 'no vault'],
  ['another folder', otherFolder, passphrase, 'vault.json'],
])('ends with 2 and clear words for %s', (_, folder, input, words) => {
  const { status, stderr, stdout } = verify(folder(), input)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain(words)
  expect(stderr).not.toContain(passphrase)
})

function otherFolder(): string {
  const folder = join(world.folder, 'other')
  mkdirSync(folder)
  writeFileSync(join(folder, 'letter.txt'), '')
  return folder
}

/** A copy of a vault's folder as it lies there now. */
function copyOf(vaultDir: string): string {
  const copy = join(mkdtempSync(join(world.folder, 'copy-')), 'vault')
  cpSync(vaultDir, copy, { recursive: true, preserveTimestamps: true })
  return copy
}

function filesOf(folder: string) {
  return readdirSync(folder).map((name) => {
    const { mtimeMs, mode } = statSync(join(folder, name))
    return { name, mtimeMs, mode, bytes: readFileSync(join(folder, name)).toString('base64') }
  })
}

it('changes nothing in the folder of the vault, and does not look at the private notes', () => {
  const folder = copyOf(world.paths.vaultDir)
  rmSync(join(folder, 'private.db'))
  const before = filesOf(folder)
  expect(before.map(({ name }) => name)).toEqual(['record.db', 'vault.json'])
  expect(verify(folder, passphrase).stdout).toContain('1 session, 0 broken')
  expect(filesOf(folder)).toEqual(before)
})

it('reads what a crash has left in the write-ahead log, and leaves it there', async () => {
  const other = await createOpenWorld()
  await startSession(other)
  const folder = copyOf(other.paths.vaultDir)
  await other.close()
  const before = filesOf(folder)
  expect(before.map(({ name }) => name)).toContain('record.db-wal')
  expect(verify(folder, passphrase).stdout).toContain('1 session, 0 broken')
  expect(filesOf(folder)).toEqual(before)
})

it('does not bring an older vault up to date', async () => {
  const folder = copyOf(world.paths.vaultDir)
  await withKeys(folder, { kind: 'passphrase', secret: passphrase }, (keys) => {
    const database = valueOf(connect('record', join(folder, 'record.db'), keys.record))
    database.pragma('user_version = 3')
    database.close()
    return succeed(null)
  })
  const before = filesOf(folder)
  const { status, stderr } = verify(folder, passphrase)
  expect([status, stderr]).toEqual([2, expect.stringContaining('older version of the console')])
  expect(filesOf(folder)).toEqual(before)
})

it('names a signed note that was changed past the console', async () => {
  const vault = valueOf(await unlockVault(world.paths.vaultDir, { kind: 'passphrase', secret: passphrase }))
  write(vault.record, sql`DROP TRIGGER signed_note_is_not_changed`)
  write(vault.record, sql`UPDATE signed_note SET body = replace(body, 'Harbour', 'Another')`)
  vault.close()
  const { status, stdout } = verify(world.paths.vaultDir, passphrase)
  expect(status).toBe(1)
  expect(stdout).toContain(`BROKEN at event ${signedAt}: the text of a note is not what was written`)
  expect(stdout).not.toMatch(/Harbour|Another|Member/)
})

it('names the first break', async () => {
  const vault = valueOf(await unlockVault(world.paths.vaultDir, { kind: 'passphrase', secret: passphrase }))
  write(vault.record, sql`DROP TRIGGER session_event_is_not_changed`)
  write(vault.record, sql`UPDATE session_event SET body = replace(body, 'arrived', 'excused') WHERE seq > 2`)
  vault.close()
  const { status, stdout } = verify(world.paths.vaultDir, passphrase)
  expect(status).toBe(1)
  expect(stdout).toContain('BROKEN at event 3: the hash does not follow')
})
