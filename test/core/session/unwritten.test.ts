/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { cpSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLog } from '../../../src/shared/session/log-text.ts'
import type { SessionId } from '../../../src/shared/ids.ts'
import { mountFailingDisk, type FailingDisk } from '../../support/failing-disk.ts'
import { mountSmallDisk, type SmallDisk } from '../../support/small-disk.ts'
import {
  createWorld,
  definitely,
  groupDraft,
  passphrase,
  startSession,
  type Prepared,
  type World,
} from '../support/world.ts'

const unlocking = { kind: 'passphrase', secret: passphrase } as const
const full = { ok: false, error: { code: 'disk-full' } }

let world: World
let running: Prepared

async function createVault(): Promise<void> {
  await world.get('vault.create', {
    passphrase,
    recoveryCode: await world.get('vault.propose-recovery-code', {}),
    author: { name: 'Dana Reyes', initials: 'DR', credentials: 'LCSW' },
    clinic: 'Harbour Clinic',
  })
  running = await startSession(world)
}

async function mark(at = 0) {
  const personId = definitely(running.memberIds[at])
  return running.act({ type: 'mark', personId, mark: 'shared' })
}

const note = (text: string) => world.get('session.record-note', { sessionId: running.sessionId, text })
const think = (text: string) => world.get('session.keep-private-note', { sessionId: running.sessionId, text })

/** Everything that the console tells of the session. */
async function tellAll(sessionId: SessionId = running.sessionId) {
  const { log, recordNotes } = await world.get('session.open', { sessionId })
  const privateNotes = await world.get('session.private-notes', { sessionId })
  return { events: readLog(log), recordNotes, privateNotes }
}

async function countUnwritten(): Promise<number | null> {
  return (await world.get('vault.unwritten', {}))?.count ?? null
}

/** What another console finds on the disk, which knows nothing of this one's memory. */
async function tellFromDisk(): ReturnType<typeof tellAll> {
  await world.get('vault.lock', {})
  const here = world
  world = createWorld()
  try {
    cpSync(here.paths.vaultDir, world.paths.vaultDir, { recursive: true })
    await world.get('vault.unlock', unlocking)
    return await tellAll()
  } finally {
    await world.close()
    world = here
  }
}

describe('a running session on a full disk', () => {
  let disk: SmallDisk | string

  beforeEach(async ({ skip }) => {
    world = createWorld()
    disk = mountSmallDisk(world.folder, 4 * 1024 * 1024)
    if (typeof disk === 'string') return skip(disk)
    return createVault()
  })
  afterEach(async () => {
    await world.core.run('shut-down', null)
    if (typeof disk !== 'string') disk.remove()
  })

  it('goes on in memory, says so before every event of it, and writes all of it with the next beat that can', async () => {
    if (typeof disk === 'string') return
    await mark()
    await note('on the disk')
    disk.fill()
    world.pushed.length = 0
    world.clock.pass(60_000)
    await mark(1)
    await running.act({ type: 'next-phase' })
    await note('a word for the record')
    await think('a thought')
    const sinceMs = world.clock.read().wallMs
    expect(await world.get('vault.unwritten', {})).toEqual({ count: 4, sinceMs, reason: 'disk-full' })
    const names = world.pushed.map(({ name }) => name).filter((name) => name !== 'room.changed')
    expect(names.slice(0, 2)).toEqual(['vault.unwritten-changed', 'session.appended'])

    const told = await tellAll()
    expect(told.recordNotes.map(({ text }) => text)).toEqual(['on the disk', 'a word for the record'])
    expect(told.privateNotes.map(({ text }) => text)).toEqual(['a thought'])
    await world.core.beat()
    expect(await countUnwritten()).toBe(4)

    disk.free()
    world.pushed.length = 0
    await world.core.beat()
    expect(world.pushed.filter(({ name }) => name === 'vault.unwritten-changed')).toEqual([
      { name: 'vault.unwritten-changed', push: { unwritten: null } },
    ])
    expect(await tellAll()).toEqual(told)
    const found = await tellFromDisk()
    expect(found.events.slice(0, told.events.length)).toEqual(told.events)
    expect(found).toMatchObject({ recordNotes: told.recordNotes, privateNotes: told.privateNotes })
  })

  it('writes what waits with the next act, and nothing of it is there twice', async () => {
    if (typeof disk === 'string') return
    disk.fill()
    await think('one')
    await note('two')
    disk.free()
    await mark()
    expect(await countUnwritten()).toBe(null)
    const told = await tellAll()
    expect(told.privateNotes).toHaveLength(1)
    expect(told.recordNotes).toHaveLength(1)
    expect((await tellFromDisk()).events.slice(0, told.events.length)).toEqual(told.events)
  })

  it('is known by the next beat, before anybody acts', async () => {
    if (typeof disk === 'string') return
    disk.fill()
    world.clock.pass(5_000)
    await world.core.beat()
    expect(await world.get('vault.unwritten', {})).toMatchObject({ count: 0, reason: 'disk-full' })
    disk.free()
    world.clock.pass(5_000)
    await world.core.beat()
    expect(await countUnwritten()).toBe(null)
  })

  it('keeps through a lock what is not written, and a full disk does not keep it locked', async () => {
    if (typeof disk === 'string') return
    disk.fill()
    await note('before the lock')
    await think('before the lock')
    await world.get('vault.lock', {})
    expect(await countUnwritten()).toBe(2)
    world.clock.pass(5_000)
    await world.get('vault.unlock', unlocking)
    await mark()
    const told = await tellAll()
    expect(told.recordNotes).toHaveLength(1)
    expect(told.privateNotes).toHaveLength(1)
    disk.free()
    await world.core.beat()
    expect(await countUnwritten()).toBe(null)
    expect((await tellFromDisk()).events.slice(0, told.events.length)).toEqual(told.events)
    await world.get('vault.unlock', unlocking)
    // Created, opened on the full disk, and now.
    expect(await world.get('access.list', { beforeSeq: null, personId: null })).toHaveLength(3)
  })

  it('refuses what cannot wait: another start, a signature, a member without a name on file', async () => {
    if (typeof disk === 'string') return
    disk.fill()
    await mark()
    const { sessionId } = running
    const who = { preferredName: 'Zoe', initials: 'Z', role: 'member' } as const
    expect(await world.ask('session.walk-in', { sessionId, who })).toEqual(full)
    await running.act({ type: 'end' })
    expect(
      await world.ask('session.prepare', {
        groupId: running.groupId,
        topic: '',
        leadId: running.leadId,
        coLeadIds: [],
        plannedStartMs: null,
      }),
    ).toMatchObject({ ok: false })
    const personId = definitely(running.memberIds[0])
    expect(await world.ask('note.sign', { sessionId, personId, overridden: [] })).toMatchObject({ ok: false })
    const waiting = await countUnwritten()
    disk.free()
    await world.core.beat()
    expect([waiting, await countUnwritten()]).toEqual([2, null])
    expect(await world.get('session.current', {})).toMatchObject([{ stage: 'ended' }])
  })
})

describe('a running session on a drive that fails', () => {
  let disk: FailingDisk | string

  beforeEach(async ({ skip }) => {
    world = createWorld()
    disk = mountFailingDisk(world.folder, 16 * 1024 * 1024)
    if (typeof disk === 'string') return skip(disk)
    return createVault()
  })
  afterEach(async () => {
    await world.core.run('shut-down', null)
    if (typeof disk !== 'string') disk.remove()
  })

  it('goes on in memory, through the lock too, until the drive was taken out and put back', async () => {
    if (typeof disk === 'string') return
    await note('before')
    disk.fail()
    await mark()
    await note('meanwhile')
    await think('meanwhile')
    expect(await world.get('vault.unwritten', {})).toMatchObject({ count: 3, reason: 'not-writable' })
    await world.get('vault.lock', {})
    disk.putBackIn()
    await world.get('vault.unlock', unlocking)
    expect(await countUnwritten()).toBe(null)
    const told = await tellAll()
    expect(told.recordNotes.map(({ text }) => text)).toEqual(['before', 'meanwhile'])
    expect(told.privateNotes).toHaveLength(1)
    expect((await tellFromDisk()).events.slice(0, told.events.length)).toEqual(told.events)
  })
})

const away = () => join(world.folder, 'away')

describe('a running session whose files are taken away', () => {
  beforeEach(async () => {
    world = createWorld()
    await createVault()
  })
  afterEach(() => world.close())

  it('tells nothing as written to a folder that is gone, and writes it once that is back', async () => {
    renameSync(world.paths.vaultDir, away())
    await note('while the folder was gone')
    await think('while the folder was gone')
    expect(await world.get('vault.unwritten', {})).toMatchObject({ count: 2, reason: 'not-writable' })
    expect(await world.ask('roster.create-group', { ...groupDraft, name: 'Another' })).toEqual({
      ok: false,
      error: { code: 'not-writable' },
    })
    renameSync(away(), world.paths.vaultDir)
    await world.core.beat()
    expect(await countUnwritten()).toBe(null)
    expect((await tellFromDisk()).privateNotes).toHaveLength(1)
  })

  it('takes its drive up again once that is back and the vault is opened anew', async () => {
    renameSync(world.paths.vaultDir, away())
    await note('while the drive was out')
    await think('while the drive was out')
    // Another drive in its place, with the same files: those that are open are not these.
    cpSync(away(), world.paths.vaultDir, { recursive: true })
    await world.core.beat()
    expect(await countUnwritten()).toBe(2)
    await world.get('vault.lock', {})
    await world.get('vault.unlock', unlocking)
    expect(await countUnwritten()).toBe(null)
    const told = await tellAll()
    expect(told.recordNotes).toHaveLength(1)
    expect(told.privateNotes).toHaveLength(1)
    rmSync(away(), { recursive: true })
  })

  it('never goes on from another vault than the one it was run in', async () => {
    cpSync(world.paths.vaultDir, away(), { recursive: true })
    await mark()
    renameSync(world.paths.vaultDir, `${away()}-too`)
    await note('in memory')
    cpSync(away(), world.paths.vaultDir, { recursive: true })
    await world.get('vault.lock', {})
    await world.get('vault.unlock', unlocking)
    expect(await world.get('vault.unwritten', {})).toMatchObject({ reason: 'other-vault' })
    await world.get('vault.lock', {})
    rmSync(world.paths.vaultDir, { recursive: true })
    renameSync(`${away()}-too`, world.paths.vaultDir)
    await world.get('vault.unlock', unlocking)
    expect(await countUnwritten()).toBe(null)
    expect((await tellAll()).recordNotes).toHaveLength(1)
  })
})
