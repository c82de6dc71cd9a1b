import type * as Electron from 'electron'
import { createCarriedEmitter } from './carried-emitter.ts'
import { carryOnly, notCarried } from './not-carried.ts'
import { createPermissions, type Permissions } from './permissions.ts'
import { createProtocol, type Schemes } from './protocol.ts'
import { createRequestFilter } from './request-filter.ts'

type Handler = (request: Request) => Response | Promise<Response>

/** What a session's app-made policies answer, as the rest of the stand-in asks them. */
export interface SessionPolicies {
  blocks(details: Electron.OnBeforeRequestListenerDetails): Promise<boolean>
  handlerFor(url: string): Handler | undefined
  readonly permissions: Permissions
  /** Whether a file that a page offers may be saved; the stand-in saves none, so the answer must be no. */
  download(url: string, contents: Electron.WebContents): void
}

export interface Sessions {
  readonly session: typeof Electron.session
  readonly protocol: Electron.Protocol
  named(partition: string): Electron.Session
  policiesOf(session: Electron.Session): SessionPolicies
}

export function createSessions(schemes: Schemes): Sessions {
  const byPartition = new Map<string, Electron.Session>()
  const policies = new Map<Electron.Session, SessionPolicies>()
  const named = (partition: string): Electron.Session => {
    const known = byPartition.get(partition)
    if (known) return known
    if (partition.startsWith('persist:')) throw notCarried(`the kept session '${partition}'`)
    const made = createSession(schemes)
    byPartition.set(partition, made.session)
    policies.set(made.session, made.policies)
    return made.session
  }
  const policiesOf = (session: Electron.Session): SessionPolicies => {
    const found = policies.get(session)
    if (!found) throw new TypeError('This is not a session of the stand-in')
    return found
  }
  const module = {
    fromPartition: named,
    get defaultSession() {
      return named('')
    },
  } satisfies Partial<typeof Electron.session>
  const ofDefault = { ...schemes.part, ...protocolOf(() => named('').protocol) }
  return {
    session: carryOnly<typeof Electron.session>('session', module),
    protocol: carryOnly<Electron.Protocol>('protocol', ofDefault),
    named,
    policiesOf,
  }
}

function protocolOf(protocol: () => Electron.Protocol): Partial<Electron.Protocol> {
  return {
    handle: (scheme, handler) => protocol().handle(scheme, handler),
    unhandle: (scheme) => protocol().unhandle(scheme),
    isProtocolHandled: (scheme) => protocol().isProtocolHandled(scheme),
  }
}

function createSession(schemes: Schemes): { session: Electron.Session; policies: SessionPolicies } {
  const emitter = createCarriedEmitter('session', [
    'will-download',
    // Chromium offers no device to choose: its profile refuses them all.
    'select-hid-device',
    'select-serial-port',
    'select-usb-device',
  ])
  const { protocol, handlerFor } = createProtocol(schemes)
  const { webRequest, blocks } = createRequestFilter()
  const permissions = createPermissions()
  const part = {
    protocol,
    webRequest,
    ...permissions.part,
    ...spelling,
    // Nothing is kept on disk beyond the run, and nothing of another run is ever there.
    clearStorageData: () => Promise.resolve(),
    clearCache: () => Promise.resolve(),
    clearData: () => Promise.resolve(),
    clearAuthCache: () => Promise.resolve(),
    clearHostResolverCache: () => Promise.resolve(),
    flushStorageData: () => undefined,
    isPersistent: () => false,
    getStoragePath: () => null,
  } satisfies Partial<Electron.Session>
  const session = carryOnly<Electron.Session>('session', Object.assign(emitter, part))
  const download = (url: string, contents: Electron.WebContents): void =>
    refuseDownload(emitter, url, contents)
  return { session, policies: { blocks, handlerFor, permissions, download } }
}

/** The browser's spell checker is off, whatever is asked, and fetches no dictionary. */
const spelling = {
  setSpellCheckerEnabled: (isEnabled: boolean) => {
    if (isEnabled) throw notCarried('the spell checker')
  },
  isSpellCheckerEnabled: () => false,
  setSpellCheckerLanguages: (languages: string[]) => {
    if (languages.length > 0) throw notCarried('the spell checker')
  },
  getSpellCheckerLanguages: () => [],
  setSpellCheckerDictionaryDownloadURL: (_url: string) => undefined,
}

function refuseDownload(emitter: NodeJS.EventEmitter, url: string, contents: Electron.WebContents): void {
  let isPrevented = false
  const event = {
    preventDefault: () => {
      isPrevented = true
    },
    get defaultPrevented() {
      return isPrevented
    },
  }
  const item = carryOnly<Electron.DownloadItem>('DownloadItem', {
    getURL: () => url,
    cancel: event.preventDefault,
  })
  emitter.emit('will-download', event, item, contents)
  if (!isPrevented) console.error(notCarried('saving a download').message)
}
