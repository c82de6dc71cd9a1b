import type { Base64, Encoded } from '../structured-value.ts'
import type { Bridge, JoinWorlds } from './world-bridge.ts'

declare const joinWorlds: JoinWorlds
declare function encodeValue(value: unknown, base64: Base64, within: readonly object[]): Encoded
declare function decodeValue(encoded: Encoded, base64: Base64): unknown

interface WindowBounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a window asks of main. */
export type Upward =
  | {
      readonly kind: 'invoke'
      readonly turn: number
      readonly channel: string
      readonly args: Encoded
      /** Where the window is on the desktop: nobody tells of it otherwise. */
      readonly bounds: WindowBounds
    }
  | { readonly kind: 'send'; readonly channel: string; readonly args: Encoded }
  | { readonly kind: 'open'; readonly url: string; readonly frameName: string; readonly features: string }
  | { readonly kind: 'navigate'; readonly url: string }
  | { readonly kind: 'title'; readonly title: string }

/** What main tells a window: an answer to an invoke, or a message of its own. */
export type Downward =
  | { readonly kind: 'answer'; readonly turn: number; readonly value: Encoded }
  | { readonly kind: 'refusal'; readonly turn: number; readonly message: string }
  | { readonly kind: 'message'; readonly channel: string; readonly args: Encoded }

/** The built preload, in the wrapping that Node gives a CommonJS module. */
type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void

export interface PreloadWorld {
  readonly secret: string
  readonly platform: string
  readonly post: (message: Upward) => void
  /** Main delivers through this from now on. */
  readonly receive: (deliver: (message: Downward) => void) => void
  readonly preload: Preload | undefined
}

interface Ipc {
  readonly renderer: object
  readonly deliver: (message: Downward) => void
}

type Listener = (event: object, ...args: unknown[]) => void

interface Listeners {
  readonly part: object
  readonly of: (channel: string) => readonly Listener[]
}

function pageBase64(): Base64 {
  return {
    toText: (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
    toBytes: (text) => Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)),
  }
}

/** A part of Electron, whose other parts throw by name. */
function carry(name: string, part: object): object {
  return new Proxy(part, {
    get(target, key): unknown {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key)
      if (key === 'then' || key === '__esModule') return undefined
      throw new Error(`${name}.${key} is not carried by the stand-in for Electron (src/stand-in)`)
    },
  })
}

/** Who listens to what main sends. */
function createListeners(renderer: () => object): Listeners {
  const all = new Map<string, readonly Listener[]>()
  const of = (channel: string): readonly Listener[] => all.get(channel) ?? []
  const add = (channel: string, listener: Listener): object => {
    all.set(channel, [...of(channel), listener])
    return renderer()
  }
  const remove = (channel: string, listener: Listener): object => {
    const others = of(channel).filter((other) => other !== listener)
    all.set(channel, others)
    return renderer()
  }
  const once = (channel: string, listener: Listener): object => {
    const heard: Listener = (...args) => {
      remove(channel, heard)
      listener(...args)
    }
    return add(channel, heard)
  }
  const part = {
    on: add,
    addListener: add,
    once,
    off: remove,
    removeListener: remove,
    removeAllListeners: (channel: string) => all.delete(channel),
    listenerCount: (channel: string) => of(channel).length,
  }
  return { part, of }
}

/** ipcRenderer. */
function createIpc(post: (message: Upward) => void): Ipc {
  const base64 = pageBase64()
  const turns = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const listeners = createListeners(() => renderer)
  let lastTurn = 0
  const pack = (args: unknown[]): Encoded => encodeValue(args, base64, [])
  const renderer = carry('ipcRenderer', {
    ...listeners.part,
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args: pack(args) }),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        lastTurn += 1
        post({ kind: 'invoke', turn: lastTurn, channel, args: pack(args), bounds: boundsNow() })
        turns.set(lastTurn, { resolve, reject })
      }),
  })
  const deliver = (message: Downward): void => {
    if (message.kind === 'message') {
      const args = decodeValue(message.args, base64)
      if (!Array.isArray(args)) return
      for (const listener of listeners.of(message.channel)) listener({ sender: renderer, ports: [] }, ...args)
      return
    }
    const turn = turns.get(message.turn)
    turns.delete(message.turn)
    if (message.kind === 'answer') turn?.resolve(decodeValue(message.value, base64))
    else turn?.reject(new Error(message.message))
  }
  return { renderer, deliver }
}

function boundsNow(): WindowBounds {
  return { x: screenX, y: screenY, width: outerWidth, height: outerHeight }
}

function prevent(event: Event): void {
  event.preventDefault()
}

// An app's own listeners come first and find the event as Electron would hand it to them: listeners that are added
// while an event is on its way down are called last on its way up.
function preventLast({ type }: Event): void {
  removeEventListener(type, prevent)
  addEventListener(type, prevent, { once: true })
}

function preventFiles(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
}

/** Chromium's own shortcuts, menu and file drop, none of which a window of Electron's has without a menu. */
function silenceBrowser(): void {
  const ours = new Set(['KeyD', 'KeyE', 'KeyF', 'KeyH', 'KeyJ', 'KeyL', 'KeyN', 'KeyO', 'KeyP', 'KeyR'])
  for (const code of ['KeyS', 'KeyT', 'KeyU', 'KeyW', 'F5']) ours.add(code)
  const alone = new Set(['F1', 'F3', 'F5', 'F6', 'F7', 'F12'])
  const withShift = new Set(['KeyI', 'KeyC', 'KeyB', 'KeyM', 'KeyQ', 'Delete', 'Escape'])
  const searches = new Set(['KeyG', 'KeyK'])
  const capture = { capture: true }
  const isBrowsers = (event: KeyboardEvent): boolean => {
    if (event.altKey)
      return event.code === 'ArrowLeft' || event.code === 'ArrowRight' || event.code === 'Home'
    if (!event.ctrlKey && !event.metaKey)
      return alone.has(event.code) || (event.shiftKey && event.code === 'Escape')
    return ours.has(event.code) || (event.shiftKey && withShift.has(event.code))
  }
  addEventListener('keydown', (event) => void (isBrowsers(event) && event.preventDefault()), capture)
  // Searching is harmless where the app does not use the key, and an app may well.
  addEventListener(
    'keydown',
    (event) => void (event.ctrlKey && searches.has(event.code) && preventLast(event)),
    capture,
  )
  addEventListener('contextmenu', preventLast, capture)
  addEventListener('dragover', preventFiles, capture)
  addEventListener('drop', preventFiles, capture)
}

/** Tells every title that the document takes on. */
function watchTitle(post: (message: Upward) => void): void {
  let last: string | undefined
  const tell = (): void => {
    if (document.title === last) return
    last = document.title
    post({ kind: 'title', title: last })
  }
  const watch = (): void => {
    tell()
    const anything = { childList: true, subtree: true, characterData: true }
    new MutationObserver(tell).observe(document.head, anything)
  }
  addEventListener('DOMContentLoaded', watch, { once: true })
}

/** Runs in the preload's own world of every document, before the page's scripts. */
function runInPreloadWorld({ secret, platform, post, receive, preload }: PreloadWorld): void {
  const link = new EventTarget()
  let pageHasJoined = false
  const exposed: (readonly [key: string, api: unknown])[] = []
  const expose = (): void => {
    for (const entry of pageHasJoined ? exposed.splice(0) : []) bridge.ask('expose', entry)
  }
  const bridge: Bridge = joinWorlds(link, 'preload', 'page', {
    joined: () => {
      pageHasJoined = true
      expose()
    },
    navigate: (url) => post({ kind: 'navigate', url: String(url) }),
    open: (value) => {
      const [url = '', frameName = '', features = '']: readonly string[] = Array.isArray(value) ? value : []
      post({ kind: 'open', url, frameName, features })
    },
  })
  // Whichever of the two worlds runs first, the other finds it waiting.
  const offer = (): boolean => dispatchEvent(new MouseEvent(secret, { relatedTarget: link }))
  addEventListener(`${secret}?`, offer, { once: true })
  offer()
  silenceBrowser()
  if (globalThis.top !== globalThis.self) return
  watchTitle(post)
  if (!preload) return
  const ipc = createIpc(post)
  receive((message) => ipc.deliver(message))
  const exposeInMainWorld = (key: string, api: unknown): void => {
    exposed.push([key, api])
    expose()
  }
  const electron = carry('electron', {
    ipcRenderer: ipc.renderer,
    contextBridge: carry('contextBridge', { exposeInMainWorld }),
  })
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }
  const exports = {}
  preload(
    require,
    { exports },
    exports,
    carry('process', { platform, type: 'renderer', sandboxed: true, contextIsolated: true }),
  )
}

const functions = [
  pageBase64,
  carry,
  createListeners,
  createIpc,
  prevent,
  preventLast,
  preventFiles,
  silenceBrowser,
  watchTitle,
  boundsNow,
  runInPreloadWorld,
]

export const preloadWorldText = functions.map(String).join('\n')
