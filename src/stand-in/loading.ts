import type * as Electron from 'electron'
import { createEvent } from './carried-emitter.ts'
import { carryOnly } from './not-carried.ts'
import type { ContentsParts } from './web-contents.ts'

type Loading = Pick<
  Electron.WebContents,
  'loadURL' | 'reload' | 'getURL' | 'isLoading' | 'stop' | 'navigationHistory'
>

/** What the app itself makes its page show. */
export function createLoading(parts: ContentsParts): Loading {
  const { settings, frames, attached } = parts
  return {
    async loadURL(url) {
      const { browser, cdp } = await attached
      await settings.sessions
        .policiesOf(settings.session)
        .permissions.apply(browser, parts.contents(), url, settings.urls)
      parts.loading = url
      const finished = finishLoading(parts.emitter, url)
      const { errorText } = await cdp.send('Page.navigate', { url: settings.urls.toChromium(url) })
      parts.loading = undefined
      if (errorText) {
        parts.emitter.emit('did-fail-load', createEvent({}), -3, errorText, url, true)
        throw new Error(`${errorText.replace('net::', '')} loading '${url}'`)
      }
      await finished
    },
    reload() {
      parts.loading = frames.main.url
      void attached.then(({ cdp }) => cdp.send('Page.reload'))
    },
    stop: () => void attached.then(({ cdp }) => cdp.send('Page.stopLoading')),
    isLoading: () => parts.loading !== undefined,
    getURL: () => frames.main.url,
    navigationHistory: carryOnly<Electron.NavigationHistory>('navigationHistory', {
      clear: () =>
        void attached.then(({ cdp }) => cdp.send('Page.resetNavigationHistory')).catch(() => undefined),
    }),
  }
}

/** A page that ends before it is there has failed to load, as in Electron. */
function finishLoading(emitter: NodeJS.EventEmitter, url: string): Promise<void> {
  const ended = new AbortController()
  const on = (name: string, end: () => void) => {
    emitter.once(name, end)
    ended.signal.addEventListener('abort', () => emitter.off(name, end))
  }
  const finished = new Promise<void>((resolve, reject) => {
    on('did-finish-load', resolve)
    on('render-process-gone', () => reject(new Error(`ERR_FAILED (-2) loading '${url}'`)))
    on('destroyed', () => reject(new Error(`ERR_ABORTED (-3) loading '${url}'`)))
  }).finally(() => ended.abort())
  // It may fail before anybody waits for it.
  finished.catch(() => undefined)
  return finished
}

/** Asks the app's listeners about a document that a page wants to show. */
export function askToNavigate(
  parts: ContentsParts,
  url: string,
  frame: Electron.WebFrameMain | null,
  isMainFrame: boolean,
): boolean {
  if (isMainFrame && parts.loading === url) return true
  const details = { url, isSameDocument: false, isMainFrame, frame, initiator: frame }
  const event = createEvent(details)
  parts.emitter.emit('will-frame-navigate', event)
  if (isMainFrame)
    parts.emitter.emit('will-navigate', event, url, false, isMainFrame, frame?.processId, frame?.routingId)
  return !event.defaultPrevented
}

export function askToRedirect(
  parts: ContentsParts,
  url: string,
  frame: Electron.WebFrameMain | null,
  isMainFrame: boolean,
): boolean {
  const event = createEvent({ url, isSameDocument: false, isMainFrame, frame, initiator: frame })
  parts.emitter.emit('will-redirect', event, url, false, isMainFrame, frame?.processId, frame?.routingId)
  return !event.defaultPrevented
}
