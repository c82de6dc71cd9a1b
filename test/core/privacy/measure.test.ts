import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { familyOf } from '../../../src/main/core/privacy/process-family.ts'
import type { PrivacyMeasure } from '../../../src/shared/ipc/privacy-calls.ts'
import { createReviewedWorld, type ReviewedWorld } from '../reviewer/reviewed-world.ts'
import { definitely, recoveryCode, type World } from '../support/world.ts'

let reviewed: ReviewedWorld
let world: World
let elsewhere: string
const held: (() => Promise<void>)[] = []

beforeEach(async () => {
  reviewed = await createReviewedWorld()
  ;({ world } = reviewed)
  await reviewed.unlock()
  elsewhere = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
})
afterEach(async () => {
  await Promise.all(held.splice(0).map((letGo) => letGo()))
  await world.close()
  rmSync(elsewhere, { recursive: true, force: true })
})

const measure = (): Promise<PrivacyMeasure> => world.get('privacy.measure', {})
const sockets = async () => definitely((await measure()).sockets)
const files = async () => (await measure()).files

/** Starts a process that holds something, and ends it. */
async function hold(...args: readonly string[]): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'open-in-child.mjs'), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // Whoever has children of its own is up when they are.
  const upCount = { leader: 4, parent: 2 }[args[0] ?? ''] ?? 1
  let told = ''
  while (told.split('\n').length <= upCount) {
    // oxlint-disable-next-line no-await-in-loop -- one line after the other
    const [chunk] = await once(child.stdout, 'data')
    told += String(chunk)
  }
  // Its children hold the pipe as well: when it closes, all of them are gone.
  const closed = once(child.stdout, 'close')
  const letGo = async () => {
    child.stdin.end()
    await closed
  }
  held.push(letGo)
  return letGo
}

describe.runIf(process.platform === 'linux')('the sockets that are open', () => {
  it.each([
    ['that listens for the internet', ['tcp']],
    ['of another kind and family', ['udp']],
    ['of a child’s child', ['parent', 'tcp']],
    ['of one that lost its parent', ['leader']],
  ])('are counted in every process: one %s', async (_, args) => {
    const before = await sockets()
    const letGo = await hold(...args)
    const during = await sockets()
    expect(during.internetCount).toBe(before.internetCount + 1)
    expect(during.processCount).toBeGreaterThan(before.processCount)
    await letGo()
    expect((await sockets()).internetCount).toBe(before.internetCount)
  })

  it('are told apart from those to the computer itself', async () => {
    const before = await sockets()
    await hold('unix', join(elsewhere, 'socket'))
    const during = await sockets()
    expect(during.internetCount).toBe(before.internetCount)
    expect(during.localCount).toBeGreaterThan(before.localCount)
  })

  it('are not measured where the system lists no processes, and then there is no number', async () => {
    const { platform } = process
    Object.defineProperty(process, 'platform', { value: 'darwin' })
    try {
      const { sockets: counted, files: lying, memory } = await measure()
      expect(counted).toBeNull()
      expect(memory).toEqual({ swappedBytes: null, dumps: null })
      expect(lying.openElsewhere).toBeNull()
      expect(lying.browser.isInMemory).toBeNull()
      expect(familyOf(process.pid)).toBeNull()
    } finally {
      Object.defineProperty(process, 'platform', { value: platform })
    }
  })

  it.runIf(process.getuid?.() === 0)(
    'are unknown, and not none, in a process that nobody may look into',
    async () => {
      const script = join(elsewhere, 'look.mjs')
      const source = join(import.meta.dirname, '../../../src/main/core/privacy/count-sockets.ts')
      writeFileSync(
        script,
        `const { countSockets } = await import(${JSON.stringify(source)})
       process.setgid(65534); process.setgroups([]); process.setuid(65534)
       console.log(JSON.stringify(countSockets([${process.pid}])))`,
      )
      const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
      const [told] = await once(child.stdout, 'data')
      expect(JSON.parse(String(told))).toEqual({
        processCount: 1,
        closedCount: 1,
        internetCount: 0,
        localCount: 0,
      })
    },
  )
})

describe('the files that were written', () => {
  it.runIf(process.platform === 'linux')(
    'are the browser’s only in a profile of its own, also where its processes are told the console’s folder',
    async () => {
      const before = await files()
      expect(before.browser.fileCount).toBe(0)
      await hold('file', join(elsewhere, 'held'), `--user-data-dir=${world.folder}`)
      expect((await files()).browser).toEqual(before.browser)
      mkdirSync(join(elsewhere, 'profile'))
      writeFileSync(join(elsewhere, 'profile', 'kept'), 'four')
      await hold('file', join(elsewhere, 'held'), `--user-data-dir=${join(elsewhere, 'profile')}`)
      expect((await files()).browser).toMatchObject({ fileCount: 1, bytes: 4 })
    },
  )

  it('are the vault’s, by name and size as they lie there', async () => {
    const at = join(world.paths.vaultDir, 'more.txt')
    const before = await files()
    expect(before.vault.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['private.db', 'record.db', 'record.db-wal', 'vault.json']),
    )
    writeFileSync(at, 'four')
    const added = (await files()).vault.find(({ name }) => name === 'more.txt')
    expect(added).toEqual({
      name: 'more.txt',
      bytes: 4,
      changedAtMs: statSync(at).mtimeMs,
      holds: 'readable',
    })
    rmSync(at)
    expect((await files()).vault.map(({ name }) => name)).toEqual(before.vault.map(({ name }) => name))
  })

  it.each([
    ['exports', (one: PrivacyMeasure['files']) => one.exports],
    ['browser/Cache', (one: PrivacyMeasure['files']) => one.browser],
    ['vault.replaced', (one: PrivacyMeasure['files']) => one.beside],
  ])('are counted in %s', async (place, read) => {
    const before = read(await files())
    const folder = join(world.folder, place)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'one'), 'twelve bytes')
    symlinkSync('/', join(folder, 'link'))
    const after = read(await files())
    expect([after.fileCount - before.fileCount, after.bytes - before.bytes]).toEqual([2, 12])
  })

  it('are named where nothing should be', async () => {
    expect((await files()).beside).toEqual({ fileCount: 0, bytes: 0, names: [] })
    writeFileSync(join(world.folder, 'left.txt'), '')
    expect((await files()).beside.names).toEqual(['left.txt'])
  })

  it('are the preferences once there are any', async () => {
    rmSync(world.paths.preferencesPath, { force: true })
    expect((await files()).preferences).toBeNull()
    await world.get('preferences.change', { theme: 'evening' })
    const { name, bytes } = definitely((await files()).preferences)
    expect([name, bytes]).toEqual(['preferences.json', statSync(world.paths.preferencesPath).size])
  })

  it.runIf(process.platform === 'linux')(
    'are counted on any disk, while a process has one open to write to',
    async () => {
      const isOnDisk = statfsSync(elsewhere).type !== 0x01021994
      const before = definitely((await files()).openElsewhere)
      const letGo = await hold('file', join(elsewhere, 'spilled'))
      expect((await files()).openElsewhere).toBe(before + Number(isOnDisk))
      await hold('read', join(elsewhere, 'spilled'))
      await hold('file', join(world.folder, 'exports-of-ours'))
      expect((await files()).openElsewhere).toBe(before + Number(isOnDisk))
      await letGo()
      expect((await files()).openElsewhere).toBe(before)
    },
  )

  it.runIf(process.platform === 'linux')(
    'are locked to others as before: an open database is not opened anew, by whatever name',
    async () => {
      const { ino } = statSync(join(world.paths.vaultDir, 'record.db'))
      const locks = () =>
        readFileSync('/proc/locks', 'utf8')
          .split('\n')
          .filter((line) => line.includes(`:${ino} `)).length
      const before = locks()
      expect(before).toBeGreaterThan(0)
      linkSync(join(world.paths.vaultDir, 'record.db'), join(world.paths.vaultDir, 'the-same'))
      const linked = (await files()).vault.find(({ name }) => name === 'the-same')
      expect(linked?.holds).toBe('encrypted')
      expect(locks()).toBe(before)
    },
  )
})

it('what was exported is counted where it lies', async () => {
  const { sessionId } = reviewed.session
  const personId = reviewed.memberId
  expect((await measure()).exported).toEqual({
    madeCount: 0,
    onDiskCount: 0,
    deletedCount: 0,
    lastAtMs: null,
    elsewhere: { folderCount: 0, madeCount: 0, onDiskCount: 0 },
    disclosedCount: 0,
  })
  const consent = { kind: 'disclosure', recipient: 'Riverbend', purpose: 'care', reference: 'R-3' } as const
  const given = await world.get('export.note-bundle', { sessionId, personId, consent })
  const kept = await world.get('export.note-bundle', { sessionId, personId, consent: { kind: 'chart' } })
  expect((await measure()).exported).toMatchObject({
    madeCount: 2,
    onDiskCount: 2,
    lastAtMs: kept.exportedAtMs,
    disclosedCount: 1,
  })
  // Moved by hand, without a word to the console.
  rmSync(join(world.paths.exportsDir, given.fileName))
  await world.get('export.delete', { exportId: kept.exportId, evenIfChanged: false })
  expect((await measure()).exported).toMatchObject({ madeCount: 2, onDiskCount: 0, deletedCount: 1 })
})

it('every opening is counted, and the newest are told, by whom', async () => {
  const before = (await measure()).openings
  await reviewed.review()
  await world.get('vault.lock', {})
  await world.get('vault.unlock', { kind: 'recovery', secret: recoveryCode })
  const after = (await measure()).openings
  expect([after.totalCount, after.reviewerCount]).toEqual([before.totalCount + 2, before.reviewerCount + 1])
  expect(after.newest.slice(0, 2).map(({ openedBy, reviewerId }) => [openedBy, reviewerId])).toEqual([
    ['recovery', null],
    ['reviewer', reviewed.reviewerId],
  ])
})

it('a reviewer sees the same, but for the file that is not theirs', async () => {
  await reviewed.review()
  const { files: lying, openings } = await measure()
  expect(lying.vault.map(({ name }) => name)).toEqual(expect.arrayContaining(['record.db', 'vault.json']))
  expect(lying.vault.filter(({ name }) => name.startsWith('private'))).toEqual([])
  expect(openings.newest[0]?.reviewerId).toBe(reviewed.reviewerId)
  expect(await world.ask('privacy.check-log', {})).toEqual({ ok: false, error: { code: 'not-allowed' } })
})
