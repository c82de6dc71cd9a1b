import type * as Electron from 'electron'
import type { CDPSession, Page } from 'playwright-core'
import type { AppUrls } from './app-urls.ts'
import { attachPage } from './attach-page.ts'
import { createCarriedEmitter } from './carried-emitter.ts'
import { createFrames, type Frames } from './frames.ts'
import { createIpcEnd, type IpcEnd } from './ipc-main.ts'
import { createLoading } from './loading.ts'
import { carryOnly, notCarried, type Part } from './not-carried.ts'
import { printToPdf } from './printing.ts'
import type { Sessions } from './session.ts'
import { encode } from './structured-value.ts'
import { deliver } from './window-calls.ts'
import { askToOpen, type OpenDetails } from './window-open.ts'

export interface ContentsSettings {
  readonly id: number
  readonly urls: AppUrls
  readonly sessions: Sessions
  readonly session: Electron.Session
  readonly preferences: Electron.WebPreferences
  readonly ipcMain: IpcEnd
  readonly opening: Promise<Page>
  /** Ends the window around these contents. */
  readonly destroy: () => void
  readonly onTitle: (title: string) => void
  readonly onBounds: (bounds: Electron.Rectangle) => void
}

export interface Attached {
  readonly page: Page
  readonly cdp: CDPSession
  /** What is set on the browser holds while this is open. */
  readonly browser: CDPSession
}

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** What the parts of one WebContents share. */
export interface ContentsParts {
  readonly settings: ContentsSettings
  readonly emitter: NodeJS.EventEmitter
  readonly frames: Frames
  readonly own: IpcEnd
  readonly attached: Promise<Attached>
  readonly contents: () => Electron.WebContents
  /** A page opened a window: the app is asked, and the window stays closed. */
  readonly onOpen: (details: OpenDetails) => void
  openHandler: OpenHandler | undefined
  /** What the app itself is loading: about that its own listeners are not asked. */
  loading: string | undefined
  isGone: boolean
}

const events = [
  'certificate-error',
  'destroyed',
  'did-fail-load',
  'did-finish-load',
  'did-navigate',
  'did-navigate-in-page',
  'dom-ready',
  'login',
  'render-process-gone',
  'select-bluetooth-device',
  'select-client-certificate',
  'will-attach-webview',
  'will-frame-navigate',
  'will-navigate',
  'will-prevent-unload',
  'will-redirect',
]

export function createContents(settings: ContentsSettings): ContentsParts {
  const attachment = Promise.withResolvers<Attached>()
  attachment.promise.catch(() => undefined)
  const parts: ContentsParts = {
    settings,
    emitter: createCarriedEmitter('webContents', events),
    frames: createFrames(settings.urls, settings.id, (channel, args) => sendToPage(parts, channel, args)),
    own: createIpcEnd('webContents.ipc'),
    attached: attachment.promise,
    contents: () => contents,
    onOpen: (details) => askToOpen(details, parts),
    openHandler: undefined,
    loading: undefined,
    isGone: false,
  }
  const contents = carryOnly<Electron.WebContents>('webContents', describeContents(parts), {
    tell: withoutTexts,
  })
  settings.opening.then((page) => attachPage(page, parts)).then(attachment.resolve, attachment.reject)
  return parts
}

function describeContents(parts: ContentsParts): Part<Electron.WebContents> {
  const { settings, frames, own, attached } = parts
  const part = {
    id: settings.id,
    session: settings.session,
    ipc: own.ipc,
    get mainFrame() {
      return frames.main
    },
    ...createLoading(parts),
    send: (channel: string, ...args: unknown[]) => sendToPage(parts, channel, args),
    setWindowOpenHandler: (handler: OpenHandler) => {
      parts.openHandler = handler
    },
    printToPDF: async (options: Electron.PrintToPDFOptions) => printToPdf((await attached).cdp, options),
    isDestroyed: () => parts.isGone,
    isDevToolsOpened: () => false,
    close: () => settings.destroy(),
    focus: () => void attached.then(({ page }) => page.bringToFront()),
    setZoomFactor: (factor: number) => {
      if (factor !== 1) throw notCarried(`the zoom factor ${factor}`)
    },
    getZoomFactor: () => 1,
  } satisfies Partial<Electron.WebContents>
  return Object.assign(parts.emitter, part)
}

function sendToPage({ attached, frames }: ContentsParts, channel: string, args: readonly unknown[]): void {
  const message = { kind: 'message', channel, args: encode(args) } as const
  void attached.then(({ cdp }) => {
    const contextId = frames.mainPreloadContextId()
    return contextId === undefined ? undefined : deliver(cdp, contextId, message)
  })
}

/** What is sent to a window may be somebody's words: who watches what was asked sees the channel alone. */
function withoutTexts(method: string, args: readonly unknown[]): readonly unknown[] {
  return method === 'send' ? args.slice(0, 1) : args
}
