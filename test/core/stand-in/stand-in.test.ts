import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startVirtualDisplay } from '../../../scripts/virtual-display.mjs'
import { launchConsole, spawnConsole, type LaunchedConsole } from '../../support/launch.ts'

const entry = join(import.meta.dirname, 'fixtures/sample-app/main.js')
const userDataDir = mkdtempSync(join(tmpdir(), 'sample-app-'))

let sample: LaunchedConsole
let stopDisplay = (): Promise<void> => Promise.resolve()

beforeAll(async () => {
  const env: Record<string, string> = {}
  if (process.platform === 'linux' && !process.env['DISPLAY']) {
    const { display, stop } = await startVirtualDisplay()
    stopDisplay = stop
    env['DISPLAY'] = display
  }
  sample = await launchConsole({ userDataDir, entry, env })
}, 30_000)

afterAll(async () => {
  await sample?.close()
  await stopDisplay()
  rmSync(userDataDir, { recursive: true, force: true })
}, 30_000)

/** Evaluates in the page's own world, where `api` is what the preload exposed. */
const inPage = (expression: string): Promise<unknown> => sample.page.evaluate(expression)
const failureOf = (expression: string): Promise<unknown> =>
  inPage(`(${expression}).catch((error) => error.message)`)

/** What the debugging protocol evaluates is free of the page's policy; what the page does afterwards is not. */
const tryLater = (attempt: string): Promise<unknown> =>
  inPage(
    `new Promise((done) => setTimeout(() => { try { done(${attempt}) } catch ({ name }) { done(name) } }))`,
  )

async function whatWasAsked(what: string): Promise<readonly unknown[]> {
  return (await sample.asked()).filter((one) => one.what === what).map(({ args }) => args)
}

describe('an app on the stand-in', () => {
  it('shows its page in a window of the asked title, with the exposed API before its scripts and nothing else', async () => {
    expect(await sample.page.title()).toBe('Sample')
    expect(await inPage('loadedWithApi')).toBe('object')
    expect(await inPage('Object.keys(api)')).toEqual(['invoke', 'send', 'on', 'facts'])
    expect(await inPage('Object.isFrozen(api) && Object.isFrozen(api.facts.list)')).toBe(true)
    expect(
      await inPage(
        `['require', 'process', 'standInPost', 'standInReceive'].filter((name) => name in globalThis)`,
      ),
    ).toEqual([])
    expect(await inPage(`Object.getOwnPropertyDescriptor(globalThis, 'api').writable`)).toBe(false)
  })

  it('carries calls both ways, with values as a structured clone keeps them', async () => {
    const values = `[1, 'ä', null, undefined, new Date(0), new Map([[1, new Set([2n])]]), new Uint8Array([1])]`
    expect(
      await inPage(
        `api.invoke('echo', ...${values}).then((all) => all[5].get(1).has(2n) && all[4].getTime())`,
      ),
    ).toBe(0)
    expect(
      await inPage(
        `new Promise((done) => { const off = api.on('pong', (it) => { off(); done(it) }); api.send('ping', [1]) })`,
      ),
    ).toEqual([1])
    expect(await failureOf(`api.invoke('echo', () => 1)`)).toBe('An object could not be cloned.')
    expect(await failureOf(`api.invoke('fail')`)).toBe("Error invoking remote method 'fail': Error: refused")
    expect(await failureOf(`api.invoke('none')`)).toContain("No handler registered for 'none'")
    expect(await failureOf(`api.invoke('uncarried')`)).toContain('BrowserWindow.setKiosk is not carried')
  })

  it('names the sender as Electron does', async () => {
    const sender = { isMain: true, url: 'app://sample/index.html', origin: 'app://sample', parent: null }
    expect(await inPage(`api.invoke('who')`)).toEqual(sender)
  })

  it.each(['https://example.org/', 'http://127.0.0.1:9/', 'mailto:a@b.c', 'about:blank'])(
    'stays where it is when a page would leave for %s',
    async (url) => {
      await inPage(`void (location.href = ${JSON.stringify(url)})`)
      await expect.poll(() => whatWasAsked('navigation')).toContainEqual([url, false])
      expect(sample.page.url()).toBe('https://sample.app.invalid/index.html')
    },
  )

  it('opens no window, grants no permission and answers no foreign request', async () => {
    expect(await inPage(`open('https://example.org/')`)).toBeNull()
    await inPage(
      `(() => { const link = document.createElement('a'); link.href = '/other.html'; link.target = '_blank'; link.click() })()`,
    )
    await expect.poll(() => whatWasAsked('window-open')).toContainEqual(['https://example.org/', 'deny'])
    await expect.poll(() => sample.page.context().pages().length).toBe(1)
    expect(
      await inPage(`navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)`),
    ).toBe('denied')
    expect(await inPage(`Notification.requestPermission()`)).toBe('denied')
    expect(await inPage(`navigator.mediaDevices.getDisplayMedia().catch(({ name }) => name)`)).toBe(
      'NotAllowedError',
    )
    expect(await failureOf(`fetch('https://example.org/')`)).toBe('Failed to fetch')
    const origins = (await whatWasAsked('request')).filter(
      (args) => !String(args).startsWith('app://sample/') && !String(args).endsWith('Aborted'),
    )
    expect(origins).toEqual([])
  })

  it('holds a page to its Content-Security-Policy', async () => {
    expect(await tryLater(`document.body.innerHTML = '<b>x</b>'`)).toBe('TypeError')
    expect(await tryLater(`new Function('return 1')()`)).toBe('EvalError')
  })

  it('prints a hidden window without scripts', async () => {
    const head = await inPage(`api.invoke('print').then((pdf) => String.fromCharCode(...pdf.slice(0, 5)))`)
    expect(head).toBe('%PDF-')
  }, 15_000)

  it('takes a page away that would rather stay, when the app says so, and the history with it', async () => {
    const { page } = sample
    await inPage(
      `(() => { window.isFirst = true; addEventListener('beforeunload', (event) => event.preventDefault()) })()`,
    )
    // A page is listened to only once somebody has touched it; and nobody answers its question here.
    await page.locator('h1').click()
    page.on('dialog', () => undefined)
    await inPage(`void api.invoke('renew')`)
    await expect
      .poll(() => inPage(`[location.href, window.isFirst ?? null, history.length]`), { timeout: 10_000 })
      .toEqual(['https://sample.app.invalid/index.html', null, 1])
  }, 15_000)

  it('hears of a second start, which ends by itself', async () => {
    const heard = inPage(`new Promise((done) => api.on('second-start', done))`)
    const second = spawnConsole({ userDataDir, entry, args: ['--hello'] })
    expect(await once(second, 'exit')).toEqual([0, null])
    expect(await heard).toBe('--hello')
  })

  it('ends when its window is closed, and leaves nothing of the browser behind', async () => {
    const pid = sample.process.pid
    const ended = once(sample.process, 'exit')
    await sample.page.close()
    expect(await ended).toEqual([0, null])
    const left = ['/dev/shm', tmpdir()].flatMap((folder) => {
      try {
        return readdirSync(folder).filter((name) => name.startsWith(`stand-in-${pid}-`))
      } catch {
        return []
      }
    })
    expect(left).toEqual([])
  })
})
