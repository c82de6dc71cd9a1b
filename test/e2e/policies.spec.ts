import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fuses } from '../../scripts/package/set-fuses.mjs'
import { electronBinaryPath, launchInElectron, spawnConsole } from '../support/launch.ts'
import { tryPolicy } from '../support/policies.ts'
import { createStop, whileStill } from '../support/stand-still.ts'
import { expect, test } from './probed-console.ts'

const build = join(import.meta.dirname, '../../out')

test.describe('before the app is ready', () => {
  test('every renderer is sandboxed', async ({ probed: { app } }) => {
    const order = (await app.asked()).map(({ what }) => what)
    expect(order.filter((what) => what === 'app.enableSandbox')).toHaveLength(1)
    expect(order.indexOf('app.enableSandbox')).toBeLessThan(order.indexOf('app.whenReady'))
  })

  test('app: is a standard, secure scheme that bypasses no policy and caches no code', async ({
    probed: { argumentsOf },
  }) => {
    const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: false }
    expect(await argumentsOf('protocol.registerSchemesAsPrivileged')).toEqual([
      [[{ scheme: 'app', privileges }]],
    ])
  })

  test('Chromium is told to keep off the network', async ({ probed: { argumentsOf } }) => {
    const switches = new Map(
      (await argumentsOf('commandLine.appendSwitch')).map(([name, value]) => [name, value]),
    )
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect([...switches.keys()]).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'disable-component-update',
        'disable-domain-reliability',
        'disable-sync',
        'no-pings',
        'disable-http-cache',
      ]),
    )
  })

  test('its folders are set, and no crash reporter is started', async ({
    probed: { app, argumentsOf, userDataDir },
  }) => {
    expect(await argumentsOf('app.setPath')).toEqual([
      ['userData', userDataDir],
      ['sessionData', join(userDataDir, 'browser')],
    ])
    expect((await app.asked()).filter(({ what }) => what.startsWith('crashReporter'))).toEqual([])
    expect(readdirSync(userDataDir)).not.toContain('Crashpad')
  })
})

test.describe('windows', () => {
  test('the window is made with exactly these options', async ({ probed: { argumentsOf } }) => {
    expect(await argumentsOf('new BrowserWindow')).toEqual([
      [
        {
          title: 'Circlekeeper',
          icon: expect.stringMatching(/\.png$/),
          width: 1366,
          height: 768,
          minWidth: 1024,
          minHeight: 640,
          show: false,
          autoHideMenuBar: true,
          webPreferences: {
            partition: 'console',
            preload: join(build, 'preload/index.cjs'),
            sandbox: true,
            contextIsolation: true,
            nodeIntegration: false,
            nodeIntegrationInWorker: false,
            nodeIntegrationInSubFrames: false,
            webSecurity: true,
            webviewTag: false,
            allowRunningInsecureContent: false,
            experimentalFeatures: false,
            plugins: false,
            navigateOnDragDrop: false,
            spellcheck: false,
            v8CacheOptions: 'none',
            // Whoever works on the console has them; a packaged console does not (unit test of the options).
            devTools: true,
          },
        },
      ],
    ])
  })

  test('the pages live in a partition in memory, without a cache', async ({
    probed: { argumentsOf, userDataDir },
  }) => {
    expect(await argumentsOf('session.fromPartition')).toEqual([['console', { cache: false }]])
    expect(readdirSync(join(userDataDir, 'browser'))).toEqual([])
  })

  test('there is no menu that reloads or opens developer tools', async ({ probed: { argumentsOf } }) => {
    test.skip(
      process.platform === 'darwin',
      'a menu bar is always there on macOS; its template has a unit test',
    )
    expect(await argumentsOf('Menu.setApplicationMenu')).toEqual([[null]])
  })

  test('a page has invoke and on, and nothing else of the program', async ({ probed: { app } }) => {
    const seen = await app.page.evaluate(() => ({
      api: Object.getOwnPropertyNames(Reflect.get(globalThis, 'api')).toSorted(),
      program: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    }))
    expect(seen).toEqual({ api: ['invoke', 'on'], program: [] })
  })

  test('the built preload requires electron alone', () => {
    const preload = readFileSync(join(build, 'preload/index.cjs'), 'utf8')
    expect([...preload.matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name)).toEqual([
      expect.stringMatching(/^["'`]electron["'`]$/),
    ])
    expect(preload).not.toMatch(/\bimport\s*\(|ipcRenderer\.(?:send|sendSync|postMessage)\b/)
  })
})

test.describe('calls', () => {
  test('only the main frame of the console itself is answered', async ({ probed: { app } }) => {
    const ours = { parent: null, origin: 'app://console' }
    const senders = [
      null,
      ours,
      { ...ours, parent: ours },
      { ...ours, origin: 'null' },
      { ...ours, origin: 'app://other' },
    ]
    for (const senderFrame of senders) {
      const [outcome] = await tryPolicy(app, 'ipcMain.handle', 'call', { senderFrame }, 'vault.access', {})
      expect(outcome?.returned).toEqual({ ok: false, error: { code: 'untrusted-sender' } })
    }
  })

  test('there is one channel, and it goes through the door', async ({
    probed: { app, firstArgumentsOf },
  }) => {
    expect(await firstArgumentsOf('ipcMain.handle')).toEqual(['call'])
    expect((await app.asked()).filter(({ what }) => what === 'ipcMain.on')).toEqual([])
  })
})

test.describe('a second start', () => {
  test('shows the first window, ends, and nothing that it was started with is looked at', async ({
    probed: { app, userDataDir },
  }) => {
    // The core tells the window something with every beat, and that is not what the second start has caused.
    await whileStill(createStop(app), async () => {
      const before = (await app.asked()).length
      const args = ['--lock', '--inspect-port=0', 'app://console/print.html', '/etc/passwd', 'vault.lock']
      const second = spawnConsole({ userDataDir, args })
      expect(await once(second, 'exit')).toEqual([0, null])
      const caused = async () => (await app.asked()).slice(before).map(({ what }) => what)
      await expect
        .poll(caused)
        .toEqual(['BrowserWindow.isMinimized', 'BrowserWindow.show', 'BrowserWindow.focus'])
    })
    expect(app.page.url()).toMatch(/\/index\.html$/)
  })
})

test.describe('on the disk', () => {
  test('the folders are their owner\u2019s alone', ({ probed: { userDataDir } }) => {
    test.skip(process.platform === 'win32', 'Windows has no such modes; the profile folder is private there')
    expect(statSync(join(userDataDir, 'browser')).mode & 0o777).toBe(0o700)
    expect(statSync(userDataDir).mode & 0o077).toBe(0)
  })
})

/** What marks the fuses in Electron's program, before their version, their number, and a digit for each. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Where electron-builder puts a package for Linux before it is compressed. */
const packaged = join(import.meta.dirname, '../../dist/linux-unpacked/circlekeeper')

test.describe('in a packaged Electron', () => {
  test('the fuses are set', () => {
    test.skip(
      !existsSync(packaged),
      'no package was made here: it takes Electron\u2019s binary (docs/packaging.md)',
    )
    const program = readFileSync(packaged)
    const at = program.indexOf(fuseSentinel) + fuseSentinel.length
    const wire = program.toString('latin1', at + 2, at + 2 + (program[at + 1] ?? 0))
    expect(wire).toBe(Object.values(fuses).map(Number).join(''))
  })
})

test.describe('in Electron itself', () => {
  test.skip(electronBinaryPath() === undefined, 'Electron\u2019s binary is not on this computer')

  test('the window shows its own page, with the bridge and nothing else of the program', async () => {
    const userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-electron-'))
    const { app, page } = await launchInElectron({ userDataDir })
    expect(page.url()).toBe('app://console/index.html')
    const seen = await page.evaluate(() => ({
      api: Object.getOwnPropertyNames(Reflect.get(globalThis, 'api')).toSorted(),
      program: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      opened: globalThis.open('https://example.invalid/'),
    }))
    expect(seen).toEqual({ api: ['invoke', 'on'], program: [], opened: null })
    await app.close()
    rmSync(userDataDir, { recursive: true, force: true })
  })

  test('Electron\u2019s own net log names no other origin', async () => {
    const userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-electron-'))
    const path = join(userDataDir, 'net-log.json')
    const { app, page } = await launchInElectron({ userDataDir, args: [`--log-net-log=${path}`] })
    await page.evaluate(() => fetch('https://example.invalid/').catch(() => undefined))
    await app.close()
    const log = readFileSync(path, 'utf8')
    rmSync(userDataDir, { recursive: true, force: true })
    const urls = Array.from(log.matchAll(/"url":"([^"]+)"/g), ([, url = '']) => url)
    expect(urls.filter((url) => !/^(?:app|data|devtools|chrome):/.test(url))).toEqual([])
  })
})
