import type { Surroundings } from './surroundings.ts'
import { isInternalUrl } from './trusted-urls.ts'

/**
 * Nothing is ever sent anywhere, so a request to any other origin is a fault or an attack.
 * https://www.electronjs.org/docs/latest/api/web-request#webrequestonbeforerequestfilter-listener
 */
export function isAllowedRequest(url: string, { isPackaged, devServer }: Surroundings): boolean {
  if (isInternalUrl(url)) return true
  if (isPackaged) return false
  // The developer tools are pages inside the binary; no packaged console has them.
  if (url.startsWith('devtools://devtools/')) return true
  return devServer !== null && url.startsWith(`${devServer.webSocketOrigin}/`)
}
