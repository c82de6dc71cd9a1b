import { callback, event, tryPolicy } from '../support/policies.ts'
import { expect, test } from './probed-console.ts'

// Every name in Electron 45's types, for requests and checks.
const permissionNames =
  'ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read clipboard-sanitized-write deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation geolocation-approximate hand-tracking hid idle-detection keyboardLock local-fonts local-network local-network-access loopback-network media mediaKeySystem midi midiSysex nfc notifications openExternal payment-handler periodic-background-sync persistent-storage pointerLock screen-wake-lock sensors serial smart-card speaker-selection storage-access system-wake-lock top-level-storage-access usb vr web-app-installation web-printing window-management unknown'.split(
    ' ',
  )

const hostileUrls = [
  'https://example.invalid/?next=app://console/index.html',
  'http://127.0.0.1:9/',
  'app://other/index.html',
  'app://console.app.evil/index.html',
  'app://console:8080/index.html',
  'app://console./index.html',
  'app://user:pass@console/index.html',
  'app://c\u043Ensole/index.html',
  'file:///etc/passwd',
  'data:text/html,<h1>x</h1>',
  'blob:app://console/0f2d1a',
  'javascript:void 0',
  'about:blank',
  'view-source:app://console/index.html',
]

/** Of the one session that holds the pages and of the default session, which always exists. */
const onBothSessions = 2

test.describe('permissions', () => {
  test('every request and every check is answered with no, on both sessions', async ({ probed: { app } }) => {
    for (const name of permissionNames) {
      const requests = await tryPolicy(
        app,
        'session.setPermissionRequestHandler',
        null,
        null,
        name,
        callback,
        {},
      )
      expect([name, ...requests.map(({ calledBack }) => calledBack)]).toEqual([name, [false], [false]])
      const checks = await tryPolicy(
        app,
        'session.setPermissionCheckHandler',
        null,
        null,
        name,
        'app://console',
        {},
      )
      expect([name, ...checks.map(({ returned }) => returned)]).toEqual([name, false, false])
    }
  })

  test('Chromium was held to those answers before the page was shown', async ({
    probed: { app, argumentsOf },
  }) => {
    const asked = await argumentsOf('permission')
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter(([, isAllowed]) => isAllowed !== false)).toEqual([])
    const states = await app.page.evaluate(async () => {
      const names = [
        'camera',
        'microphone',
        'geolocation',
        'notifications',
        'midi',
        'clipboard-read',
        'local-fonts',
      ]
      const asks = names.map((name) =>
        // TypeScript does not know all of Chromium's names.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        navigator.permissions.query({ name: name as PermissionName }),
      )
      return (await Promise.all(asks)).map((status) => status.state)
    })
    expect([...new Set(states)]).toEqual(['denied'])
  })

  test('no device is given, chosen or remembered', async ({ probed: { app } }) => {
    for (const deviceType of ['hid', 'serial', 'usb']) {
      const outcomes = await tryPolicy(app, 'session.setDevicePermissionHandler', null, { deviceType })
      expect(outcomes.map(({ returned }) => returned)).toEqual([false, false])
    }
    const choices = await Promise.all([
      tryPolicy(app, 'session.on', 'select-hid-device', event(), {}, callback),
      tryPolicy(app, 'session.on', 'select-serial-port', event(), [], null, callback),
      tryPolicy(app, 'session.on', 'select-usb-device', event(), {}, callback),
    ])
    for (const outcomes of choices) {
      expect(outcomes).toHaveLength(onBothSessions)
      for (const { isPrevented, calledBack } of outcomes) {
        expect(isPrevented).toBe(true)
        expect(calledBack?.[0] ?? '').toBe('')
      }
    }
    const [bluetooth] = await tryPolicy(
      app,
      'webContents.on',
      'select-bluetooth-device',
      event(),
      [],
      callback,
    )
    expect(bluetooth).toMatchObject({ isPrevented: true, calledBack: [''] })
    const screens = await tryPolicy(app, 'session.setDisplayMediaRequestHandler', null, {}, callback)
    expect(screens.map(({ calledBack }) => calledBack)).toEqual([[null], [null]])
  })
})

test.describe('what a network would ask for', () => {
  test('a bad certificate, a log-in and a client certificate are refused', async ({ probed: { app } }) => {
    const [certificate] = await tryPolicy(
      app,
      'app.on',
      'certificate-error',
      event(),
      {},
      '',
      '',
      {},
      callback,
    )
    expect(certificate).toMatchObject({ isPrevented: true, calledBack: [false] })
    const [login] = await tryPolicy(app, 'app.on', 'login', event(), {}, {}, {}, callback)
    expect(login).toMatchObject({ isPrevented: true, calledBack: [] })
    const [client] = await tryPolicy(
      app,
      'app.on',
      'select-client-certificate',
      event(),
      {},
      '',
      [],
      callback,
    )
    expect(client).toMatchObject({ isPrevented: true, calledBack: [] })
  })

  test('the request filter cancels all but the console itself, on both sessions', async ({
    probed: { app },
  }) => {
    const decide = async (url: string) => {
      const outcomes = await tryPolicy(app, 'webRequest.onBeforeRequest', null, { url }, callback)
      return outcomes.map(({ calledBack }) => calledBack)
    }
    expect(await decide('app://console/index.html')).toEqual([[{ cancel: false }], [{ cancel: false }]])
    for (const url of [...hostileUrls, 'ws://127.0.0.1:9/', 'ftp://127.0.0.1/']) {
      expect([url, await decide(url)]).toEqual([url, [[{ cancel: true }], [{ cancel: true }]]])
    }
  })

  test('a download is prevented', async ({ probed: { app, firstArgumentsOf } }) => {
    const outcomes = await tryPolicy(app, 'session.on', 'will-download', event(), {}, {})
    expect(outcomes.map(({ isPrevented }) => isPrevented)).toEqual([true, true])
    await app.page.evaluate(() => {
      const link = document.createElement('a')
      link.href = '/print.html'
      link.download = 'print.html'
      link.click()
    })
    await expect.poll(() => firstArgumentsOf('download')).toEqual(['app://console/print.html'])
    expect(app.page.url()).toMatch(/\/index\.html$/)
  })

  test('the spell checker is off, without a language or a place to fetch one, on both sessions', async ({
    probed: { argumentsOf },
  }) => {
    expect(await argumentsOf('session.setSpellCheckerEnabled')).toEqual([[false], [false]])
    expect(await argumentsOf('session.setSpellCheckerLanguages')).toEqual([[[]], [[]]])
    expect(await argumentsOf('session.setSpellCheckerDictionaryDownloadURL')).toEqual([
      ['http://127.0.0.1:9/'],
      ['http://127.0.0.1:9/'],
    ])
  })
})
