import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type * as Electron from 'electron'
import type { CDPSession, Page } from 'playwright-core'
import { publishAsked } from './asked.ts'
import { createEvent } from './carried-emitter.ts'
import { askToNavigate, askToRedirect } from './loading.ts'
import { notCarried } from './not-carried.ts'
import { pageScript, preloadScript, preloadWorld } from './page-scripts.ts'
import { answerRequests } from './requests.ts'
import type { Attached, ContentsParts } from './web-contents.ts'
import { answerCalls } from './window-calls.ts'

/** Puts a blank page of Chromium's under the app's rule, before it shows anything of the app's. */
export async function attachPage(page: Page, parts: ContentsParts): Promise<Attached> {
  const { settings, frames, own } = parts
  const { preferences, session, sessions, ipcMain, urls } = settings
  const cdp = await page.context().newCDPSession(page)
  await frames.attach(cdp)
  watchPage(cdp, page, parts)
  await cdp.send('Page.enable')
  await answerRequests(cdp, {
    urls,
    frames,
    contents: parts.contents(),
    policies: sessions.policiesOf(session),
    mayNavigate: (url, frame, isMain) => told(url, askToNavigate(parts, url, frame, isMain)),
    mayRedirect: (url, frame, isMain) => told(url, askToRedirect(parts, url, frame, isMain)),
  })
  await answerCalls(cdp, {
    frames,
    contents: parts.contents(),
    ends: [own, ipcMain],
    onOpen: parts.onOpen,
    onLeave: (url, frame) => refuseToLeave(parts, url, frame),
    onTitle: settings.onTitle,
    onBounds: settings.onBounds,
  })
  await addScripts(cdp, preferences)
  const browser = await page.context().browser()?.newBrowserCDPSession()
  if (!browser) throw new Error('The browser has ended')
  return { page, cdp, browser }
}

async function addScripts(
  cdp: CDPSession,
  { preload, javascript = true }: Electron.WebPreferences,
): Promise<void> {
  await cdp.send('Emulation.setScriptExecutionDisabled', { value: !javascript })
  const secret = randomUUID()
  const preloadSource = preload === undefined ? undefined : readFileSync(preload, 'utf8')
  const inPreloadWorld = { source: preloadScript(secret, preloadSource), worldName: preloadWorld }
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(secret) })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', inPreloadWorld)
}

function told(url: string, isAllowed: boolean): boolean {
  publishAsked('navigation', url, isAllowed)
  return isAllowed
}

/** The script in the page has stopped this already; all that is left is to tell the app, whose refusal is carried out. */
function refuseToLeave(parts: ContentsParts, url: string, frame: Electron.WebFrameMain | null): void {
  const appUrl = parts.settings.urls.toApp(url)
  if (told(appUrl, askToNavigate(parts, appUrl, frame, frame === parts.frames.main))) {
    console.error(notCarried(`a page that goes to ${new URL(url).protocol}`).message)
  }
}

function watchPage(cdp: CDPSession, page: Page, parts: ContentsParts): void {
  const { emitter, frames, settings } = parts
  cdp.on('Page.domContentEventFired', () => emitter.emit('dom-ready', createEvent({})))
  cdp.on('Page.loadEventFired', () => emitter.emit('did-finish-load', createEvent({})))
  cdp.on('Page.frameNavigated', ({ frame }) => {
    if (frames.isMain(frame.id)) emitter.emit('did-navigate', createEvent({}), frames.main.url, 200, 'OK')
  })
  cdp.on('Page.navigatedWithinDocument', ({ frameId }) => {
    const isMain = frames.isMain(frameId)
    emitter.emit('did-navigate-in-page', createEvent({}), frames.main.url, isMain, settings.id, settings.id)
  })
  cdp.on('Page.javascriptDialogOpening', ({ type }) => {
    if (type !== 'beforeunload') return
    const event = createEvent({})
    emitter.emit('will-prevent-unload', event)
    // Otherwise whoever drives the page answers.
    if (event.defaultPrevented)
      cdp.send('Page.handleJavaScriptDialog', { accept: true }).catch(() => undefined)
  })
  page.on('crash', () =>
    emitter.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 1 }),
  )
  page.on('download', (download) => {
    const url = settings.urls.toApp(download.url())
    publishAsked('download', url)
    settings.sessions.policiesOf(settings.session).download(url, parts.contents())
  })
}
