import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CoreSettings, FromCore, ToCore } from '../../src/main/core/protocol.ts'
import { stampSchema } from '../../src/shared/session/stamp.ts'
import { passphrase, recoveryCode } from './support/world.ts'

let folder: string
let worker: Worker
let messages: FromCore[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  const paths: CoreSettings = {
    vaultDir: join(folder, 'vault'),
    exportsDir: join(folder, 'exports'),
    preferencesPath: join(folder, 'preferences.json'),
  }
  messages = []
  worker = new Worker(join(import.meta.dirname, '../../src/main/core/worker.ts'), { workerData: paths })
  worker.on('message', (message: FromCore) => messages.push(message))
})
afterEach(async () => {
  await worker.terminate()
  rmSync(folder, { recursive: true, force: true })
})

function send(message: ToCore): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  worker.postMessage(message)
}

it('answers every message once, pushes before it answers, and ends by itself when it is shut down', async () => {
  const author = { name: 'Dana Reyes', initials: 'DR', credentials: 'LCSW' }
  send({ kind: 'call', seq: 1, name: 'vault.access', input: {} })
  send({ kind: 'call', seq: 2, name: 'roster.read', input: {} })
  send({
    kind: 'call',
    seq: 3,
    name: 'vault.create',
    input: { passphrase, recoveryCode, author, clinic: '' },
  })
  send({ kind: 'call', seq: 4, name: 'session.current', input: {} })
  send({ kind: 'task', seq: 5, name: 'shut-down', input: null })
  const [exitCode] = await once(worker, 'exit')
  expect(exitCode).toBe(0)
  const told = messages.filter((message) => message.kind === 'answer' || message.name !== 'clock.read')
  expect(told).toEqual([
    { kind: 'answer', seq: 1, result: { ok: true, value: 'absent' } },
    { kind: 'answer', seq: 2, result: { ok: false, error: { code: 'locked' } } },
    { kind: 'push', name: 'vault.access-changed', push: 'unlocked' },
    { kind: 'answer', seq: 3, result: { ok: true, value: null } },
    { kind: 'answer', seq: 4, result: { ok: true, value: [] } },
    { kind: 'push', name: 'vault.access-changed', push: 'locked' },
    { kind: 'answer', seq: 5, result: { ok: true, value: null } },
  ])
})

it('tells the time by this computer as soon as it runs', async () => {
  const before = Date.now()
  const [message] = await once(worker, 'message')
  expect(message).toMatchObject({ kind: 'push', name: 'clock.read' })
  const stamp = stampSchema.parse(message.push)
  expect(stamp.wallMs).toBeGreaterThanOrEqual(before)
  expect(stamp.zone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone)
})
