import type * as Electron from 'electron'
import type { Page } from 'playwright-core'
import { createEvent } from './carried-emitter.ts'
import { notCarried, type Part } from './not-carried.ts'
import type { ContentsParts } from './web-contents.ts'

export interface WindowState {
  readonly emitter: NodeJS.EventEmitter
  readonly isHidden: boolean
  readonly opening: Promise<Page>
  readonly parts: ContentsParts
  isVisible: boolean
  isMinimized: boolean
  isDestroyed: boolean
  title: string
  /** What was asked for, until the page has called: with each call it tells where it stands. */
  bounds: Electron.Rectangle
}

interface Ends {
  readonly close: () => void
  readonly destroy: () => void
}

export function describeWindow(
  id: number,
  state: WindowState,
  { close, destroy }: Ends,
): Part<Electron.BrowserWindow> {
  const { emitter, parts } = state
  const part = {
    id,
    get webContents() {
      return parts.contents()
    },
    loadURL: (url: string) => parts.contents().loadURL(url),
    reload: () => parts.contents().reload(),
    isDestroyed: () => state.isDestroyed,
    isVisible: () => state.isVisible,
    close,
    destroy,
    ...describeStates(state),
    getTitle: () => state.title,
    getBounds: () => state.bounds,
    setTitle: (title: string) => {
      state.title = title
      setPageTitle(state)
    },
    setBackgroundColor: (colour: string) => {
      const color = readColour(colour)
      void parts.attached
        .then(({ cdp }) => cdp.send('Emulation.setDefaultBackgroundColorOverride', { color }))
        .catch(() => undefined)
    },
    // Chromium's window has no menu to remove.
    setMenu: refuseMenu,
    removeMenu: () => undefined,
    setMenuBarVisibility: (isVisible: boolean) => refuseMenu(isVisible ? {} : null),
    setContentProtection: (isOn: boolean) => {
      if (isOn) throw notCarried('content protection')
    },
  } satisfies Partial<Electron.BrowserWindow>
  return Object.assign(emitter, part)
}

function describeStates(state: WindowState): Partial<Electron.BrowserWindow> {
  const { emitter } = state
  const bringForward = (): void => {
    run(state, (page) => page.bringToFront())
    emitter.emit('focus', createEvent({}))
  }
  const change = (windowState: 'minimized' | 'normal', event: string): void => {
    state.isMinimized = windowState === 'minimized'
    run(state, (page) => setWindowState(page, windowState))
    emitter.emit(event, createEvent({}))
  }
  return {
    show: () => {
      if (state.isHidden) throw notCarried('showing a window that was made hidden beside another')
      state.isVisible = true
      bringForward()
      emitter.emit('show', createEvent({}))
    },
    focus: bringForward,
    isMinimized: () => state.isMinimized,
    minimize: () => change('minimized', 'minimize'),
    restore: () => change('normal', 'restore'),
  }
}

function readColour(text: string): { readonly r: number; readonly g: number; readonly b: number } {
  if (!/^#[\da-f]{6}$/i.test(text)) throw notCarried(`the colour '${text}'`)
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16))
  return { r, g, b }
}

async function setWindowState(page: Page, windowState: 'minimized' | 'normal'): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const { windowId } = await cdp.send('Browser.getWindowForTarget')
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
  await cdp.detach()
}

/** What is done to a window that is closing meanwhile is done to nobody. */
function run({ opening, isDestroyed }: WindowState, act: (page: Page) => Promise<unknown>): void {
  if (!isDestroyed) void opening.then(act).catch(() => undefined)
}

function refuseMenu(menu: unknown): void {
  if (menu !== null) throw notCarried("a window's menu")
}

/** A window of Chromium's bears its page's title, so a title that the app keeps is given to the page. */
export function followTitle(state: WindowState, title: string): void {
  if (title === state.title) return
  const event = createEvent({})
  state.emitter.emit('page-title-updated', event, title, true)
  if (event.defaultPrevented) setPageTitle(state)
  else state.title = title
}

function setPageTitle(state: WindowState): void {
  run(state, (page) => page.evaluate((text) => void (document.title = text), state.title))
}
