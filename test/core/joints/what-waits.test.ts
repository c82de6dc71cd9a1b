import { join } from 'node:path'
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { mountSmallDisk, type SmallDisk } from '../../support/small-disk.ts'
import { ended } from '../backup/backup-world.ts'
import { look, pageBytes, spoilPages } from '../mend/mend-world.ts'
import { letReviewerIn, reviewerPassphrase } from '../reviewer/reviewed-world.ts'
import {
  createWorld,
  passphrase,
  recoveryCode,
  startSession,
  type Prepared,
  type World,
} from '../support/world.ts'

const sessionOpen = { ok: false, error: { code: 'session-open' } }
const unlocking = { kind: 'passphrase', secret: passphrase } as const
let world: World
let running: Prepared
let disk: SmallDisk | string

beforeEach(async ({ skip }) => {
  world = createWorld()
  disk = mountSmallDisk(world.folder, 24 * 1024 * 1024)
  if (typeof disk === 'string') return skip(disk)
  await world.get('vault.create', {
    passphrase,
    recoveryCode,
    author: { name: 'Dana Reyes', initials: 'DR', credentials: 'LCSW' },
    clinic: 'Harbour Clinic',
  })
  await letReviewerIn(world)
  running = await startSession(world)
})
afterEach(async () => {
  await world.core.run('shut-down', null)
  if (typeof disk !== 'string') disk.remove()
})

const note = (text: string) => world.get('session.record-note', { sessionId: running.sessionId, text })
const think = (text: string) => world.get('session.keep-private-note', { sessionId: running.sessionId, text })
/** Makes a backup into a new folder, and answers its own. */
async function backUpTo(folder: string): Promise<string> {
  mkdirSync(folder)
  await world.core.run('backups.set-folder', { path: folder })
  world.pushed.length = 0
  await world.get('backups.make', {})
  await ended(world)
  return join(folder, readdirSync(folder)[0] ?? '')
}

async function tellAll() {
  const { log, recordNotes } = await world.get('session.open', { sessionId: running.sessionId })
  const privateNotes = await world.get('session.private-notes', { sessionId: running.sessionId })
  return {
    events: readLog(log).length,
    recordNotes: recordNotes.map(({ text }) => text),
    privateNotes: privateNotes.map(({ text }) => text),
  }
}

it('a reviewer in between sees, writes and loses nothing of what waits', async () => {
  if (typeof disk === 'string') return
  await note('on the disk')
  disk.fill()
  await note('in memory')
  await think('mine, in memory')
  const before = await tellAll()
  await world.get('vault.lock', {})
  disk.free()
  await world.get('vault.unlock', { kind: 'passphrase', secret: reviewerPassphrase })
  world.pushed.length = 0
  await world.core.beat()
  const told = JSON.stringify([
    await world.get('session.open', { sessionId: running.sessionId }),
    await world.ask('vault.unwritten', {}),
    world.pushed,
  ])
  expect(told).toContain('on the disk')
  expect(told).not.toContain('in memory')
  await world.get('vault.lock', {})
  expect((await world.get('vault.unwritten', {}))?.count).toBe(2)
  await world.get('vault.unlock', unlocking)
  const after = await tellAll()
  expect(after.recordNotes).toEqual(before.recordNotes)
  expect(after.privateNotes).toEqual(before.privateNotes)
  await world.core.beat()
  expect(await world.get('vault.unwritten', {})).toBeNull()
})

it('wrong tries, and locks on a disk that is still full, lose nothing of what waits', async () => {
  if (typeof disk === 'string') return
  disk.fill()
  await note('in memory')
  await think('mine, in memory')
  const before = await tellAll()
  await world.get('vault.lock', {})
  expect(await world.ask('vault.unlock', { ...unlocking, secret: 'not this one at all' })).toMatchObject({
    ok: false,
  })
  await world.get('vault.unlock', unlocking)
  await note('more of it')
  await world.get('vault.lock', {})
  expect(await world.ask('vault.unlock', { kind: 'passphrase', secret: reviewerPassphrase })).toMatchObject({
    ok: false,
  })
  await world.get('vault.unlock', unlocking)
  expect((await tellAll()).recordNotes).toEqual([...before.recordNotes, 'more of it'])
  disk.free()
  await world.core.beat()
  expect(await world.get('vault.unwritten', {})).toBeNull()
  await world.get('vault.lock', {})
  await world.get('vault.unlock', unlocking)
  expect((await tellAll()).privateNotes).toEqual(before.privateNotes)
})

it('keys are not made new, nothing is destroyed and nothing is restored over what waits', async () => {
  if (typeof disk === 'string') return
  await note('on the disk')
  const drive = await backUpTo(join(world.folder, 'drive'))
  disk.fill()
  await note('in memory')
  expect(await world.ask('keys.renew', { authorPassphrase: passphrase, recoveryCode })).toEqual(sessionOpen)
  expect(
    await world.ask('keys.change-passphrase', {
      proof: unlocking,
      passphrase: 'another quiet harbour altogether',
    }),
  ).toMatchObject({ ok: false })
  expect(
    await world.ask('retention.destroy-private', {
      sessionIds: [running.sessionId],
      authorPassphrase: passphrase,
    }),
  ).toMatchObject({ ok: false })
  await world.get('vault.lock', {})
  const offered = await world.core.run('backups.offer', { path: drive })
  const token = offered.ok ? offered.value.token : ''
  expect(await world.ask('backups.restore', { token, ...unlocking, maySetPrivateNotesAside: true })).toEqual(
    sessionOpen,
  )
  await world.get('vault.unlock', unlocking)
  expect((await tellAll()).recordNotes).toEqual(['on the disk', 'in memory'])
})

it('what waits is written to a vault that was mended meanwhile', async () => {
  if (typeof disk === 'string') return
  await note('on the disk')
  disk.fill()
  await note('in memory')
  await think('mine, in memory')
  await world.get('vault.lock', {})
  disk.free()
  const pages = readFileSync(join(world.paths.vaultDir, 'record.db')).length / pageBytes
  spoilPages(world.paths.vaultDir, 'record.db', [pages - 1])
  const { token, sessions } = await look(world)
  expect(sessions).toEqual([])
  await world.get('mend.take', { token })
  await world.get('vault.unlock', unlocking)
  await world.core.beat()
  expect(await world.get('vault.unwritten', {})).toBeNull()
  expect(await tellAll()).toMatchObject({
    recordNotes: ['on the disk', 'in memory'],
    privateNotes: ['mine, in memory'],
  })
})
