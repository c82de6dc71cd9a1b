/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { canonicalJson } from '../../../src/shared/canonical-json.ts'
import { connect } from '../../../src/main/core/vault/connect.ts'
import { openAsReviewer } from '../../../src/main/core/vault/reviewer-slots.ts'
import { readHeaderOf, withKeys } from '../../../src/main/core/vault/unlock-vault.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { definitely, passphrase, recoveryCode, startSession, valueOf, type World } from '../support/world.ts'
import { backUp, offer, openBackupWorld, restore, unlock } from './backup-world.ts'

const asideOf = (world: World) =>
  readdirSync(world.folder).filter((name) => name.startsWith('vault.replaced-'))

it('private notes that are here stay when a backup of the same vault is restored', async () => {
  const world = await openBackupWorld()
  const { sessionId, act } = await startSession(world)
  await act({ type: 'end' })
  const folder = await backUp(world)
  await world.get('session.keep-private-note', { sessionId, text: 'halyard' })
  await world.get('vault.lock', {})
  const offered = await offer(world, folder)
  expect(offered).toMatchObject({
    ok: true,
    value: {
      present: 'whole',
      isSameVault: true,
      hasPrivateNotes: true,
      facts: { memberCount: 3, sessionCount: 1 },
    },
  })
  expect(JSON.stringify(offered)).not.toContain(dirname(folder))
  const restored = await restore(world, folder)
  expect(restored).toMatchObject({ ok: true, value: { privateNotes: 'kept' } })
  expect(asideOf(world)).toEqual([restored.ok ? restored.value?.setAsideAs : null])
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  expect(await world.get('session.private-notes', { sessionId })).toMatchObject([{ text: 'halyard' }])
})

it('they are read too where their session came after the backup', async () => {
  const world = await openBackupWorld()
  const folder = await backUp(world)
  const { sessionId, act } = await startSession(world)
  await world.get('session.keep-private-note', { sessionId, text: 'halyard' })
  await act({ type: 'end' })
  await world.get('vault.lock', {})
  expect(await restore(world, folder)).toMatchObject({ ok: true, value: { privateNotes: 'kept' } })
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  expect(await world.ask('session.open', { sessionId })).toEqual(fail({ code: 'not-found' }))
  expect(await world.get('search.private', { text: 'halyard' })).toMatchObject({
    notes: [{ sessionId, held: null }],
  })
  expect(await world.get('session.private-notes', { sessionId })).toMatchObject([{ text: 'halyard' }])
})

it('they stay when the passphrase was changed since', async () => {
  const world = await openBackupWorld()
  const { sessionId, act } = await startSession(world)
  await act({ type: 'end' })
  const folder = await backUp(world)
  await world.get('session.keep-private-note', { sessionId, text: 'halyard' })
  const newPassphrase = 'gravel window thirteen otters'
  const proof = { kind: 'passphrase', secret: passphrase } as const
  await world.get('keys.change-passphrase', { proof, passphrase: newPassphrase })
  await world.get('vault.lock', {})
  expect(await restore(world, folder, { secret: newPassphrase })).toEqual({
    ok: false,
    error: { code: 'wrong-secret' },
  })
  expect(await restore(world, folder)).toMatchObject({ ok: true, value: { privateNotes: 'kept' } })
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  expect(await world.get('session.private-notes', { sessionId })).toMatchObject([{ text: 'halyard' }])
})

it('private notes that do not open are told of before, and then set aside with what they belong to', async () => {
  const [world, other] = [await openBackupWorld(), await openBackupWorld()]
  const folder = await backUp(other)
  const { sessionId, act } = await startSession(world)
  await act({ type: 'end' })
  await world.get('session.keep-private-note', { sessionId, text: 'halyard' })
  await world.get('vault.lock', {})
  expect(await offer(world, folder)).toMatchObject({ ok: true, value: { isSameVault: false } })
  expect(await restore(world, folder)).toEqual({ ok: false, error: { code: 'private-notes-locked' } })
  expect(asideOf(world)).toEqual([])
  const before = readFileSync(join(world.paths.vaultDir, 'private.db'))
  const restored = await restore(world, folder, { maySetPrivateNotesAside: true })
  expect(restored).toMatchObject({ ok: true, value: { privateNotes: 'set-aside' } })
  const aside = join(world.folder, asideOf(world)[0] ?? '')
  expect(readFileSync(join(aside, 'private.db')).equals(before)).toBe(true)
  // The way back is the folder itself.
  rmSync(world.paths.vaultDir, { recursive: true })
  renameSync(aside, world.paths.vaultDir)
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  expect(await world.get('session.private-notes', { sessionId })).toMatchObject([{ text: 'halyard' }])
})

it('a backup is restored where no vault is, or only what is left of one, by the recovery code too', async () => {
  const world = await openBackupWorld()
  const { act } = await startSession(world)
  await act({ type: 'end' })
  const folder = await backUp(world)
  await world.get('vault.lock', {})
  rmSync(join(world.paths.vaultDir, 'vault.json'))
  rmSync(join(world.paths.vaultDir, 'record.db'))
  expect(await offer(world, folder)).toMatchObject({
    ok: true,
    value: { present: 'damaged', isSameVault: null },
  })
  const byCode = { kind: 'recovery', secret: recoveryCode } as const
  expect(await restore(world, folder, byCode)).toMatchObject({ ok: true, value: { privateNotes: 'kept' } })
  rmSync(world.paths.vaultDir, { recursive: true })
  expect(await restore(world, folder, byCode)).toMatchObject({
    ok: true,
    value: { privateNotes: 'none', setAsideAs: null },
  })
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  expect((await world.get('roster.read', {})).members).toHaveLength(3)
})

it('nothing is restored while a session goes on behind the lock', async () => {
  const world = await openBackupWorld()
  const folder = await backUp(world)
  const { act } = await startSession(world)
  await world.get('vault.lock', {})
  expect(await restore(world, folder)).toEqual({ ok: false, error: { code: 'session-open' } })
  await unlock(world)
  await act({ type: 'end' })
  await world.get('vault.lock', {})
  expect(await restore(world, folder)).toMatchObject({ ok: true })
})

it('nothing is restored while the vault is open', async () => {
  const world = await openBackupWorld()
  const folder = await backUp(world)
  expect(await offer(world, folder)).toEqual({ ok: false, error: { code: 'not-allowed' } })
})

it('a restore that is cancelled changes nothing, and can be begun again', async () => {
  const world = await openBackupWorld()
  const folder = await backUp(world)
  await world.get('vault.lock', {})
  const before = readdirSync(world.folder).toSorted()
  const restoring = restore(world, folder)
  // Once it runs: its first word is that it does.
  while (
    !world.pushed.some(
      ({ name, push }) => name === 'backups.changed' && push.stage === 'running' && push.work === 'restoring',
    )
  )
    await new Promise<void>((resolve) => void setImmediate(resolve))
  // Answered although the restore is not.
  await world.get('backups.cancel', {})
  expect(await restoring).toEqual({ ok: true, value: null })
  expect(readdirSync(world.folder).toSorted()).toEqual(before)
  expect(await restore(world, folder)).toMatchObject({ ok: true, value: { privateNotes: 'kept' } })
})

/** Each kind of harm, and what is told of it. */
const harms: readonly [string, string, (folder: string) => void][] = [
  ['a flipped bit of the record', 'damaged-backup', (folder) => flip(join(folder, 'record.db'), 5_000)],
  ['a flipped bit of the label', 'damaged-backup', (folder) => flip(join(folder, 'backup.json'), 20)],
  ['a flipped bit of the header', 'damaged-backup', (folder) => flip(join(folder, 'vault.json'), 200)],
  ['a record cut short', 'cut-backup', (folder) => truncateSync(join(folder, 'record.db'), 8_192)],
  [
    'a record with something behind it',
    'cut-backup',
    (folder) => appendFileSync(join(folder, 'record.db'), 'x'),
  ],
  ['a missing header', 'cut-backup', (folder) => rmSync(join(folder, 'vault.json'))],
  ['a linked record', 'linked-backup', linkRecord],
  ['a folder that is none', 'not-a-backup', (folder) => emptied(folder)],
  ['a newer version', 'newer-version', (folder) => relabel(folder, { version: 2 })],
]

it.each(harms)('%s is told as %s and never restored', async (_, code, harm) => {
  const world = await openBackupWorld()
  const folder = await backUp(world)
  await world.get('vault.lock', {})
  harm(folder)
  const before = readdirSync(world.folder).toSorted()
  expect(await restore(world, folder)).toEqual({ ok: false, error: { code } })
  expect(readdirSync(world.folder).toSorted()).toEqual(before)
})

it('a label that somebody without the key has written anew is found', async () => {
  const world = await openBackupWorld()
  const folder = await backUp(world)
  await world.get('vault.lock', {})
  relabel(folder, { madeAtMs: 1 })
  expect(await offer(world, folder)).toMatchObject({ ok: true, value: { madeAtMs: 1 } })
  expect(await restore(world, folder)).toEqual({ ok: false, error: { code: 'damaged-backup' } })
})

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
}

function linkRecord(folder: string): void {
  const path = join(folder, 'record.db')
  const elsewhere = join(dirname(folder), 'elsewhere')
  renameSync(path, elsewhere)
  symlinkSync(elsewhere, path)
}

function emptied(folder: string): void {
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  writeFileSync(join(folder, 'letter.txt'), 'Dear all')
  expect(existsSync(join(folder, 'backup.json'))).toBe(false)
}

/** Writes the label with its checksum put right, as anybody can, and the MAC as it was. */
function relabel(folder: string, change: Record<string, number>): void {
  const path = join(folder, 'backup.json')
  const { checksum: _, ...label } = JSON.parse(readFileSync(path, 'utf8'))
  const changed = { ...label, ...change }
  const checksum = createHash('sha256').update(canonicalJson(changed)).digest('hex')
  writeFileSync(path, `${canonicalJson({ ...changed, checksum })}\n`)
}

it('whoever was revoked since the backup does not come in by it, and their key opens nothing that is restored', async () => {
  const world = await openBackupWorld()
  const draft = { name: 'Noor Haddad', initials: 'NH', credentials: 'PhD' }
  const { personId } = await world.get('roster.create-facilitator', draft)
  const asReviewer = 'orchard violin seventeen snow'
  await world.get('reviewer.let-in', { personId, passphrase: asReviewer, authorPassphrase: passphrase })
  const folder = await backUp(world)
  await world.get('reviewer.revoke', { personId, authorPassphrase: passphrase })
  await world.get('vault.lock', {})
  expect(await restore(world, folder)).toMatchObject({ ok: true })
  expect(await unlock(world, asReviewer)).toEqual({ ok: false, error: { code: 'wrong-secret' } })
  const entry = await openAsReviewer(valueOf(readHeaderOf(folder)), asReviewer)
  const path = join(world.paths.vaultDir, 'record.db')
  expect(connect('record', join(folder, 'record.db'), definitely(entry).record).ok).toBe(true)
  expect(connect('record', path, definitely(entry).record).ok).toBe(false)
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  expect((await world.get('roster.read', {})).facilitators).toHaveLength(2)
})

/** Changes a word in the log of a session, as somebody with the passphrase and a tool of their own could. */
async function breakLog({ paths: { vaultDir } }: World): Promise<void> {
  const isBroken = await withKeys(vaultDir, { kind: 'passphrase', secret: passphrase }, ({ record }) => {
    const connected = connect('record', join(vaultDir, 'record.db'), record)
    if (!connected.ok) return connected
    const database = connected.value
    const guard = 'session_event_is_not_changed'
    const made = String(database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(guard))
    database.exec(
      `DROP TRIGGER ${guard}; UPDATE session_event SET hash = zeroblob(32) WHERE seq = 2; ${made}`,
    )
    database.close()
    return succeed(null)
  })
  valueOf(isBroken)
}

it('a restore reads every log, and brings a broken one back and says so', async () => {
  const world = await openBackupWorld()
  const { act } = await startSession(world)
  await act({ type: 'end' })
  const whole = await backUp(world)
  await world.get('vault.lock', {})
  expect(await restore(world, whole)).toMatchObject({ ok: true, value: { brokenCount: 0 } })
  await breakLog(world)
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  world.pushed.length = 0
  world.clock.pass(60_000)
  const broken = await backUp(world)
  await world.get('vault.lock', {})
  expect(await restore(world, broken)).toMatchObject({
    ok: true,
    value: { brokenCount: 1, facts: { sessionCount: 1 } },
  })
})
