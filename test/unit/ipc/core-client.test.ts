import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { connectCore, type CoreClient, type CoreProcess } from '../../../src/main/core-client.ts'
import type { PushMessage } from '../../../src/main/core/protocol.ts'
import { exportIdSchema } from '../../../src/shared/ids.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { createUtilityProcess } from '../../../src/stand-in/utility-process.ts'

const exportId = exportIdSchema.parse('5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c1')
const settings = { vaultDir: '/none', exportsDir: '/none', preferencesPath: '/none' }
const clients = new Set<CoreClient>()

afterEach(async () => {
  // A test may end while one process hands over to the next: the client knows which it is then.
  await Promise.all([...clients].map((core) => core.close(0)))
  clients.clear()
})

function connect(file = 'answering-core.mjs') {
  const seen: PushMessage[] = []
  const gone: string[] = []
  const running = new Set<CoreProcess>()
  const started: CoreProcess[] = []
  const utilityProcess = createUtilityProcess()
  const core = connectCore(
    {
      settings,
      start({ onMessage, onExit }) {
        const child = utilityProcess.fork(join(import.meta.dirname, file))
        child.on('message', onMessage)
        const one: CoreProcess = {
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
          post: (message) => child.postMessage(message),
          end: () => void child.kill(),
        }
        child.on('exit', () => {
          running.delete(one)
          onExit()
        })
        running.add(one)
        started.push(one)
        return one
      },
    },
    { onPush: (push) => seen.push(push), onGone: (at) => gone.push(at) },
  )
  clients.add(core)
  return { core, seen, gone, running, started }
}

type Core = ReturnType<typeof connect>['core']

const lock = (core: Core) => core.call({ name: 'vault.lock', input: {} })
/** The process that answers, and what it was told to begin with. */
const who = (core: Core) => core.call({ name: 'preferences.read', input: {} })

test('answers find their questions, in any number', async () => {
  const { core } = connect()
  const ids = Array.from({ length: 50 }, () => exportId)
  const answers = await Promise.all(ids.map((id) => core.run('export.path', { exportId: id })))
  expect(answers).toEqual(ids.map((id) => succeed(['task', 'export.path', { exportId: id }])))
  expect(await core.call({ name: 'watch.read', input: {} })).toEqual(succeed(['call', 'watch.read', {}]))
})

test('a push that comes before an answer is seen before it', async () => {
  const { core, seen } = connect()
  await lock(core)
  expect(seen).toEqual([{ kind: 'push', name: 'vault.access-changed', push: 'locked' }])
})

test('a core that is spent is ended, and the next goes on with what it left: what is asked meanwhile is answered once', async () => {
  const { core, gone, running } = connect()
  const locked = await lock(core)
  const answers = await Promise.all(Array.from({ length: 20 }, () => who(core)))
  const last = await who(core)
  expect(gone).toEqual([])
  // The last one is told to end, and takes its time.
  await expect.poll(() => running.size).toBe(1)
  expect(last).toEqual(succeed([expect.any(Number), { watching: 1 }]))
  expect(last).not.toMatchObject({ value: [locked.ok && locked.value] })
  for (const answer of answers)
    expect([succeed([locked.ok && locked.value, null]), last]).toContainEqual(answer)
  await lock(core)
  await lock(core)
  expect(await who(core)).toMatchObject({ ok: true })
  expect(gone).toEqual([])
})

test('a core that was asked for something after it had said that it is spent stays, with what was held', async () => {
  const { core, gone } = connect()
  const unlock = { name: 'vault.unlock', input: { kind: 'passphrase', secret: 'x' } } as const
  const [locked, unlocked, after] = await Promise.all([lock(core), core.call(unlock), who(core)])
  expect(unlocked).toEqual(succeed(null))
  expect(after).toEqual(succeed([locked.ok && locked.value, null]))
  expect(await who(core)).toEqual(after)
  expect(gone).toEqual([])
})

test('a core that throws is gone: what waits and what comes later is answered, and it is told once', async () => {
  const { core, gone } = connect()
  const waiting = core.call({ name: 'session.current', input: {} })
  expect(await core.call({ name: 'vault.access', input: {} })).toEqual(fail({ code: 'core-gone' }))
  expect(await waiting).toEqual(fail({ code: 'core-gone' }))
  expect(await core.run('kit.groups', { recoveryCode: '' })).toEqual(fail({ code: 'core-gone' }))
  expect(gone).toEqual(['core.js:1:1'])
  await core.close(1_000)
})

test('a core that exits by itself is gone', async () => {
  const { core, gone } = connect()
  expect(await core.run('export.folder', null)).toEqual(fail({ code: 'core-gone' }))
  expect(gone).toEqual(['unknown'])
})

test('closing waits for the core and is no fault, in the instant of the lock too', async () => {
  for (const isLocking of [false, true]) {
    const { core, gone, running } = connect()
    const waiting = core.call({ name: 'session.current', input: {} })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    if (isLocking) await lock(core)
    // oxlint-disable-next-line no-await-in-loop
    await Promise.all([core.close(10_000), core.close(10_000)])
    expect(gone).toEqual([])
    // oxlint-disable-next-line no-await-in-loop
    expect(await waiting).toEqual(fail({ code: 'core-gone' }))
    // One that had handed over is told to end, and takes its time.
    // oxlint-disable-next-line no-await-in-loop
    await expect.poll(() => running.size).toBe(0)
  }
})

test('a core that does not close is ended', async () => {
  const { core, gone, running } = connect('silent-core.mjs')
  await core.close(0)
  expect(running.size).toBe(0)
  expect(gone).toEqual([])
})

test('a core that is spent when it is told to shut down is the last: nobody starts another one', async () => {
  const { core, gone, running, started } = connect('parting-core.mjs')
  const locked = lock(core)
  await core.close(10_000)
  expect(await locked).toEqual(succeed(null))
  expect([started.length, running.size, gone]).toEqual([1, 0, []])
})

test('nor when it hands over after the patience with it was over', async () => {
  const { core, seen, gone, running, started } = connect('parting-core.mjs')
  await lock(core)
  // It has said by then that it is spent, so that shutting it down waits until it has handed over.
  await expect.poll(() => seen.length).toBe(1)
  await core.close(0)
  expect([started.length, running.size, gone]).toEqual([1, 0, []])
})
