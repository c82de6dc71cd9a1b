import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { write } from '../../src/main/core/vault/database.ts'
import { sql } from '../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { guardKindSchema } from '../../src/shared/record/note-kinds.ts'
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
