import { expect, it } from 'vitest'
import type { CoreClient } from '../../../src/main/core-client.ts'
import { createSystem } from '../../../src/main/ipc/system.ts'
import { createCopiedText } from '../../../src/main/security/copied-text.ts'
import { createScreenCapture } from '../../../src/main/security/screen-capture.ts'
import { captureSentence } from '../../../src/renderer/privacy/privacy-words.ts'
import { defaultPreferences } from '../../../src/shared/ipc/preference-calls.ts'
import { succeed } from '../../../src/shared/result.ts'

/** A window that remembers what it was asked. */
function fakeWindow() {
  const asked: boolean[] = []
  return { asked, setContentProtection: (isHidden: boolean) => void asked.push(isHidden) }
}

function refuse(): never {
  throw new Error('not carried')
}

function systemOn(platform: NodeJS.Platform, window: Parameters<typeof createScreenCapture>[1]) {
  let hidesFromCapture = false
  const core: Pick<CoreClient, 'call'> = {
    call: async () => succeed({ ...defaultPreferences, hidesFromCapture }),
  }
  const system = createSystem({
    core,
    capture: createScreenCapture(platform, window),
    copiedText: createCopiedText({ clipboard: null, after: () => () => undefined }),
    backdrop: { show: () => undefined },
  })
  return {
    system,
    choose: async (isHidden: boolean) => {
      hidesFromCapture = isHidden
      await system.follow({ name: 'preferences.change', input: { hidesFromCapture } })
    },
  }
}

it.each(['darwin', 'win32'] as const)(
  'on %s the window is hidden from capture when that is set',
  async (platform) => {
    const window = fakeWindow()
    const { system, choose } = systemOn(platform, window)
    expect(system.abilities().hidesFromCapture).toBe(true)
    await choose(true)
    expect(window.asked.at(-1)).toBe(true)
    await system.follow()
    expect(window.asked.at(-1)).toBe(true)
    await choose(false)
    expect(window.asked.at(-1)).toBe(false)
  },
)

it('on Linux it is neither offered nor asked for, whatever is set', async () => {
  const window = fakeWindow()
  const { system, choose } = systemOn('linux', window)
  expect(system.abilities().hidesFromCapture).toBe(false)
  await choose(true)
  expect(window.asked).toEqual([])
})

it('a window that does not carry it offers nothing, on any system', async () => {
  const { system, choose } = systemOn('darwin', { setContentProtection: refuse })
  expect(system.abilities().hidesFromCapture).toBe(false)
  await choose(true)
})

it('no other call is taken for a change of what is set', async () => {
  const window = fakeWindow()
  const { system } = systemOn('darwin', window)
  const before = window.asked.length
  await system.follow({ name: 'preferences.read', input: {} })
  expect(window.asked).toHaveLength(before)
})

it('what is said of the screen is what the system can do and what was set', () => {
  expect(captureSentence(false, false)).toMatch(/^Not here: this system lets no window/)
  // What was set on another computer is of no use on this one.
  expect(captureSentence(false, true)).toBe(captureSentence(false, false))
  expect(captureSentence(true, false)).toMatch(/^Not kept out of screenshots/)
  expect(captureSentence(true, true)).toMatch(/^Kept out of screenshots .+ a camera always does\./)
})
