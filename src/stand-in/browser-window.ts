import type * as Electron from 'electron'
import type { Page } from 'playwright-core'
import { publishAsked } from './asked.ts'
import { createCarriedEmitter, createEvent } from './carried-emitter.ts'
import type { Chromium } from './chromium.ts'
import { carryOnly } from './not-carried.ts'
import { createContents, type ContentsParts, type ContentsSettings } from './web-contents.ts'
import { describeWindow, followTitle, type WindowState } from './window-methods.ts'
import { boundsOf, refuseWhatCannotBe } from './window-options.ts'

/** A window, and what the app module needs of it. */
export interface StandInWindow {
  readonly id: number
  readonly window: Electron.BrowserWindow
  readonly parts: ContentsParts
  /** Closes unless a listener prevents it. */
  readonly close: () => boolean
  readonly destroy: () => void
}

export interface Windows {
  readonly all: Map<number, StandInWindow>
  readonly BrowserWindow: typeof Electron.BrowserWindow
}

export interface WindowsSettings extends Pick<ContentsSettings, 'urls' | 'sessions' | 'ipcMain'> {
  readonly chromium: Chromium
  readonly isReady: () => boolean
  readonly onCreated: (created: StandInWindow) => void
  readonly onAllClosed: () => void
}

/** Not 'blur', nor what a person does to a window's frame: the debugging protocol does not tell. */
const events = [
  'close',
  'closed',
  'focus',
  'minimize',
  'page-title-updated',
  'ready-to-show',
  'restore',
  'show',
  'unresponsive',
]

export function createWindows(settings: WindowsSettings): Windows {
  const all = new Map<number, StandInWindow>()
  let lastId = 0
  function construct(options: Electron.BrowserWindowConstructorOptions = {}): Electron.BrowserWindow {
    if (!settings.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    publishAsked('new BrowserWindow', options)
    lastId += 1
    const created = createWindow(lastId, options, settings, all)
    settings.onCreated(created)
    return created.window
  }
  const find = (isIt: (one: StandInWindow) => boolean): Electron.BrowserWindow | null =>
    [...all.values()].find((one) => isIt(one))?.window ?? null
  const statics = {
    getAllWindows: () => Array.from(all.values(), ({ window }) => window),
    getFocusedWindow: () => find(({ window }) => window.isVisible()),
    fromId: (id: number) => find((one) => one.id === id),
    fromWebContents: (contents: Electron.WebContents) =>
      find(({ window }) => window.webContents === contents),
  } satisfies Partial<typeof Electron.BrowserWindow>
  const constructor = Object.assign(function BrowserWindow(
    options: Electron.BrowserWindowConstructorOptions,
  ) {
    return construct(options)
  }, statics)
  return {
    all,
    BrowserWindow: carryOnly<typeof Electron.BrowserWindow>('BrowserWindow', constructor),
  }
}

/**
 * A window made with `show: false` beside one that is open is for printing, and has a browser without windows; the
 * first window is the app's face, and is there as soon as its browser is.
 */
function createWindow(
  id: number,
  options: Electron.BrowserWindowConstructorOptions,
  settings: WindowsSettings,
  all: Map<number, StandInWindow>,
): StandInWindow {
  const { chromium, sessions, urls, ipcMain } = settings
  refuseWhatCannotBe(options)
  const isHidden = options.show === false && all.size > 0
  const opening = isHidden
    ? chromium.openHidden()
    : chromium.openWindow(boundsOf(options), options.fullscreen === true)
  const preferences = options.webPreferences ?? {}
  const session = preferences.session ?? sessions.named(preferences.partition ?? '')
  const destroy = (): void => destroyWindow(created, state, settings, all)
  const onTitle = (title: string): void => followTitle(state, title)
  const parts = createContents({
    id,
    urls,
    sessions,
    session,
    preferences,
    ipcMain,
    opening,
    destroy,
    onTitle,
    onBounds: (bounds) => void (state.bounds = bounds),
  })
  const state: WindowState = {
    emitter: createCarriedEmitter('BrowserWindow', events),
    isHidden,
    opening,
    parts,
    isVisible: options.show !== false,
    isMinimized: false,
    isDestroyed: false,
    title: options.title ?? '',
    bounds: { x: 0, y: 0, width: 800, height: 600, ...boundsOf(options) },
  }
  const close = (): boolean => closeUnlessPrevented(state, destroy)
  const window = carryOnly<Electron.BrowserWindow>(
    'BrowserWindow',
    describeWindow(id, state, { close, destroy }),
  )
  const created: StandInWindow = { id, window, parts, close, destroy }
  all.set(id, created)
  watchWindow(state, destroy)
  return created
}

function closeUnlessPrevented({ emitter }: WindowState, destroy: () => void): boolean {
  const event = createEvent({})
  emitter.emit('close', event)
  if (!event.defaultPrevented) destroy()
  return !event.defaultPrevented
}

function destroyWindow(
  { id, parts }: StandInWindow,
  state: WindowState,
  { onAllClosed }: WindowsSettings,
  all: Map<number, StandInWindow>,
): void {
  if (state.isDestroyed) return
  state.isDestroyed = true
  parts.isGone = true
  all.delete(id)
  void state.opening.then((page) => endPage(page, state.isHidden)).catch(() => undefined)
  parts.emitter.emit('destroyed')
  state.emitter.emit('closed')
  if (all.size === 0) onAllClosed()
}

/** Chromium may never close a page that is about to show another one; a hidden one has a browser to itself, which ends. */
function endPage(page: Page, isHidden: boolean): Promise<void> {
  return isHidden ? page.context().close() : page.close()
}

function watchWindow(state: WindowState, destroy: () => void): void {
  const { emitter, opening, parts } = state
  parts.emitter.once('did-finish-load', () => emitter.emit('ready-to-show'))
  opening.then(
    (page) => page.on('close', destroy),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      process.exitCode = 1
      destroy()
    },
  )
}
