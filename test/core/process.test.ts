import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UtilityProcess } from 'electron'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CoreSettings, FromCore, ToCore } from '../../src/main/core/protocol.ts'
import { stampSchema, type Stamp } from '../../src/shared/session/stamp.ts'
import { createUtilityProcess } from '../../src/stand-in/utility-process.ts'
import { definitely, passphrase, recoveryCode } from './support/world.ts'

const utilityProcess = createUtilityProcess()
const author = { name: 'Dana Reyes', initials: 'DR', credentials: 'LCSW' }

let folder: string
let settings: CoreSettings
let running: UtilityProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  settings = {
    vaultDir: join(folder, 'vault'),
    exportsDir: join(folder, 'exports'),
    preferencesPath: join(folder, 'preferences.json'),
  }
  running = []
})
afterEach(async () => {
  await Promise.all(running.filter((core) => core.kill()).map((core) => once(core, 'exit')))
  rmSync(folder, { recursive: true, force: true })
})

function start() {
  const core = utilityProcess.fork(join(import.meta.dirname, '../../src/main/core/process.ts'), [], {
    env: process.env,
  })
  running.push(core)
  const heard: FromCore[] = []
  core.on('message', (message: FromCore) => heard.push(message))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
  const post = (message: ToCore) => core.postMessage(message)
  const answered = (seq: number) =>
    expect.poll(() => heard.some((one) => one.kind === 'answer' && one.seq === seq)).toBe(true)
  return { core, heard, post, answered }
}

const isNoBeat = (message: FromCore) => message.kind !== 'push' || message.name !== 'clock.read'
const stampsOf = (heard: readonly FromCore[]): Stamp[] =>
  heard.flatMap((one) =>
    one.kind === 'push' && one.name === 'clock.read' ? [stampSchema.parse(one.push)] : [],
  )

it('answers every message once, pushes before it answers, and says that it is spent after the answer', async () => {
  const { heard, post, answered } = start()
  post({ kind: 'begin', settings, handOver: null })
  post({ kind: 'call', seq: 1, name: 'vault.access', input: {} })
  post({ kind: 'call', seq: 2, name: 'roster.read', input: {} })
  post({
    kind: 'call',
    seq: 3,
    name: 'vault.create',
    input: { passphrase, recoveryCode, author, clinic: '' },
  })
  post({ kind: 'call', seq: 4, name: 'session.current', input: {} })
  post({ kind: 'task', seq: 5, name: 'shut-down', input: null })
  await answered(5)
  await expect.poll(() => heard.findLast(isNoBeat)).toEqual({ kind: 'spent' })
  expect(heard.filter(isNoBeat)).toEqual([
    { kind: 'answer', seq: 1, result: { ok: true, value: 'absent' } },
    { kind: 'answer', seq: 2, result: { ok: false, error: { code: 'locked' } } },
    { kind: 'push', name: 'vault.access-changed', push: 'unlocked' },
    { kind: 'answer', seq: 3, result: { ok: true, value: null } },
    { kind: 'answer', seq: 4, result: { ok: true, value: [] } },
    { kind: 'push', name: 'vault.access-changed', push: 'locked' },
    { kind: 'answer', seq: 5, result: { ok: true, value: null } },
    { kind: 'spent' },
  ])
  // Nobody but its owner has a way in, whatever this process's own mask is.
  if (process.platform !== 'win32') expect(statSync(settings.vaultDir).mode & 0o077).toBe(0)
})

it('what is asked in the instant of the lock is answered `locked` before it hands over, and the clock goes on in the next', async () => {
  const first = start()
  first.post({ kind: 'begin', settings, handOver: null })
  first.post({
    kind: 'call',
    seq: 1,
    name: 'vault.create',
    input: { passphrase, recoveryCode, author, clinic: '' },
  })
  first.post({ kind: 'call', seq: 2, name: 'vault.lock', input: {} })
  first.post({ kind: 'call', seq: 3, name: 'session.current', input: {} })
  first.post({ kind: 'hand-over' })
  await expect.poll(() => first.heard.find(({ kind }) => kind === 'handed-over')).toBeDefined()
  const [answer, left] = first.heard
    .filter(({ kind }) => kind === 'answer' || kind === 'handed-over')
    .slice(-2)
  expect(answer).toEqual({ kind: 'answer', seq: 3, result: { ok: false, error: { code: 'locked' } } })
  const handOver = left?.kind === 'handed-over' ? left.handOver : null
  expect(handOver).toMatchObject({ watching: null, offered: null })
  first.core.kill()
  const next = start()
  next.post({ kind: 'begin', settings, handOver })
  next.post({ kind: 'call', seq: 1, name: 'vault.access', input: {} })
  await next.answered(1)
  expect(next.heard.findLast(isNoBeat)).toEqual({
    kind: 'answer',
    seq: 1,
    result: { ok: true, value: 'locked' },
  })
  const before = definitely(stampsOf(first.heard).at(-1))
  const after = definitely(stampsOf(next.heard)[0])
  expect(after.run).toBe(before.run)
  expect(after.monoMs).toBeGreaterThanOrEqual(before.monoMs)
})

it('tells the time by this computer as soon as it runs', async () => {
  const before = Date.now()
  const { heard, post } = start()
  post({ kind: 'begin', settings, handOver: null })
  await expect.poll(() => stampsOf(heard)).not.toHaveLength(0)
  const stamp = definitely(stampsOf(heard)[0])
  expect(stamp.wallMs).toBeGreaterThanOrEqual(before)
  expect(stamp.zone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone)
})

it('says where it has thrown and not what, and answers nothing any more', async () => {
  const { heard, post } = start()
  post({ kind: 'call', seq: 1, name: 'vault.access', input: {} })
  await expect.poll(() => heard).toHaveLength(1)
  expect(heard).toEqual([{ kind: 'failed', at: expect.stringMatching(/^process\.ts:\d+:\d+$/) }])
  expect(existsSync(settings.vaultDir)).toBe(false)
})
