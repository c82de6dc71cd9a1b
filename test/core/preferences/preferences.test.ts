import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createWorld, type World } from '../support/world.ts'

let world: World

beforeEach(() => {
  world = createWorld()
})
afterEach(() => world.close())

it('are kept without a vault, for their owner alone', async () => {
  expect(await world.get('preferences.read', {})).toEqual({ theme: 'system' })
  await world.get('preferences.save', { theme: 'day' })
  await world.get('preferences.save', { theme: 'evening' })
  expect(await world.get('preferences.read', {})).toEqual({ theme: 'evening' })
  expect(statSync(world.paths.preferencesPath).mode & 0o777).toBe(0o600)
  expect(readdirSync(world.folder)).toEqual(['preferences.json'])
})

it.each(['', '{', 'null', '[]', '{"theme":"neon"}', '{"theme":"day","__proto__":1}', '\u0000'])(
  'are the defaults when the file holds %j',
  async (text) => {
    writeFileSync(world.paths.preferencesPath, text)
    expect(await world.get('preferences.read', {})).toEqual({ theme: 'system' })
    expect(readFileSync(world.paths.preferencesPath, 'utf8')).toBe(text)
  },
)

it('say when they cannot be kept', async () => {
  // A folder in the file's place fails for every user, root included.
  rmSync(world.folder, { recursive: true })
  writeFileSync(world.folder, '')
  expect(await world.ask('preferences.save', { theme: 'day' })).toEqual({
    ok: false,
    error: { code: 'not-writable' },
  })
  rmSync(world.folder)
  mkdirSync(world.folder)
})
