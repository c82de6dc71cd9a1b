import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultPreferences } from '../../../src/shared/ipc/preference-calls.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World

beforeEach(() => {
  world = createWorld()
})
afterEach(() => world.close())

it('are kept without a vault, for their owner alone', async () => {
  expect(await world.get('preferences.read', {})).toEqual(defaultPreferences)
  await world.get('preferences.change', { theme: 'day' })
  await world.get('preferences.change', { theme: 'evening' })
  expect(await world.get('preferences.read', {})).toEqual({ ...defaultPreferences, theme: 'evening' })
  expect(statSync(world.paths.preferencesPath).mode & 0o777).toBe(0o600)
  expect(readdirSync(world.folder)).toEqual(['preferences.json'])
})

it('are changed one by one: what is not given stays', async () => {
  await world.get('preferences.change', { concealsAfterSeconds: 90, hasChime: true })
  await world.get('preferences.change', { theme: 'day' })
  await world.get('preferences.change', { concealsOnBlur: true })
  await world.get('preferences.change', { hasChime: false })
  await world.get('preferences.change', {})
  expect(await world.get('preferences.read', {})).toEqual({
    theme: 'day',
    hasChime: false,
    concealsOnBlur: true,
    concealsAfterSeconds: 90,
    locksAfterMinutes: 5,
    hidesFromCapture: false,
  })
})

it('of an earlier version are kept, with the defaults for what it did not know', async () => {
  writeFileSync(world.paths.preferencesPath, '{"theme":"evening"}')
  expect(await world.get('preferences.read', {})).toEqual({ ...defaultPreferences, theme: 'evening' })
})

it.each(['', '{', 'null', '[]', '{"theme":"neon"}', '{"theme":"day","__proto__":1}', '\u0000'])(
  'are the defaults when the file holds %j',
  async (text) => {
    writeFileSync(world.paths.preferencesPath, text)
    expect(await world.get('preferences.read', {})).toEqual(defaultPreferences)
    expect(readFileSync(world.paths.preferencesPath, 'utf8')).toBe(text)
  },
)

it('say when they cannot be kept', async () => {
  // A folder in the file's place fails for every user, root included.
  rmSync(world.folder, { recursive: true })
  writeFileSync(world.folder, '')
  expect(await world.ask('preferences.change', { theme: 'day' })).toEqual({
    ok: false,
    error: { code: 'not-writable' },
  })
  rmSync(world.folder)
  mkdirSync(world.folder)
})
