import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { connectCore } from '../../../src/main/core-client.ts'
import type { PushMessage } from '../../../src/main/core/protocol.ts'
import { exportIdSchema } from '../../../src/shared/ids.ts'
import { fail, succeed } from '../../../src/shared/result.ts'

const exportId = exportIdSchema.parse('5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c1')
const workers: Worker[] = []

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()))
})

function connect() {
  const worker = new Worker(join(import.meta.dirname, 'answering-worker.mjs'))
  workers.push(worker)
  const seen: PushMessage[] = []
  const gone: unknown[] = []
  const core = connectCore(worker, { onPush: (push) => seen.push(push), onGone: (error) => gone.push(error) })
  return { core, worker, seen, gone }
}

test('answers find their questions, in any number', async () => {
  const { core } = connect()
  const ids = Array.from({ length: 50 }, () => exportId)
  const answers = await Promise.all(ids.map((id) => core.run('export.path', { exportId: id })))
  expect(answers).toEqual(ids.map((id) => succeed(['task', 'export.path', { exportId: id }])))
  expect(await core.call({ name: 'preferences.read', input: {} })).toEqual(
    succeed(['call', 'preferences.read', {}]),
  )
})

test('a push that comes before an answer is seen before it', async () => {
  const { core, seen } = connect()
  await core.call({ name: 'vault.lock', input: {} })
  expect(seen).toEqual([{ kind: 'push', name: 'vault.access-changed', push: 'locked' }])
})

test('a core that throws is gone: what waits and what comes later is answered, and it is told once', async () => {
  const { core, gone } = connect()
  const waiting = core.call({ name: 'session.current', input: {} })
  expect(await core.call({ name: 'vault.access', input: {} })).toEqual(fail({ code: 'core-gone' }))
  expect(await waiting).toEqual(fail({ code: 'core-gone' }))
  expect(await core.run('export.folder', null)).toEqual(fail({ code: 'core-gone' }))
  expect(gone).toEqual([expect.objectContaining({ message: 'a bug' })])
  await core.close(1_000)
})

test('a core that exits by itself is gone', async () => {
  const { core, gone } = connect()
  expect(await core.run('export.folder', null)).toEqual(fail({ code: 'core-gone' }))
  expect(gone).toEqual([undefined])
})

test('closing waits for the core and is no fault', async () => {
  const { core, worker, gone } = connect()
  const waiting = core.call({ name: 'session.current', input: {} })
  await Promise.all([core.close(10_000), core.close(10_000)])
  expect(worker.threadId).toBe(-1)
  expect(gone).toEqual([])
  expect(await waiting).toEqual(fail({ code: 'core-gone' }))
})

test('a core that does not close is ended', async () => {
  const worker = new Worker('setInterval(() => {}, 1000)', { eval: true })
  workers.push(worker)
  const gone: unknown[] = []
  const core = connectCore(worker, { onPush: () => {}, onGone: (error) => gone.push(error) })
  await core.close(0)
  expect(worker.threadId).toBe(-1)
  expect(gone).toEqual([])
})
