/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClock } from '../../src/main/core/clock.ts'
import type { Core } from '../../src/main/core/create-core.ts'
import type { ParsedInputOf } from '../../src/shared/ipc/contract.ts'
import { readLog } from '../../src/shared/session/log-text.ts'
import { mountSmallDisk } from '../support/small-disk.ts'
import {
  createNextCore,
  createOpenWorld,
  createWorld,
  definitely,
  passphrase,
  recoveryCode,
  startSession,
  valueOf,
  type World,
} from './support/world.ts'

const minuteMs = 60_000
const secret = { kind: 'passphrase', secret: passphrase } as const

let world: World

beforeEach(async () => {
  world = await createOpenWorld()
})
afterEach(() => world.close())

const lock = () => world.get('vault.lock', {})

/** Another core on the same files, which goes on with what this one leaves. */
async function replace(): Promise<Core> {
  return createNextCore(world, definitely(await world.core.handOver()))
}

describe('a core is spent', () => {
  it('once the vault that it had open is locked, and not before, nor when it never opened one', async () => {
    const fresh = createWorld()
    await fresh.get('vault.access', {})
    expect(fresh.core.isSpent()).toBe(false)
    await fresh.close()
    expect(world.core.isSpent()).toBe(false)
    expect(await world.core.handOver()).toBeNull()
    await lock()
    expect(world.core.isSpent()).toBe(true)
    await world.get('vault.unlock', secret)
    expect(world.core.isSpent()).toBe(false)
    expect(await world.core.handOver()).toBeNull()
  })

  it('by a wrong passphrase too, which may be the right one but for a letter', async () => {
    await lock()
    const next = await replace()
    expect(next.isSpent()).toBe(false)
    expect(await next.call('vault.unlock', { ...secret, secret: `${passphrase}r` })).toMatchObject({
      ok: false,
    })
    expect(next.isSpent()).toBe(true)
  })

  it('not while all keys are made new, until the last of that is gone', async () => {
    await world.get('keys.renew', { authorPassphrase: passphrase, recoveryCode })
    expect(world.core.isSpent()).toBe(false)
    await lock()
    expect(world.core.isSpent()).toBe(false)
    await expect.poll(() => world.core.isSpent()).toBe(true)
    expect(await world.ask('vault.unlock', secret)).toMatchObject({ ok: true })
  })

  it('not while something waits for the disk', async (context) => {
    const small = mountSmallDisk(join(world.folder, 'small'), 24 * 1024 * 1024)
    if (typeof small === 'string') return context.skip(small)
    try {
      const paths = { ...world.paths, vaultDir: join(small.path, 'vault') }
      const core = createNextCore({ ...world, paths }, null)
      const here: World = {
        ...world,
        core,
        get: async (name, input) =>
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the inputs of this file need no parsing
          valueOf(await core.call(name, input as ParsedInputOf<typeof name>)),
      }
      const author = { name: 'Dana Reyes', initials: 'DR', credentials: 'LCSW' }
      await here.get('vault.create', { passphrase, recoveryCode, author, clinic: '' })
      const { act, memberIds } = await startSession(here)
      small.fill()
      for (let kept = 0; (await here.get('vault.unwritten', {})) === null && kept < 2_000; kept += 1)
        await act({ type: 'mark', personId: definitely(memberIds[0]), mark: 'shared' })
      expect(await here.get('vault.unwritten', {})).not.toBeNull()
      await here.get('vault.lock', {})
      expect(core.isSpent()).toBe(false)
      expect(await core.handOver()).toBeNull()
      small.free()
      await here.get('vault.unlock', secret)
      await core.beat()
      await here.get('vault.lock', {})
      expect(core.isSpent()).toBe(true)
    } finally {
      small.remove()
    }
  })
})

describe('the core in its place', () => {
  it('shows the session behind the lock on, and writes what ran out when it is opened', async () => {
    const { sessionId } = await startSession(world)
    await lock()
    const shown = await world.get('watch.read', {})
    const next = await replace()
    expect(valueOf(await next.call('watch.read', {}))).toEqual(shown)
    for (let half = 0; half < 34; half += 1) {
      world.clock.pass(minuteMs / 2)
      await next.beat()
    }
    expect(valueOf(await next.call('vault.unlock', secret))).toBeNull()
    const { log } = valueOf(await next.call('session.open', { sessionId }))
    expect(
      readLog(log)
        .slice(-3)
        .map(({ body }) => body),
    ).toEqual([
      expect.objectContaining({ type: 'phase.ran-out' }),
      expect.objectContaining({ type: 'phase.ran-out' }),
      { type: 'console.returned', awayMs: 17 * minuteMs, watchedMs: 17 * minuteMs },
    ])
    await next.run('shut-down', null)
  })

  it('still knows which backup was chosen to be restored', async () => {
    const place = join(world.folder, 'backups')
    mkdirSync(place)
    valueOf(await world.core.run('backups.set-folder', { path: place }))
    await world.get('backups.make', {})
    await expect.poll(async () => (await world.get('backups.read', {})).state.stage).toBe('done')
    const [made] = (await world.get('backups.read', {})).backups
    await lock()
    const path = join(place, definitely(made).name)
    const { token } = valueOf(await world.core.run('backups.offer', { path }))
    const wrong = {
      token,
      kind: 'passphrase',
      secret: 'not this one at all',
      maySetPrivateNotesAside: false,
    } as const
    expect(await world.ask('backups.restore', wrong)).toMatchObject({ error: { code: 'wrong-secret' } })
    const next = await replace()
    expect(await next.call('backups.restore', { ...wrong, secret: passphrase })).toMatchObject({ ok: true })
  })
})

it('a clock goes on as the same run in another process, and knows what was slept', () => {
  const now = { monoNs: 5_000_000_000n, uptimeS: 5 }
  const sources = (run: string) => ({
    wall: () => 0,
    mono: () => now.monoNs,
    uptime: () => now.uptimeS,
    run,
    zone: () => 'UTC',
  })
  const first = createClock(sources('first'))
  const start = first.read()
  now.uptimeS += 60
  first.read()
  const second = createClock(sources('second'), first.course())
  now.monoNs += 2_000_000_000n
  now.uptimeS += 2 + 30
  expect(second.read()).toEqual({ ...start, monoMs: start.monoMs + 92_000 })
  expect(second.sleptSince(start)).toBe(90_000)
  expect(first.read()).toEqual(second.read())
})
