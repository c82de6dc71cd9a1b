import { setTimeout } from 'node:timers/promises'
import { BrowserWindow } from 'electron'
import { appOrigin } from '../security/trusted-urls.ts'
import { mainWindowOptions, type MainWindowSettings } from '../security/window-options.ts'

const startUrl = `${appOrigin}/index.html`
/** Nobody's page: Chromium gives it a process of its own, and ends the one that showed the page before. */
const nowhere = 'about:blank'
/** A page that dies this often in a row will die again. */
const maxReloads = 3
/** A page that did not load is asked for again: the disk that it comes from may have been busy. */
const maxLoads = 3
const pauseMs = 500

export interface MainWindow {
  readonly window: BrowserWindow
  /** Ends the page with the process that held what it showed, whatever the page says to that, and opens a new one. */
  beginAnew(): void
}

interface Troubles {
  readonly onPageGone: (reason: string) => void
  /** No page can be shown any more. What the last one showed may still be there. */
  readonly onLost: () => void
}

export function openMainWindow(settings: MainWindowSettings, { onPageGone, onLost }: Troubles): MainWindow {
  const window = new BrowserWindow(mainWindowOptions(settings))
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  const leave = holdToLeaving(window)
  let isLoading = false
  let loaded = Promise.resolve()
  // One after the other: a page that is half there would be taken for the one that is to go.
  const inTurn = (show: () => Promise<void>) => {
    loaded = after(loaded, show)
  }
  const after = async (last: Promise<void>, show: () => Promise<void>) => {
    await last
    isLoading = true
    try {
      await show()
    } catch {
      onPageGone('not-loaded')
      onLost()
    }
    isLoading = false
  }
  let reloads = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    onPageGone(reason)
    // One that dies on the way has not loaded, which is met there.
    if (reason === 'clean-exit' || isLoading) return
    if (reloads === maxReloads) return onLost()
    reloads += 1
    // Everything that counts is in the core, so a fresh page goes on where the old one was.
    inTurn(() => open(window))
  })
  inTurn(() => open(window))
  return { window, beginAnew: () => inTurn(() => renew(window, leave)) }
}

type Leave = (act: () => Promise<void>) => Promise<void>

/**
 * Lets `act` take the page away without asking it: a page may hold back whoever closes its window, and not the lock.
 * https://www.electronjs.org/docs/latest/api/web-contents#event-will-prevent-unload
 */
function holdToLeaving({ webContents }: BrowserWindow): Leave {
  let isLeaving = false
  webContents.on('will-prevent-unload', (event) => {
    if (isLeaving) event.preventDefault()
  })
  return async (act) => {
    isLeaving = true
    try {
      await act()
    } finally {
      isLeaving = false
    }
  }
}

async function renew(window: BrowserWindow, leave: Leave): Promise<void> {
  if (window.isDestroyed()) return
  await leave(() => load(window, nowhere))
  await open(window)
  // With an entry of its history the browser keeps what stood in that page's fields.
  if (!window.isDestroyed()) window.webContents.navigationHistory.clear()
}

async function open(window: BrowserWindow, loads = 1): Promise<void> {
  try {
    await load(window, startUrl)
  } catch (error) {
    if (loads === maxLoads) throw error
    await setTimeout(pauseMs)
    if (!window.isDestroyed()) await open(window, loads + 1)
  }
}

async function load(window: BrowserWindow, url: string): Promise<void> {
  try {
    await window.loadURL(url)
  } catch (error) {
    // A window that is closed while it loads is no fault.
    if (!window.isDestroyed()) throw error
  }
}

/** A second start shows the window that is there. What the other one was started with is not looked at. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
