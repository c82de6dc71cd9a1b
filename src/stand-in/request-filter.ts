import type * as Electron from 'electron'
import { carryOnly, notCarried } from './not-carried.ts'

type Details = Electron.OnBeforeRequestListenerDetails
type Listener = (details: Details, callback: (response: Electron.CallbackResponse) => void) => void

/** webRequest.onBeforeRequest: one listener a session, as in Electron. */
export function createRequestFilter(): {
  webRequest: Electron.WebRequest
  blocks: (details: Details) => Promise<boolean>
} {
  let current:
    | { readonly filter: Electron.WebRequestFilter | undefined; readonly listener: Listener }
    | undefined
  function onBeforeRequest(
    first: Electron.WebRequestFilter | Listener | null,
    second?: Listener | null,
  ): void {
    const [filter, listener] =
      typeof first === 'function' || first === null ? [undefined, first] : [first, second]
    current = listener ? { filter, listener } : undefined
  }
  const blocks = async (details: Details): Promise<boolean> => {
    if (!current || (current.filter && !matchesFilter(current.filter, details))) return false
    const { listener } = current
    const { cancel = false, redirectURL } = await new Promise<Electron.CallbackResponse>((resolve) => {
      listener(details, resolve)
    })
    if (redirectURL !== undefined) throw notCarried('webRequest: redirectURL')
    return cancel
  }
  return { webRequest: carryOnly<Electron.WebRequest>('webRequest', { onBeforeRequest }), blocks }
}

function matchesFilter(
  { urls, excludeUrls = [], types = [] }: Electron.WebRequestFilter,
  details: Details,
): boolean {
  if (types.length > 0 && !types.some((type) => type === details.resourceType)) return false
  const matches = (pattern: string): boolean => patternToRegExp(pattern).test(details.url)
  return (urls.length === 0 || urls.some(matches)) && !excludeUrls.some(matches)
}

/** https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/Match_patterns */
function patternToRegExp(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${escaped.replaceAll('*', '.*')}$`, 's')
}
