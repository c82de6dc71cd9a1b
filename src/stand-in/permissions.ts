import type * as Electron from 'electron'
import type { CDPSession } from 'playwright-core'
import { originOf, type AppUrls } from './app-urls.ts'
import { publishAsked } from './asked.ts'
import { notCarried } from './not-carried.ts'

type CheckHandler = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>
type RequestHandler = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>
type DisplayHandler = Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0]
type Permission = Parameters<RequestHandler>[1]

/** Chromium's word for a permission and Electron's, where the two differ. */
const electronsWord: Readonly<Record<string, Permission>> = {
  accelerometer: 'sensors',
  'ambient-light-sensor': 'sensors',
  camera: 'media',
  'clipboard-write': 'clipboard-sanitized-write',
  gyroscope: 'sensors',
  'keyboard-lock': 'keyboardLock',
  magnetometer: 'sensors',
  microphone: 'media',
  'pointer-lock': 'pointerLock',
}

const sameWord = [
  'background-fetch',
  'background-sync',
  'captured-surface-control',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'idle-detection',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'midi',
  'nfc',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'screen-wake-lock',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'web-app-installation',
  'window-management',
] as const satisfies readonly Permission[]

const permissions: readonly (readonly [chromiumsName: string, permission: Permission])[] = [
  ...Object.entries(electronsWord),
  ...sameWord.map((name) => [name, name] as const),
]

export interface Permissions {
  readonly part: Pick<
    Electron.Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
  >
  /** Before a page is shown: asks the app's handlers about every permission, and holds Chromium to the answers. */
  apply(browser: CDPSession, contents: Electron.WebContents, appUrl: string, urls: AppUrls): Promise<void>
}

/**
 * Chromium asks a person where Electron asks a handler, so the handlers are asked beforehand: what they refuse is
 * refused in Chromium, without a question. With no handler everything is granted, as in Electron.
 */
export function createPermissions(): Permissions {
  let check: CheckHandler = grantCheck
  let request: RequestHandler = grantRequest
  // By what was set on each browser, so that a page that is shown again and again is not held to the same again.
  let refused = new WeakMap<CDPSession, Set<string>>()
  const isGranted = (
    contents: Electron.WebContents,
    permission: Permission,
    origin: string,
  ): Promise<boolean> => {
    const details = { isMainFrame: true, requestingUrl: `${origin}/` }
    if (!check(contents, permission, origin, { ...details, securityOrigin: origin }))
      return Promise.resolve(false)
    return new Promise((resolve) => request(contents, permission, resolve, details))
  }
  return {
    part: {
      setPermissionCheckHandler: (handler) => (check = handler ?? grantCheck),
      setPermissionRequestHandler: (handler) => (request = handler ?? grantRequest),
      // The profile offers no device, so there is nothing that a handler could still refuse.
      setDevicePermissionHandler: () => undefined,
      setDisplayMediaRequestHandler: askForNoScreen,
    },
    async apply(browser, contents, appUrl, urls) {
      const origin = originOf(appUrl)
      const chromiumsOrigin = new URL(urls.toChromium(appUrl)).origin
      const refusedHere = refused.get(browser) ?? new Set<string>()
      refused.set(browser, refusedHere)
      const hold = async (name: string, isAllowed: boolean): Promise<void> => {
        // One page's grant changes what another browser session has set, so everything is set anew after it.
        if (isAllowed) refused = new WeakMap()
        else if (refusedHere.has(name)) return
        await browser.send('Browser.setPermission', {
          permission: { name },
          setting: isAllowed ? 'granted' : 'denied',
          ...(isAllowed ? { origin: chromiumsOrigin } : {}),
        })
        if (!isAllowed) refusedHere.add(name)
      }
      const held = permissions.map(async ([name, permission]) => {
        await hold(name, false)
        const isAllowed = await isGranted(contents, permission, origin)
        publishAsked('permission', permission, isAllowed)
        if (isAllowed) await hold(name, true)
      })
      await Promise.all(held.map((one) => one.catch(ignoreUnknown)))
    },
  }
}

const grantCheck: CheckHandler = () => true
const grantRequest: RequestHandler = (_contents, _permission, callback) => callback(true)

/** An older Chromium does not know every permission, and so grants none of those. */
function ignoreUnknown(error: unknown): void {
  if (error instanceof Error && error.message.includes('PermissionDescriptor')) return
  throw error
}

/** Sharing a screen is refused by the permission 'display-capture'; a handler that would allow it cannot be carried. */
function askForNoScreen(handler: DisplayHandler): void {
  const request = {
    frame: null,
    securityOrigin: '',
    videoRequested: true,
    audioRequested: false,
    userGesture: true,
  }
  handler?.(request, (streams) => {
    if (streams !== null && Object.keys(streams).length > 0) throw notCarried('sharing a screen')
  })
}
