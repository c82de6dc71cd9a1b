import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setInterval } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { browserChannel } from './asked.ts'
import {
  anotherWindow,
  environmentOf,
  findOrFail,
  launchChromium,
  type Bounds,
  type LaunchOptions,
} from './launch-chromium.ts'
import { openPrivateFolder } from './private-folder.ts'

export interface Chromium {
  openWindow(bounds: Bounds, isFullScreen: boolean): Promise<Page>
  /** In a browser of its own that has no windows, can print, and ends with the page. */
  openHidden(): Promise<Page>
  /** Ends the browsers and removes what they wrote. */
  close(): Promise<void>
  /** For the very end of a process, which waits for nothing. */
  wipe(): void
}

interface Running {
  readonly profile: string
  readonly pid: number | undefined
  readonly context: BrowserContext
}

export interface ChromiumSettings {
  readonly switches: () => readonly string[]
  /** Waited for, before the app does anything with a window. */
  readonly onOpened: (page: Page) => Promise<void>
  /** A page that nobody asked for: a window opened by a page, or by Chromium itself. */
  readonly onStrayPage: (page: Page) => void
}

/** Chromium, started when the first window is opened, and again if it ended with its last one. */
export function createChromium(settings: ChromiumSettings): Chromium {
  const folder = openPrivateFolder()
  const state: State = {
    folder: folder.path,
    running: new Set(),
    expected: new Set(),
    shared: undefined,
    launches: 0,
  }
  let lastOpened: Promise<unknown> = Promise.resolve()
  return {
    openWindow(bounds, isFullScreen) {
      // One after the other, so that two windows opened at once share a browser.
      const opened = lastOpened.then(async () => {
        const page = await openWindow(state, settings, bounds)
        if (isFullScreen) await fillScreen(page)
        await settings.onOpened(page)
        return page
      })
      lastOpened = opened.catch(() => undefined)
      return opened
    },
    async openHidden() {
      const browser = await launch(state, settings, 'hidden')
      const page = await firstPage(browser.context)
      page.on('close', () => void endBrowser(browser))
      return page
    },
    async close() {
      await Promise.allSettled(Array.from(state.running, endBrowser))
      folder.wipe()
    },
    wipe: () => folder.wipe(),
  }
}

interface State {
  readonly folder: string
  readonly running: Set<Running>
  /** Addresses of blank pages that are being opened. */
  readonly expected: Set<string>
  /** The browser of the windows that can be seen. */
  shared: Running | undefined
  launches: number
}

async function launch(
  state: State,
  { switches, onStrayPage }: ChromiumSettings,
  window: LaunchOptions['window'],
): Promise<Running> {
  state.launches += 1
  // Short, for it becomes a part of a socket's path.
  const profile = join(state.folder, String(state.launches))
  const context = await launchChromium({ profile, switches: switches(), window })
  const browser = { profile, context, pid: processOf(profile) }
  state.running.add(browser)
  browserChannel.publish({ context, isVisible: window !== 'hidden' })
  context.on('page', (page) => {
    if (!state.expected.delete(page.url())) onStrayPage(page)
  })
  context.on('close', () => {
    if (state.shared === browser) state.shared = undefined
    void forgetBrowser(browser, state)
  })
  return browser
}

async function openWindow(state: State, settings: ChromiumSettings, bounds: Bounds): Promise<Page> {
  const url = `data:text/html,${randomUUID()}`
  const { shared } = state
  if (!shared) {
    state.shared = await launch(state, settings, { url, bounds })
    return firstPage(state.shared.context)
  }
  state.expected.add(url)
  const opened = shared.context.waitForEvent('page', (page) => page.url() === url)
  openBeside(shared.profile, url, bounds)
  const page = await opened
  await place(page, bounds)
  return page
}

async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? context.waitForEvent('page')
}

/** A browser that runs already gives its next window the bounds of the one before. */
async function place(page: Page, { x, y, ...size }: Bounds): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const { windowId } = await cdp.send('Browser.getWindowForTarget')
  const position = x === undefined || y === undefined ? {} : { left: x, top: y }
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { ...size, ...position } })
  await cdp.detach()
}

/** The screen on which the window is, if its desktop has somebody who manages windows. */
async function fillScreen(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const { windowId } = await cdp.send('Browser.getWindowForTarget')
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } })
  await cdp.detach()
}

/** A second start of Chromium hands its window to the one that runs on the same profile, and ends. */
function openBeside(profile: string, url: string, bounds: Bounds): void {
  const child = spawn(findOrFail(), anotherWindow(profile, url, bounds), {
    env: environmentOf(profile),
    stdio: 'ignore',
  })
  child.unref()
}

async function forgetBrowser(browser: Running, state: State): Promise<void> {
  await endBrowser(browser)
  state.running.delete(browser)
  removeFolder(browser.profile)
}

/** Chromium's own helpers may still write while they end. */
function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
}

/** The lock of a profile names the process that holds it, but not on Windows. */
function processOf(profile: string): number | undefined {
  try {
    return Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1))
  } catch {
    return undefined
  }
}

/** The connection closes before the process ends, and until then it writes to its profile. */
async function endBrowser({ context, pid }: Running): Promise<void> {
  const browser = context.browser()
  await context.close().catch(() => undefined)
  await browser?.close().catch(() => undefined)
  const isOver = () => pid === undefined || !isRunning(pid)
  for await (const done of setInterval(10, isOver)) if (done()) return
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
