import type { Bridge, JoinWorlds } from './world-bridge.ts'

declare const joinWorlds: JoinWorlds

/** Where a page may go by itself is decided by request; these schemes make no request that could be refused. */
function asksToLeave(navigation: Navigation, bridge: () => Bridge | undefined): void {
  navigation.addEventListener('navigate', (event) => {
    const { url, sameDocument } = event.destination
    if (sameDocument || url.startsWith('https:') || url.startsWith('http:')) return
    event.preventDefault()
    bridge()?.ask('navigate', url)
  })
}

/** As contextBridge does it: the page can neither replace nor remove what it is given. */
function expose(entry: unknown): void {
  const [key, api] = Array.isArray(entry) ? entry : []
  Object.defineProperty(globalThis, String(key), { value: api, enumerable: true })
}

/**
 * Runs in every document before its own scripts: joins the page with the preload's world and takes away what a page
 * in Electron does not have either. https://www.electronjs.org/docs/latest/tutorial/context-isolation
 */
function runInPageWorld(secret: string): void {
  let bridge: Bridge | undefined
  const join = (event: Event): void => {
    const link = event instanceof MouseEvent ? event.relatedTarget : null
    if (!link || bridge) return
    bridge = joinWorlds(link, 'page', 'preload', { expose })
    removeEventListener(secret, join)
    bridge.ask('joined', undefined)
  }
  addEventListener(secret, join)
  dispatchEvent(new Event(`${secret}?`))
  asksToLeave(globalThis.navigation, () => bridge)
  Object.defineProperty(globalThis, 'open', {
    value: (url: unknown = '', frameName: unknown = '', features: unknown = '') => {
      bridge?.ask('open', [new URL(String(url), location.href).href, String(frameName), String(features)])
      return null
    },
    writable: true,
    configurable: true,
    enumerable: true,
  })
}

export const pageWorldText = [asksToLeave, expose, runInPageWorld].map(String).join('\n')
