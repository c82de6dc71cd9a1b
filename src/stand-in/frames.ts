import type * as Electron from 'electron'
import type { CDPSession } from 'playwright-core'
import { originOf, type AppUrls } from './app-urls.ts'
import { carryOnly } from './not-carried.ts'
import { preloadWorld } from './page-scripts.ts'

interface FrameState {
  readonly treeNodeId: number
  url: string
  origin: string
  name: string
  isDetached: boolean
  parentId: string | undefined
  /** Where the preload's world of this frame's document runs. */
  preloadContextId: number | undefined
}

export interface Frames {
  readonly main: Electron.WebFrameMain
  /** The frame whose document's preload world this is; null for any other world. */
  senderOf(executionContextId: number): Electron.WebFrameMain | null
  byId(frameId: string): Electron.WebFrameMain | null
  isMain(frameId: string): boolean
  /** The world to deliver messages to, while the main frame has one. */
  mainPreloadContextId(): number | undefined
  attach(cdp: CDPSession): Promise<void>
}

type SendToFrame = (channel: string, args: readonly unknown[]) => void

/** Every frame by its id in Chromium; the main one is there before its id is known. */
interface FrameTable {
  readonly states: Map<string, FrameState>
  readonly frames: Map<string, Electron.WebFrameMain>
  readonly mainState: FrameState
  readonly main: () => Electron.WebFrameMain
  readonly describe: (state: FrameState, id: () => string | undefined) => Electron.WebFrameMain
  mainId: string | undefined
}

/** The frames of a page, kept up to date from what Chromium tells of them. */
export function createFrames(urls: AppUrls, processId: number, sendToMain: SendToFrame): Frames {
  const mainState = emptyState()
  const table: FrameTable = {
    states: new Map(),
    frames: new Map(),
    mainState,
    mainId: undefined,
    main: () => main,
    describe: (state, id) =>
      createFrame(state, {
        processId,
        frameToken: () => id() ?? '',
        parent: () => findFrame(table, state.parentId),
        children: () => childrenOf(table, id()),
        top: () => main,
        send: state === mainState ? sendToMain : refuseToSend,
      }),
  }
  const main = table.describe(mainState, () => table.mainId)
  return {
    main,
    byId: (frameId) => findFrame(table, frameId),
    isMain: (frameId) => frameId === table.mainId,
    mainPreloadContextId: () => mainState.preloadContextId,
    senderOf: (contextId) => {
      const sender = [...table.states].find(([, state]) => state.preloadContextId === contextId)
      return findFrame(table, sender?.[0])
    },
    attach: async (cdp) => {
      watchFrames(cdp, urls, table)
      watchWorlds(cdp, urls, table.states)
      const { frameTree } = await cdp.send('Page.getFrameTree')
      stateOf(table, frameTree.frame.id, undefined)
    },
  }
}

function findFrame(table: FrameTable, frameId: string | undefined): Electron.WebFrameMain | null {
  if (frameId === undefined) return null
  return frameId === table.mainId ? table.main() : (table.frames.get(frameId) ?? null)
}

function childrenOf(table: FrameTable, parentId: string | undefined): Electron.WebFrameMain[] {
  if (parentId === undefined) return []
  const children = [...table.states].filter(([, state]) => state.parentId === parentId)
  return children.flatMap(([id]) => findFrame(table, id) ?? [])
}

function stateOf(table: FrameTable, frameId: string, parentId: string | undefined): FrameState {
  const known = table.states.get(frameId)
  if (known) return known
  const state = parentId === undefined ? table.mainState : emptyState(parentId)
  if (parentId === undefined) table.mainId = frameId
  else
    table.frames.set(
      frameId,
      table.describe(state, () => frameId),
    )
  table.states.set(frameId, state)
  return state
}

function refuseToSend(): void {
  throw new Error('The frame has no preload')
}

function watchFrames(cdp: CDPSession, urls: AppUrls, table: FrameTable): void {
  const { states, frames } = table
  cdp.on('Page.frameAttached', ({ frameId, parentFrameId }) => void stateOf(table, frameId, parentFrameId))
  cdp.on('Page.frameNavigated', ({ frame }) => {
    const state = stateOf(table, frame.id, frame.parentId)
    state.url = urls.toApp(`${frame.url}${frame.urlFragment ?? ''}`)
    state.origin = originOf(state.url)
    state.name = frame.name ?? ''
  })
  cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    const state = states.get(frameId)
    if (state) state.url = urls.toApp(url)
  })
  cdp.on('Page.frameDetached', ({ frameId, reason }) => {
    const state = states.get(frameId)
    if (reason === 'swap' || !state?.parentId) return
    state.isDetached = true
    states.delete(frameId)
    frames.delete(frameId)
  })
}

function watchWorlds(cdp: CDPSession, urls: AppUrls, states: Map<string, FrameState>): void {
  const forget = (isGone: (contextId: number) => boolean): void => {
    for (const state of states.values()) {
      if (state.preloadContextId !== undefined && isGone(state.preloadContextId))
        state.preloadContextId = undefined
    }
  }
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const frameId: unknown = context.auxData?.['frameId']
    const state = typeof frameId === 'string' ? states.get(frameId) : undefined
    if (!state || context.name !== preloadWorld) return
    state.preloadContextId = context.id
    // A document without a URL of its own has its maker's origin, and a sandboxed one has none.
    state.origin = originOf(urls.toApp(context.origin))
  })
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
    forget((id) => id === executionContextId),
  )
  cdp.on('Runtime.executionContextsCleared', () => forget(() => true))
}

let lastTreeNodeId = 0

function emptyState(parentId?: string): FrameState {
  lastTreeNodeId += 1
  return {
    treeNodeId: lastTreeNodeId,
    url: '',
    origin: 'null',
    name: '',
    isDetached: false,
    parentId,
    preloadContextId: undefined,
  }
}

interface Surroundings {
  readonly processId: number
  frameToken(): string
  parent(): Electron.WebFrameMain | null
  top(): Electron.WebFrameMain
  children(): Electron.WebFrameMain[]
  send: SendToFrame
}

function createFrame(state: FrameState, around: Surroundings): Electron.WebFrameMain {
  const part = {
    get url() {
      return state.url
    },
    get origin() {
      return state.origin
    },
    get name() {
      return state.name
    },
    get detached() {
      return state.isDetached
    },
    get frameToken() {
      return around.frameToken()
    },
    get parent() {
      return around.parent()
    },
    get top() {
      return around.top()
    },
    get frames() {
      return around.children()
    },
    get framesInSubtree(): Electron.WebFrameMain[] {
      return around.children().flatMap((child) => [child, ...child.framesInSubtree])
    },
    frameTreeNodeId: state.treeNodeId,
    routingId: state.treeNodeId,
    processId: around.processId,
    isDestroyed: () => state.isDetached,
    send: (channel: string, ...args: unknown[]) => around.send(channel, args),
  } satisfies Partial<Electron.WebFrameMain>
  return carryOnly<Electron.WebFrameMain>('WebFrameMain', part, { tell: (_method, [channel]) => [channel] })
}
