import type * as Electron from 'electron'
import { publishAsked } from './asked.ts'
import { notCarried } from './not-carried.ts'
import type { ContentsParts } from './web-contents.ts'

export interface OpenDetails {
  readonly url: string
  readonly frameName: string
  readonly features: string
}

/** Asks the app whether a page may open a window. The stand-in opens none, so only a refusal can be carried out. */
export function askToOpen({ url, frameName, features }: OpenDetails, parts: ContentsParts): void {
  const { settings, frames, openHandler } = parts
  const details: Electron.HandlerDetails = {
    url: settings.urls.toApp(url),
    frameName,
    features,
    disposition: features === '' ? 'foreground-tab' : 'new-window',
    referrer: { url: frames.main.url, policy: 'default' },
  }
  const { action } = openHandler?.(details) ?? { action: 'allow' }
  publishAsked('window-open', details.url, action)
  if (action !== 'deny') console.error(notCarried('a window that a page opens').message)
}
