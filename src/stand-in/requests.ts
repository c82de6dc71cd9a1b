import type * as Electron from 'electron'
import type { CDPSession } from 'playwright-core'
import type { AppUrls } from './app-urls.ts'
import { publishAsked } from './asked.ts'
import type { Frames } from './frames.ts'
import { notCarried } from './not-carried.ts'
import type { SessionPolicies } from './session.ts'

type ResourceType = Electron.OnBeforeRequestListenerDetails['resourceType']

interface PausedRequest {
  readonly requestId: string
  readonly frameId: string
  readonly resourceType: string
  readonly request: {
    readonly url: string
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly postData?: string
  }
}

export interface Asked {
  readonly urls: AppUrls
  readonly frames: Frames
  readonly contents: Electron.WebContents
  readonly policies: SessionPolicies
  /** Whether a page may go to another document, which the app's listeners say. */
  mayNavigate(url: string, frame: Electron.WebFrameMain | null, isMainFrame: boolean): boolean
  mayRedirect(url: string, frame: Electron.WebFrameMain | null, isMainFrame: boolean): boolean
}

interface Answer {
  readonly status: number
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly body: string
}

const resourceTypes: Readonly<Record<string, ResourceType>> = {
  CSPViolationReport: 'cspReport',
  Fetch: 'xhr',
  Font: 'font',
  Image: 'image',
  Media: 'media',
  Ping: 'ping',
  Script: 'script',
  Stylesheet: 'stylesheet',
  WebSocket: 'webSocket',
  XHR: 'xhr',
}

let lastRequestId = 0

/**
 * Every request of a page is asked about, in Electron's order: the navigation's listeners, the request filter, the
 * protocol's handler. None ever goes on to the network.
 */
export async function answerRequests(cdp: CDPSession, asked: Asked): Promise<void> {
  cdp.on('Fetch.requestPaused', (paused) => {
    const answered = decide(paused, asked).then((answer) => {
      const { requestId } = paused
      publishAsked(
        'request',
        asked.urls.toApp(paused.request.url),
        typeof answer === 'string' ? answer : answer.status,
      )
      if (typeof answer === 'string') return cdp.send('Fetch.failRequest', { requestId, errorReason: answer })
      const { status, headers, body } = answer
      return cdp.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: status,
        responseHeaders: [...headers],
        body,
      })
    })
    // A page that is gone needs no answer.
    answered.catch(() => undefined)
  })
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

/** Aborting leaves the page that was shown where it is; any other reason shows an error of Chromium's in its place. */
async function decide(
  paused: PausedRequest,
  asked: Asked,
): Promise<Answer | 'Aborted' | 'BlockedByClient' | 'Failed'> {
  const { frames, policies, urls } = asked
  const url = urls.toApp(paused.request.url)
  const frame = frames.byId(paused.frameId)
  const isDocument = paused.resourceType === 'Document'
  const isMain = isDocument && frames.isMain(paused.frameId)
  if (isDocument && !asked.mayNavigate(url, frame, isMain)) return 'Aborted'
  const isBlocked = await policies.blocks(describeRequest(paused, url, frame, asked, isMain))
  if (isBlocked) return isMain ? 'Aborted' : 'BlockedByClient'
  const handler = policies.handlerFor(url)
  if (!handler) return isMain ? 'Aborted' : 'BlockedByClient'
  try {
    const response = await handler(toRequest(paused, url))
    if (response.type === 'error') return 'Failed'
    const target = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && target !== null) {
      if (!isDocument || asked.mayRedirect(new URL(target, url).href, frame, isMain))
        throw notCarried('a redirecting response')
      return 'Aborted'
    }
    return await toAnswer(response)
  } catch (error) {
    console.error(error)
    return 'Failed'
  }
}

function describeRequest(
  { request, resourceType }: PausedRequest,
  url: string,
  frame: Electron.WebFrameMain | null,
  { contents }: Asked,
  isMain: boolean,
): Electron.OnBeforeRequestListenerDetails {
  lastRequestId += 1
  const documentType = isMain ? 'mainFrame' : 'subFrame'
  return {
    id: lastRequestId,
    url,
    method: request.method,
    webContents: contents,
    webContentsId: contents.id,
    frame,
    resourceType: resourceType === 'Document' ? documentType : (resourceTypes[resourceType] ?? 'other'),
    referrer: request.headers['Referer'] ?? '',
    timestamp: Date.now(),
    uploadData: [],
  }
}

function toRequest({ request }: PausedRequest, url: string): Request {
  const init = { method: request.method, headers: { ...request.headers } }
  return new Request(url, request.postData === undefined ? init : { ...init, body: request.postData })
}

async function toAnswer(response: Response): Promise<Answer> {
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  const headers = Array.from(response.headers, ([name, value]) => ({ name, value }))
  return { status: response.status, headers, body }
}
