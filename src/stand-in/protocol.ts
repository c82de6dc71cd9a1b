import type * as Electron from 'electron'
import type { AppUrls } from './app-urls.ts'
import { carryOnly, notCarried } from './not-carried.ts'

export interface Schemes {
  readonly part: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>
  /** After the app is ready no scheme can be made privileged any more. */
  seal(): void
}

/** What every page under https has in Chromium; a scheme that has less or more cannot be carried. */
const needed = ['standard', 'secure'] as const
const impossible = ['bypassCSP', 'allowServiceWorkers', 'allowExtensions'] as const

export function createSchemes(urls: AppUrls): Schemes {
  let isSealed = false
  return {
    part: {
      registerSchemesAsPrivileged(schemes) {
        if (isSealed)
          throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
        for (const { scheme, privileges = {} } of schemes) {
          const lacking = needed.find((name) => privileges[name] !== true)
          if (lacking) throw notCarried(`a scheme that is not ${lacking}`)
          const excess = impossible.find((name) => privileges[name] === true)
          if (excess) throw notCarried(`the privilege ${excess}`)
          urls.register(scheme)
        }
      },
    },
    seal: () => {
      isSealed = true
    },
  }
}

type Handler = (request: Request) => Response | Promise<Response>

export function createProtocol(schemes: Schemes): {
  protocol: Electron.Protocol
  handlerFor: (url: string) => Handler | undefined
} {
  const handlers = new Map<string, Handler>()
  const part = {
    ...schemes.part,
    handle(scheme, handler) {
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      handlers.set(scheme, handler)
    },
    unhandle(scheme) {
      if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
    },
    isProtocolHandled: (scheme) => handlers.has(scheme),
  } satisfies Partial<Electron.Protocol>
  return {
    protocol: carryOnly<Electron.Protocol>('protocol', part),
    handlerFor: (url) => handlers.get(URL.canParse(url) ? new URL(url).protocol.slice(0, -1) : ''),
  }
}
