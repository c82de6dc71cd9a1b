import type * as Electron from 'electron'
import type { AppPaths } from './app-paths.ts'
import type { StandInWindow } from './browser-window.ts'
import { createCarriedEmitter, createEvent } from './carried-emitter.ts'
import type { Switches } from './command-line.ts'
import { carryOnly } from './not-carried.ts'
import { lockInstance, type InstanceLock } from './single-instance.ts'

export interface AppSettings {
  readonly switches: Switches
  readonly paths: AppPaths
  readonly windows: () => readonly StandInWindow[]
  /** Ends the browser and removes its traces. */
  readonly close: () => Promise<void>
  readonly onReady: () => void
}

export interface App {
  readonly app: Electron.App
  isReady(): boolean
  onWindowCreated(created: StandInWindow): void
  onAllWindowsClosed(): void
}

const events = [
  'activate',
  'before-quit',
  'browser-window-created',
  'certificate-error',
  'child-process-gone',
  'login',
  'quit',
  'ready',
  'render-process-gone',
  'second-instance',
  'select-client-certificate',
  'web-contents-created',
  'will-quit',
  'window-all-closed',
]

interface AppState {
  readonly emitter: NodeJS.EventEmitter
  readonly settings: AppSettings
  isReady: boolean
  isQuitting: boolean
  isEnding: boolean
  lock: InstanceLock | undefined
}

export function createApp(settings: AppSettings): App {
  const emitter = createCarriedEmitter('app', events)
  const state: AppState = {
    emitter,
    settings,
    isReady: false,
    isQuitting: false,
    isEnding: false,
    lock: undefined,
  }
  const ready = Promise.withResolvers<void>()
  // After the entry has run: what it sets up before 'ready' is set up.
  setImmediate(() => {
    state.isReady = true
    settings.onReady()
    emitter.emit('ready', createEvent({}), {})
    ready.resolve()
  })
  // Electron's process stays until it is told to quit.
  setInterval(() => undefined, 2 ** 30)
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => quit(state))
  const part = {
    isPackaged: false,
    commandLine: carryOnly<Electron.CommandLine>('commandLine', settings.switches),
    whenReady: () => ready.promise,
    isReady: () => state.isReady,
    ...describeIdentity(settings.paths),
    ...describeEnd(state),
    ...describeLock(state),
    // Every page is in Chromium's sandbox, unless this is root, for whom there is none.
    enableSandbox: () => beforeReady(state, 'enableSandbox'),
    focus: () => settings.windows().at(-1)?.window.focus(),
    setAppUserModelId: () => undefined,
  } satisfies Partial<Electron.App>
  return {
    app: carryOnly<Electron.App>('app', Object.assign(emitter, part)),
    isReady: () => state.isReady,
    onWindowCreated: ({ window, parts }) => {
      emitter.emit('web-contents-created', createEvent({}), parts.contents())
      emitter.emit('browser-window-created', createEvent({}), window)
      parts.emitter.on('render-process-gone', (event, details) =>
        emitter.emit('render-process-gone', event, parts.contents(), details),
      )
    },
    onAllWindowsClosed: () => {
      if (state.isQuitting) finishQuitting(state)
      else if (!emitter.emit('window-all-closed')) quit(state)
    },
  }
}

function describeIdentity(paths: AppPaths): Partial<Electron.App> {
  return {
    getName: () => paths.name,
    setName: (name) => {
      paths.name = name
    },
    getVersion: () => paths.version,
    getAppPath: () => paths.appPath,
    getPath: (name) => paths.get(name),
    setPath: (name, path) => paths.set(name, path),
    getLocale: () => new Intl.DateTimeFormat().resolvedOptions().locale,
    getSystemLocale: () => new Intl.DateTimeFormat().resolvedOptions().locale,
  }
}

function describeEnd(state: AppState): Pick<Electron.App, 'quit' | 'exit'> {
  return {
    quit: () => quit(state),
    exit: (exitCode = 0) => {
      for (const window of state.settings.windows()) window.destroy()
      end(state, exitCode)
    },
  }
}

function describeLock(
  state: AppState,
): Pick<Electron.App, 'requestSingleInstanceLock' | 'hasSingleInstanceLock' | 'releaseSingleInstanceLock'> {
  const { emitter, settings } = state
  return {
    requestSingleInstanceLock(additionalData = {}) {
      const mine = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
      if (state.lock?.isHeld) return true
      state.lock = lockInstance(settings.paths.get('userData'), mine, (other) =>
        emitter.emit(
          'second-instance',
          createEvent({}),
          other.argv,
          other.workingDirectory,
          other.additionalData,
        ),
      )
      return state.lock.isHeld
    },
    hasSingleInstanceLock: () => state.lock?.isHeld ?? false,
    releaseSingleInstanceLock: () => {
      if (state.lock?.isHeld) state.lock.release()
      state.lock = undefined
    },
  }
}

/** Windows may refuse to close, and then nothing ends. */
function quit(state: AppState): void {
  if (state.isEnding) return
  const event = createEvent({})
  state.emitter.emit('before-quit', event)
  if (event.defaultPrevented) return
  state.isQuitting = true
  const windows = state.settings.windows()
  if (windows.length === 0) finishQuitting(state)
  else state.isQuitting = windows.every((window) => window.close())
}

function finishQuitting(state: AppState): void {
  if (state.isEnding) return
  const event = createEvent({})
  state.emitter.emit('will-quit', event)
  if (event.defaultPrevented) state.isQuitting = false
  else end(state, 0)
}

function end(state: AppState, exitCode: number): void {
  if (state.isEnding) return
  state.isEnding = true
  state.emitter.emit('quit', createEvent({}), exitCode)
  const told = state.lock?.isHeld === false ? state.lock.told : undefined
  void Promise.allSettled([told, state.settings.close()]).then(() =>
    process.exit(exitCode === 0 ? process.exitCode : exitCode),
  )
}

function beforeReady(state: AppState, method: string): void {
  if (state.isReady) throw new Error(`app.${method}() can only be called before app is ready`)
}
