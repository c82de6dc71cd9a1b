// Electron's objects can only be had in Electron: these have the parts that a policy sets.
/* oxlint-disable typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-parameters */
import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import type { App, Session, WebContents } from 'electron'
import { hardenApp, hardenContents } from '../../../src/main/electron/harden-contents.ts'
import { hardenSession } from '../../../src/main/electron/harden-session.ts'
import { createPowerMonitor } from '../../../src/stand-in/small-modules.ts'
import { lockOnLeaving, screenLookedAtMs } from '../../../src/main/electron/lock-on-leaving.ts'

type Callback = (...args: unknown[]) => unknown

/** Electron's object as far as a policy uses it: what was set by which name, and its events. */
function electronObject<Whole>(setters: readonly string[]) {
  const events = new EventEmitter()
  const set = new Map<string, unknown>()
  const carried = Object.fromEntries(setters.map((name) => [name, (value: unknown) => set.set(name, value)]))
  const on = (name: string, listener: Callback) => events.on(name, listener)
  const webRequest = { onBeforeRequest: (listener: Callback) => set.set('onBeforeRequest', listener) }
  const object = { on, webRequest, ...carried } as Whole
  const ask = (name: string, ...args: unknown[]): unknown => (set.get(name) as Callback)(...args)
  return { object, events, set, ask }
}

function event(url = ''): { url: string; isPrevented: boolean; preventDefault(): void } {
  return {
    url,
    isPrevented: false,
    preventDefault() {
      this.isPrevented = true
    },
  }
}

/** What a callback was called with. */
function answerOf(ask: (callback: Callback) => void): unknown[] {
  const answers: unknown[] = []
  ask((...args) => answers.push(...args))
  return answers
}

// Every name in Electron 45's types, for requests and checks.
const permissions =
  'ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read clipboard-sanitized-write deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation geolocation-approximate hand-tracking hid idle-detection keyboardLock local-fonts local-network local-network-access loopback-network media mediaKeySystem midi midiSysex nfc notifications openExternal payment-handler periodic-background-sync persistent-storage pointerLock screen-wake-lock sensors serial smart-card speaker-selection storage-access system-wake-lock top-level-storage-access usb vr web-app-installation web-printing window-management unknown'.split(
    ' ',
  )

describe('a session', () => {
  const session = electronObject<Session>([
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setDisplayMediaRequestHandler',
    'setSpellCheckerEnabled',
    'setSpellCheckerLanguages',
    'setSpellCheckerDictionaryDownloadURL',
  ])
  hardenSession(session.object, { isPackaged: true, devServer: null })

  test.each(permissions)('refuses %s', (permission) => {
    expect(
      answerOf((reply) => session.ask('setPermissionRequestHandler', null, permission, reply, {})),
    ).toEqual([false])
    expect(session.ask('setPermissionCheckHandler', null, permission, 'app://console', {})).toBe(false)
  })

  test.each(['hid', 'serial', 'usb'])('refuses every %s device', (deviceType) => {
    expect(session.ask('setDevicePermissionHandler', { deviceType })).toBe(false)
  })

  test('shares no screen', () => {
    expect(answerOf((reply) => session.ask('setDisplayMediaRequestHandler', {}, reply))).toEqual([null])
  })

  test.each([
    ['select-hid-device', (chosen: Callback) => [{}, chosen]],
    ['select-serial-port', (chosen: Callback) => [[], null, chosen]],
    ['select-usb-device', (chosen: Callback) => [{}, chosen]],
  ])('%s chooses none', (name, args) => {
    const asked = event()
    const chosen = answerOf((reply) => session.events.emit(name, asked, ...args(reply)))
    expect(asked.isPrevented).toBe(true)
    expect(chosen.filter(Boolean)).toEqual([])
  })

  test('has no spell checker, no language for it, and nowhere to fetch one from', () => {
    expect(session.set.get('setSpellCheckerEnabled')).toBe(false)
    expect(session.set.get('setSpellCheckerLanguages')).toEqual([])
    expect(session.set.get('setSpellCheckerDictionaryDownloadURL')).toBe('http://127.0.0.1:9/')
  })

  test('downloads nothing', () => {
    const download = event()
    session.events.emit('will-download', download)
    expect(download.isPrevented).toBe(true)
  })

  test.each([
    ['app://console/index.html', false],
    ['https://example.com/', true],
    ['ws://localhost:5173/', true],
  ])('request to %s is cancelled: %s', (url, cancel) => {
    expect(answerOf((reply) => session.ask('onBeforeRequest', { url }, reply))).toEqual([{ cancel }])
  })
})

describe('a page', () => {
  const contents = electronObject<WebContents>(['setWindowOpenHandler'])
  hardenContents(contents.object)

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s stays inside', (name) => {
    const [inside, outside] = [event('app://console/index.html'), event('https://example.com/')]
    contents.events.emit(name, inside)
    contents.events.emit(name, outside)
    expect([inside.isPrevented, outside.isPrevented]).toEqual([false, true])
  })

  test('opens no window, not even our own', () => {
    expect(contents.ask('setWindowOpenHandler', { url: 'app://console/index.html' })).toEqual({
      action: 'deny',
    })
  })

  test('attaches no webview and chooses no bluetooth device', () => {
    const [webview, bluetooth] = [event(), event()]
    contents.events.emit('will-attach-webview', webview)
    const chosen = answerOf((reply) => contents.events.emit('select-bluetooth-device', bluetooth, [], reply))
    expect([webview.isPrevented, bluetooth.isPrevented, chosen]).toEqual([true, true, ['']])
  })
})

describe('the app', () => {
  const app = electronObject<App>([])
  hardenApp(app.object)

  test('hardens whatever page is made', () => {
    const contents = electronObject<WebContents>(['setWindowOpenHandler'])
    app.events.emit('web-contents-created', event(), contents.object)
    expect(contents.events.listenerCount('will-navigate')).toBe(1)
    expect(contents.set.has('setWindowOpenHandler')).toBe(true)
  })

  test('trusts no certificate, logs in nowhere, shows no certificate', () => {
    const [certificate, login, client] = [event(), event(), event()]
    const trusted = answerOf((reply) =>
      app.events.emit('certificate-error', certificate, null, 'https://x/', 'expired', {}, reply, true),
    )
    const credentials = answerOf((reply) => app.events.emit('login', login, null, {}, {}, reply))
    const shown = answerOf((reply) =>
      app.events.emit('select-client-certificate', client, null, '', [], reply),
    )
    expect([certificate.isPrevented, login.isPrevented, client.isPrevented]).toEqual([true, true, true])
    expect([trusted, credentials, shown]).toEqual([[false], [], []])
  })
})

test('sleep, a locked screen and another account lock the vault', () => {
  const monitor = new EventEmitter()
  let locks = 0
  const looks: unknown[] = []
  const surroundings = {
    platform: 'darwin',
    every: (_ms: number, look: unknown) => looks.push(look),
  } as const
  lockOnLeaving(monitor as Electron.PowerMonitor, surroundings, () => (locks += 1))
  // Where the system tells of a locked screen, it is not asked.
  expect(looks).toEqual([])
  monitor.emit('suspend')
  monitor.emit('lock-screen')
  monitor.emit('user-did-resign-active')
  monitor.emit('resume')
  monitor.emit('user-did-become-active')
  expect(locks).toBe(3)
})

test('on Linux, which tells of no locked screen, it is looked at: each time that it is locked, the vault is, once', () => {
  const monitor = createPowerMonitor()
  const looks: (() => void)[] = []
  let locks = 0
  const every = (ms: number, look: () => void) => {
    expect(ms).toBe(screenLookedAtMs)
    looks.push(look)
  }
  lockOnLeaving(monitor, { platform: 'linux', every }, () => (locks += 1))
  const look = (state: 'active' | 'idle' | 'locked' | 'unknown') => {
    monitor.getSystemIdleState = () => state
    for (const act of looks) act()
    return locks
  }
  for (const act of looks) act()
  expect(locks).toBe(0)
  const seen = (['active', 'idle', 'unknown', 'locked', 'locked', 'active', 'locked', 'locked'] as const).map(
    look,
  )
  expect(seen).toEqual([0, 0, 0, 1, 1, 1, 2, 2])
  monitor.emit('suspend')
  expect(locks).toBe(3)
})
