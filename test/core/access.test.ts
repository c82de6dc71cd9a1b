/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportIdSchema, sessionIdSchema } from '../../src/shared/ids.ts'
import { contract, isCallName } from '../../src/shared/ipc/contract.ts'
import { printCalls } from '../../src/shared/ipc/print-calls.ts'
import type { CoreCallName } from '../../src/main/core/protocol.ts'
import { createOpenWorld, createWorld, passphrase, recoveryCode, type World } from './support/world.ts'

let world: World
const sessionId = sessionIdSchema.parse(crypto.randomUUID())
const exportId = exportIdSchema.parse(crypto.randomUUID())

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

const answeredByMain = new Set<string>([
  ...Object.keys(printCalls),
  'export.notes',
  'export.cancel-notes',
  'export.verify',
  'export.open',
  'export.show-folder',
  'export.choose-folder',
])

function coreCallNames(): CoreCallName[] {
  return Object.keys(contract).filter(
    (name): name is CoreCallName => isCallName(name) && !answeredByMain.has(name),
  )
}

describe('a vault that was just created', () => {
  it('is open, and has its author and the clinic on file', async () => {
    expect(await world.get('vault.access', {})).toBe('unlocked')
    expect(await world.get('roster.read', {})).toMatchObject({
      clinic: 'Harbour Clinic',
      facilitators: [{ name: 'Dana Reyes', initials: 'DR', credentials: 'LCSW', isAuthor: true }],
    })
  })

  it('is not created twice', async () => {
    const again = {
      passphrase,
      recoveryCode,
      author: { name: 'B', initials: 'B', credentials: '' },
      clinic: '',
    }
    expect(await world.ask('vault.create', again)).toEqual({ ok: false, error: { code: 'vault-exists' } })
  })
})

describe('a locked vault', () => {
  it('answers nothing that needs it, and opens again with either secret', async () => {
    await world.get('vault.lock', {})
    expect(await world.get('vault.access', {})).toBe('locked')
    const locked = { ok: false, error: { code: 'locked' } }
    for (const name of coreCallNames()) {
      if (contract[name].needs === 'nothing') continue
      // Never reaches a handler, so any input will do.
      expect(await world.core.call(name, {}), name).toEqual(locked)
    }
    const bytes = new Uint8Array()
    expect(await world.core.run('export.facts', { sessionId })).toEqual(locked)
    expect(await world.core.run('export.note-people', { sessionId })).toEqual(locked)
    expect(await world.core.run('export.identify', { bytes })).toEqual(locked)
    expect(await world.core.run('export.path', { exportId })).toEqual(locked)
    expect(await world.core.run('export.folder', null)).toEqual(locked)
    expect(await world.ask('vault.unlock', { kind: 'passphrase', secret: 'not the passphrase' })).toEqual({
      ok: false,
      error: { code: 'wrong-secret' },
    })
    await world.get('vault.unlock', { kind: 'recovery', secret: recoveryCode.toLowerCase() })
    expect(await world.get('vault.access', {})).toBe('unlocked')
    await world.get('vault.lock', {})
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
  })

  it('tells the windows before it answers, and once', async () => {
    world.pushed.length = 0
    await world.get('vault.lock', {})
    await world.get('vault.lock', {})
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
    expect(world.pushed).toEqual([
      { name: 'vault.access-changed', push: 'locked' },
      { name: 'vault.access-changed', push: 'unlocked' },
    ])
  })

  it('still tells the time', async () => {
    await world.get('vault.lock', {})
    world.pushed.length = 0
    await world.core.beat()
    expect(world.pushed).toEqual([{ name: 'clock.read', push: world.clock.read() }])
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
  })
})

it('answers calls in the order in which they were made', async () => {
  const other = createWorld()
  const create = other.ask('vault.create', {
    passphrase,
    recoveryCode,
    author: { name: 'C', initials: 'C', credentials: '' },
    clinic: '',
  })
  const [created, roster, , access] = await Promise.all([
    create,
    other.ask('roster.read', {}),
    other.ask('vault.lock', {}),
    other.ask('vault.access', {}),
  ])
  expect([created.ok, roster.ok]).toEqual([true, true])
  expect(access).toEqual({ ok: true, value: 'locked' })
  await other.close()
})
