/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listBackupNames, readBackup } from '../../src/main/core/backup/backup-files.ts'
import { settleRestored } from '../../src/main/core/backup/place-restored.ts'
import { readPrivateNotes } from '../../src/main/core/private/private-note-repository.ts'
import { listBackups } from '../../src/main/core/backup/backup-repository.ts'
import { listMembers } from '../../src/main/core/roster/roster-repository.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { migrate } from '../../src/main/core/vault/migrate.ts'
import { connect } from '../../src/main/core/vault/connect.ts'
import { recordMigrations } from '../../src/main/core/vault/migrations/record-migrations.ts'
import type { SessionId } from '../../src/shared/ids.ts'
import { createOpenWorld, passphrase, prepareSession, valueOf, type World } from '../core/support/world.ts'
import { ended } from '../core/backup/backup-world.ts'
import { makeVault, passphrase as otherPassphrase } from '../core/vault/temporary-vault.ts'

const faults = ['DIES_AT', 'IS_FULL_AT'] as const
const allFaults = [...faults, 'IS_STALE_AT'] as const
type Fault = (typeof allFaults)[number]

/** What is said where one call failed: a file that cannot be read is not reachable, though the next could be. */
const failed = /^(?:disk-full|not-writable|not-reachable)$/u

let world: World
let backup: string
let sessionId: SessionId
beforeAll(async () => {
  world = await createOpenWorld()
  mkdirSync(join(world.folder, 'drive'))
  ;({ sessionId } = await prepareSession(world))
  await world.core.run('backups.set-folder', { path: join(world.folder, 'drive') })
  await world.get('backups.make', {})
  await ended(world)
  backup = readdirSync(join(world.folder, 'drive'))[0] ?? ''
  // What the vault has and the backup has not.
  await prepareSession(world, 2)
  await world.get('session.keep-private-note', { sessionId, text: 'halyard' })
  await world.get('vault.lock', {})
})
afterAll(() => world.close())

/** Works in a process of its own; answers what it said, or null when it died. */
function workInChild(
  what: 'make' | 'rotate' | 'restore' | 'open',
  vaultDir: string,
  place: string,
  fault: NodeJS.ProcessEnv,
  secret = passphrase,
): string | null {
  const preload = join(import.meta.dirname, 'die-in-backup.mjs')
  const script = join(import.meta.dirname, 'backup-in-child.ts')
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    ['--import', preload, script, what, vaultDir, place, secret],
    { env: { ...process.env, ...fault }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  expect(status === 0 || signal === 'SIGKILL').toBe(true)
  return status === 0 ? stdout : null
}

/** Does it with one fault after the other, until there is none left to meet; answers how often. */
async function withEvery(
  fault: Fault,
  what: Parameters<typeof workInChild>[0],
  look: (home: string, said: string | null) => Promise<void>,
  prepare: (home: string) => void = () => undefined,
): Promise<number> {
  for (let at = 1; ; at += 1) {
    const home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
    cpSync(world.folder, home, { recursive: true })
    prepare(home)
    const place = what === 'restore' ? join(home, 'drive', backup) : join(home, 'drive')
    const said = workInChild(what, join(home, 'vault'), place, { [fault]: String(at) })
    await look(home, said)
    rmSync(home, { recursive: true })
    if (said === 'done') return at
  }
}

/** How many members the vault has: five now, and three in the backup. The private note is there in either. */
async function countMembers(home: string): Promise<number> {
  const vaultDir = join(home, 'vault')
  settleRestored(vaultDir)
  const vault = valueOf(await unlockVault(vaultDir, { kind: 'passphrase', secret: passphrase }))
  expect(readPrivateNotes(vault.private, sessionId)).toMatchObject([{ text: 'halyard' }])
  const count = listMembers(vault.record).length
  vault.close()
  expect(readdirSync(home).filter((name) => /making|\.restored$|drill/u.test(name))).toEqual([])
  return count
}

it.each(allFaults)(
  'a restore leaves the old vault or the new one whole: %s',
  async (fault) => {
    const counts: number[] = []
    const calls = await withEvery(fault, 'restore', async (home, said) => {
      const count = await countMembers(home)
      if (said === 'done') expect(count).toBe(3)
      else if (said !== null) expect([said, count]).toEqual([expect.stringMatching(failed), 5])
      counts.push(count)
    })
    expect(calls).toBeGreaterThan(20)
    expect(counts[0]).toBe(5)
    expect(counts.at(-1)).toBe(3)
  },
  900_000,
)

it.each(allFaults)(
  'a backup that bears its name is whole, and what is left of another goes: %s',
  async (fault) => {
    const calls = await withEvery(fault, 'make', async (home, said) => {
      const drive = join(home, 'drive')
      for (const name of listBackupNames(drive))
        expect(readBackup(join(drive, name))).toMatchObject({ ok: true })
      if (said === 'done') expect(listBackupNames(drive)).toHaveLength(2)
      else if (said !== null) expect(said).toMatch(failed)
      // What is left of one that was cut short is gone with the next.
      if (said !== 'done') expect(workInChild('make', join(home, 'vault'), drive, {})).toBe('done')
      expect(listBackupNames(drive).length).toBe(readdirSync(drive).length)
    })
    expect(calls).toBeGreaterThan(15)
  },
  900_000,
)

it('a console killed before any call while it rotates leaves whole backups, and the newest of them', async () => {
  const newest = `${backup}-4`
  const before = [backup, `${backup}-2`, `${backup}-3`, newest]
  const calls = await withEvery(
    'DIES_AT',
    'rotate',
    async (home, said) => {
      const drive = join(home, 'drive')
      const names = listBackupNames(drive)
      for (const name of names) expect(readBackup(join(drive, name))).toMatchObject({ ok: true })
      expect(names).toContain(newest)
      // Nothing was begun.
      if (said === null && readdirSync(drive).toSorted().join() === before.join()) return
      if (said !== 'done') expect(workInChild('rotate', join(home, 'vault'), drive, {})).toBe('done')
      expect(listBackupNames(drive)).toEqual([newest])
      // What is left of one that was being taken away goes with the next that is made.
      expect(workInChild('make', join(home, 'vault'), drive, {})).toBe('done')
      expect(readdirSync(drive).toSorted()).toEqual(listBackupNames(drive).toSorted())
    },
    // Four of one day, none of which is on the list of a vault that lies elsewhere.
    (home) => {
      const drive = join(home, 'drive')
      for (const count of [2, 3, 4])
        cpSync(join(drive, backup), join(drive, `${backup}-${count}`), { recursive: true })
    },
  )
  expect(calls).toBeGreaterThan(5)
}, 900_000)

it.each(faults)(
  'a vault that is migrated is the older or the newer, whole: %s',
  async (fault) => {
    const made = await makeVault()
    const path = join(made.folder, 'record.db')
    rmSync(path)
    writeFileSync(path, '')
    const older = valueOf(connect('record', path, made.keys.record))
    migrate(older, recordMigrations.slice(0, 6))
    older.exec(`INSERT INTO facilitator VALUES ('${crypto.randomUUID()}', 'Dana', 'D', '', 1, 0, 0, 0)`)
    older.close()
    const before = readFileSync(path)
    for (let at = 1, said: string | null = null; said !== 'done'; at += 1) {
      const home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
      const folder = join(home, 'vault')
      cpSync(made.folder, folder, { recursive: true })
      said = workInChild('open', folder, '', { [fault]: String(at) }, otherPassphrase)
      if (said !== null && said !== 'done') {
        expect(said).toBe('disk-full')
        expect(readFileSync(join(folder, 'record.db')).equals(before)).toBe(true)
      }
      const vault = valueOf(await unlockVault(folder, { kind: 'passphrase', secret: otherPassphrase }))
      expect(listBackups(vault.record)).toEqual([])
      vault.close()
      rmSync(home, { recursive: true })
    }
    made.remove()
  },
  900_000,
)
