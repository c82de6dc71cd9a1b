import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ExportedFile, ListedFile } from '../../../src/shared/ipc/export-calls.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import { fail, type Result } from '../../../src/shared/result.ts'
import { mountSmallDisk, type SmallDisk } from '../../support/small-disk.ts'
import {
  createOpenWorld,
  passphrase,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

let world: World
let session: Prepared
let folder: string
let folders = 0

const bytes = Buffer.from('%PDF-1.7 …')
const unfit = fail({ code: 'folder-unfit' })

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

beforeEach(async () => {
  session = await startSession(world, 3)
  world.clock.pass(300_000)
  await session.act({ type: 'end' })
  folders += 1
  folder = join(world.folder, `chosen-${folders}`)
  mkdirSync(folder)
  chmodSync(folder, 0o755)
  await world.get('export.use-own-folder', {})
})

async function write(content: Uint8Array = bytes): Promise<Result<ExportedFile, Failure>> {
  const { stamp } = valueOf(await world.core.run('export.facts', { sessionId: session.sessionId }))
  return world.core.run('export.write', { stamp, bytes: content })
}

const choose = (path: string) => world.core.run('export.set-folder', { path })
const list = () => world.get('export.list', { sessionId: session.sessionId })
const pathOf = ({ exportId }: ExportedFile) =>
  world.core.run('export.path', { exportId }).then((path) => valueOf(path))
const listed = (file: ExportedFile, changed: Partial<ListedFile> = {}) => ({
  ...file,
  isOnDisk: true,
  ...changed,
})

describe('a chosen folder', () => {
  it('takes the files from then on, closed to others, and is itself left as it is', async () => {
    const own = valueOf(await write())
    expect(valueOf(await choose(folder))).toEqual({ path: folder, isOwn: false, isReady: true })
    const file = valueOf(await write())
    expect(file).toMatchObject({ folder, fileName: own.fileName.replace('.pdf', '-2.pdf') })
    expect(readdirSync(folder)).toEqual([file.fileName])
    const path = join(folder, file.fileName)
    expect([statSync(path).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o755])
    expect(await pathOf(file)).toBe(path)
    const folderOf = ({ exportId }: ExportedFile) => world.core.run('export.folder-of', { exportId })
    expect(valueOf(await folderOf(file))).toBe(folder)
    expect(valueOf(await folderOf(own))).toBe(world.paths.exportsDir)
    expect(await world.get('export.use-own-folder', {})).toMatchObject({ isOwn: true })
    expect(valueOf(await write()).folder).toBeNull()
    expect(await pathOf(file)).toBe(path)
  })

  it('is kept when the vault is locked and opened again', async () => {
    valueOf(await choose(folder))
    await world.get('vault.lock', {})
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
    expect(await world.get('export.read-folder', {})).toMatchObject({ path: folder, isOwn: false })
  })

  it('is refused where nothing can be written, and where the vault is', async () => {
    const plain = join(folder, 'plain')
    writeFileSync(plain, '')
    const { vaultDir, exportsDir } = world.paths
    for (const path of ['relative', join(folder, 'nowhere'), plain, vaultDir, '/proc/self']) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await choose(path), path).toEqual(unfit)
    }
    expect(await world.get('export.read-folder', {})).toMatchObject({ isOwn: true })
    valueOf(await write())
    expect(valueOf(await choose(exportsDir))).toEqual({ path: exportsDir, isOwn: true, isReady: true })
  })

  it('that is gone is said, and nothing is written elsewhere or listed', async () => {
    valueOf(await choose(folder))
    const file = valueOf(await write())
    renameSync(folder, `${folder}-away`)
    expect(await world.get('export.read-folder', {})).toMatchObject({ isReady: false })
    expect(await write()).toEqual(unfit)
    expect(await list()).toEqual([listed(file, { isOnDisk: false })])
    expect(await world.core.run('export.path', { exportId: file.exportId })).toEqual(
      fail({ code: 'not-found' }),
    )
    expect(existsSync(folder)).toBe(false)
    renameSync(`${folder}-away`, folder)
    expect(await list()).toEqual([listed(file)])
    valueOf(await write())
  })
})

/** A test on a small disk of its own, into which the files go. */
function onDisk(name: string, work: (disk: SmallDisk) => Promise<void>): void {
  it(name, async ({ skip }) => {
    const disk = mountSmallDisk(`${folder}-disk`, 256 * 1024)
    if (typeof disk === 'string') return skip(disk)
    try {
      valueOf(await choose(disk.path))
      await work(disk)
    } finally {
      disk.remove()
    }
  })
}

describe('a disk', () => {
  const large = Buffer.alloc(100 * 1024, '%PDF')

  onDisk('that fills leaves no half file, and those before it whole', async ({ path }) => {
    const made = [valueOf(await write(large)), valueOf(await write(large))].toReversed()
    expect(await write(large)).toEqual(fail({ code: 'disk-full' }))
    expect(readdirSync(path).toSorted()).toEqual(made.map(({ fileName }) => fileName).toSorted())
    for (const { fileName } of made) expect(readFileSync(join(path, fileName))).toEqual(large)
    expect(await list()).toEqual(made.map((file) => listed(file)))
    valueOf(await write())
  })

  onDisk('that is read-only takes nothing, and lets go of nothing', async (disk) => {
    const file = valueOf(await write())
    disk.makeReadOnly()
    expect(await write()).toEqual(unfit)
    expect(await world.get('export.read-folder', {})).toMatchObject({ isReady: false })
    const { exportId } = file
    expect(await world.ask('export.delete', { exportId, evenIfChanged: false })).toEqual(unfit)
    expect(await world.get('export.delete-all', { sessionId: session.sessionId })).toMatchObject({
      deletedCount: 0,
      keptCount: 1,
      canUndo: false,
    })
    expect(await list()).toEqual([listed(file)])
  })
})

describe('a deleted file', () => {
  it('is gone from the disk, stays on the list, is still told, and comes back', async () => {
    const file = valueOf(await write())
    const path = await pathOf(file)
    world.clock.pass(1_000)
    const { exportId } = file
    expect(await world.get('export.delete', { exportId, evenIfChanged: false })).toEqual({ canUndo: true })
    const deleted = { deletedAtMs: world.clock.read().wallMs, isOnDisk: false }
    expect(existsSync(path)).toBe(false)
    expect(await list()).toEqual([listed(file, deleted)])
    expect(valueOf(await world.core.run('export.identify', { bytes }))).toMatchObject({ kind: 'unaltered' })
    expect(await world.ask('export.delete', { exportId, evenIfChanged: true })).toEqual(
      fail({ code: 'not-found' }),
    )
    expect(await world.get('export.undo-delete', {})).toBe(1)
    expect([readFileSync(path), statSync(path).mode & 0o777]).toEqual([bytes, 0o600])
    expect(await list()).toEqual([listed(file)])
    expect(await world.get('export.undo-delete', {})).toBe(0)
  })

  it('that somebody has changed is left until it is said again, and comes back as it was', async () => {
    const file = valueOf(await write())
    const path = await pathOf(file)
    appendFileSync(path, 'signed by hand')
    const { exportId } = file
    const ask = (evenIfChanged: boolean) => world.ask('export.delete', { exportId, evenIfChanged })
    expect(await ask(false)).toEqual(fail({ code: 'file-changed' }))
    expect(await world.get('export.delete-all', { sessionId: session.sessionId })).toEqual({
      deletedCount: 0,
      changedCount: 1,
      keptCount: 0,
      canUndo: false,
    })
    expect(readFileSync(path, 'utf8')).toContain('signed by hand')
    valueOf(await ask(true))
    expect(existsSync(path)).toBe(false)
    await world.get('export.undo-delete', {})
    expect(readFileSync(path, 'utf8')).toContain('signed by hand')
    rmSync(path)
  })

  it('is not put over what stands there by then, and not held beyond the lock', async () => {
    const file = valueOf(await write())
    const path = await pathOf(file)
    const { exportId } = file
    await world.get('export.delete', { exportId, evenIfChanged: false })
    writeFileSync(path, 'somebody else’s')
    expect(await world.ask('export.undo-delete', {})).toEqual(fail({ code: 'not-found' }))
    expect(readFileSync(path, 'utf8')).toBe('somebody else’s')
    rmSync(path)
    await world.get('vault.lock', {})
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
    expect(await world.get('export.undo-delete', {})).toBe(0)
    expect(existsSync(path)).toBe(false)
  })

  it('can be one of many: of a session, or of all', async () => {
    const own = [valueOf(await write()), valueOf(await write())]
    valueOf(await choose(folder))
    const elsewhere = valueOf(await write())
    const other = session
    session = await startSession(world, 2)
    await session.act({ type: 'end' })
    const later = valueOf(await write())
    expect(await world.get('export.delete-all', { sessionId: other.sessionId })).toMatchObject({
      deletedCount: 3,
      canUndo: true,
    })
    expect(readdirSync(folder)).toEqual([later.fileName])
    const all = await world.get('export.list-all', {})
    expect(all.slice(0, 4).map(({ exportId, isOnDisk }) => [exportId, isOnDisk])).toEqual([
      [later.exportId, true],
      [elsewhere.exportId, false],
      [own[1]?.exportId, false],
      [own[0]?.exportId, false],
    ])
    expect(await world.get('export.undo-delete', {})).toBe(3)
    await world.get('export.delete-all', { sessionId: null })
    expect((await world.get('export.list-all', {})).filter(({ isOnDisk }) => isOnDisk)).toEqual([])
    expect([...readdirSync(folder), ...readdirSync(world.paths.exportsDir)]).toEqual([])
  })
})
