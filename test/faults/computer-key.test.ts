/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createComputerKey, type ComputerKey } from '../../src/main/ipc/computer-key.ts'
import { createKeyStore } from '../../src/main/security/key-store.ts'
import { createOpenWorld, createWorld, passphrase, type World } from '../core/support/world.ts'
import { createFakeSafeStorage } from '../support/fake-safe-storage.ts'

type Act = 'on' | 'off'

const storeKey = randomBytes(32)
const home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
/** A vault that was closed with the computer's way in turned off, and one with it on. */
const folders = { off: join(home, 'off'), on: join(home, 'on') }

const computerOf = ({ core }: World): ComputerKey =>
  createComputerKey({
    core,
    store: createKeyStore('linux', createFakeSafeStorage(storeKey)),
    randomBytes,
    isOpen: () => true,
  })

beforeAll(async () => {
  const world = await createOpenWorld()
  const lockInto = async (folder: string) => {
    await world.get('vault.lock', {})
    cpSync(world.folder, folder, { recursive: true })
  }
  await lockInto(folders.off)
  await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
  expect(await computerOf(world).turnOn(passphrase)).toEqual({ ok: true, value: null })
  await lockInto(folders.on)
  await world.close()
})
afterAll(() => rmSync(home, { recursive: true }))

/** Turns it on or off in a process of its own; answers what it said, or null when it died. */
function actInChild(act: Act, folder: string, diesAt: number): string | null {
  const preload = join(import.meta.dirname, 'die-at-call.mjs')
  const script = join(import.meta.dirname, 'computer-key-in-child.ts')
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    ['--import', preload, script, act, folder, passphrase, storeKey.toString('hex')],
    {
      env: { ...process.env, DIES_AT: String(diesAt) },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  expect(status === 0 || signal === 'SIGKILL').toBe(true)
  return status === 0 ? stdout : null
}

/** What a console finds that is started after it. */
async function look(folder: string): Promise<'off' | 'ready'> {
  const world = createWorld()
  cpSync(folder, world.folder, { recursive: true })
  const computer = computerOf(world)
  const keptPath = join(world.folder, 'computer-key.json')
  const type = () => world.ask('vault.unlock', { kind: 'passphrase', secret: passphrase })
  const whole = { ok: true, value: null }

  expect(await type()).toEqual(whole)
  await world.get('vault.lock', {})
  const state = await computer.state()
  const opened = await computer.open()
  // What is said to open does, and where nothing is offered nothing is kept either.
  if (opened.ok) expect(state).toEqual({ ok: true, value: 'ready' })
  else {
    expect([state, opened]).toEqual([
      { ok: true, value: 'off' },
      { ok: false, error: { code: 'computer-key-lost' } },
    ])
    expect(existsSync(keptPath)).toBe(false)
    expect(await type()).toEqual(whole)
  }

  // Whatever was left half done is written over by the next one.
  expect(await computer.turnOn(passphrase)).toEqual(whole)
  await world.get('vault.lock', {})
  expect(await computer.open()).toEqual(whole)
  await world.close()
  return opened.ok ? 'ready' : 'off'
}

/** Kills it before one call after the other, until there is none left; answers what is found, each that follows once. */
async function killAtEvery(from: keyof typeof folders, act: Act): Promise<readonly string[]> {
  const found: string[] = []
  let kills = 0
  for (let said: string | null = null; said === null;) {
    const folder = join(home, 'tried')
    cpSync(folders[from], folder, { recursive: true })
    said = actInChild(act, folder, kills + 1)
    if (said === null) kills += 1
    else expect(said).toBe('changed')
    const state = await look(folder)
    if (state !== found.at(-1)) found.push(state)
    rmSync(folder, { recursive: true })
  }
  expect(kills).toBeGreaterThan(8)
  return found
}

it('a console killed before any call while it turns the computer’s key on leaves it off or on', async () => {
  expect(await killAtEvery('off', 'on')).toEqual(['off', 'ready'])
}, 600_000)

it('killed while it makes that key anew, it leaves the old one, none or the new one, and says which', async () => {
  expect(await killAtEvery('on', 'on')).toEqual(['ready', 'off', 'ready'])
}, 600_000)

it('killed while it turns that key off, it leaves it on or off', async () => {
  expect(await killAtEvery('on', 'off')).toEqual(['ready', 'off'])
}, 600_000)
