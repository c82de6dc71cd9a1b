import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { app, dialog, ipcMain, powerMonitor, protocol, session, type BrowserWindow } from 'electron'
import iconPath from '../../resources/icons/icon.png?asset'
import { roleOf, type Access } from '../shared/ipc/vault-calls.ts'
import { connectCore, type CoreClient } from './core-client.ts'
import type { CoreSettings, PushMessage } from './core/protocol.ts'
import coreWorkerPath from './core/worker?modulePath'
import { createWaitingDocuments, type WaitingDocuments } from './documents/waiting-documents.ts'
import { privilegedScheme, serveApp } from './electron/app-protocol.ts'
import { askForFolder, readChosenFile } from './electron/choose-file.ts'
import { openCallChannel, sendPush } from './electron/call-channel.ts'
import { hardenApp } from './electron/harden-contents.ts'
import { hardenSession } from './electron/harden-session.ts'
import { lockOnLeaving } from './electron/lock-on-leaving.ts'
import { openMainWindow, showWindow } from './electron/main-window.ts'
import { setMenu } from './electron/menu.ts'
import { createRoomDisplay } from './electron/room-window.ts'
import { openPath } from './electron/open-path.ts'
import { openPrinter } from './electron/printing.ts'
import { createDoor } from './ipc/door.ts'
import { createExports } from './ipc/exports.ts'
import { chooseTableFor } from './ipc/choose-table.ts'
import { handleRequest } from './ipc/handle-request.ts'
import { announcesPaper, keepPrinter } from './ipc/kept-printer.ts'
import { logToStderr as log, placeOf } from './ipc/log.ts'
import { makePrivateFolder } from './private-folder.ts'
import { readSurroundings } from './security/surroundings.ts'
import { asksForDebugger, quietSwitches } from './security/switches.ts'
import { partition, windowTitle } from './security/window-options.ts'

/** How long the core may take to close its databases before it is ended; they survive that as they survive a crash. */
const closingPatienceMs = 5_000

const { isPackaged } = app
const surroundings = readSurroundings(isPackaged, process.env.ELECTRON_RENDERER_URL)
const folder = chooseFolder()
const coreSettings: CoreSettings = {
  vaultDir: join(folder, 'vault'),
  exportsDir: join(folder, 'exports'),
  preferencesPath: join(folder, 'preferences.json'),
}
const rendererRoot = join(import.meta.dirname, '../renderer')
const windowSettings = {
  isPackaged,
  preloadPath: join(import.meta.dirname, '../preload/index.cjs'),
  iconPath,
}

app.enableSandbox()
for (const [name, value] of quietSwitches(surroundings)) app.commandLine.appendSwitch(name, value)
protocol.registerSchemesAsPrivileged([privilegedScheme])

if (asksForDebugger(isPackaged, (name) => app.commandLine.hasSwitch(name))) {
  refuseToStart('Circlekeeper does not start with a debugger attached. Start it without that option.')
} else if (!settleIn()) {
  refuseToStart(
    'Circlekeeper cannot write to its folder. Nothing was changed. Free the folder, or choose another.',
  )
} else if (app.requestSingleInstanceLock()) {
  hardenApp(app)
  app.whenReady().then(run).catch(giveUp)
} else {
  // The instance that is running shows itself.
  process.stderr.write('Circlekeeper is open already: its window is in front now.\n')
  app.quit()
}

function chooseFolder(): string {
  app.setName(windowTitle)
  const chosen = app.commandLine.getSwitchValue('user-data-dir')
  return chosen === '' ? join(app.getPath('appData'), windowTitle) : resolve(chosen)
}

function settleIn(): boolean {
  // Whatever a program of this process makes is its owner's alone.
  process.umask(0o077)
  // Chromium's own files stay apart from the vault's.
  const browserFolder = join(folder, 'browser')
  if (!makePrivateFolder(folder) || !makePrivateFolder(browserFolder)) return false
  app.setPath('userData', folder)
  app.setPath('sessionData', browserFolder)
  return true
}

function refuseToStart(reason: string): void {
  dialog.showErrorBox(windowTitle, reason)
  app.exit(1)
}

function run(): void {
  const documents = createWaitingDocuments()
  const ownSession = session.fromPartition(partition, { cache: false })
  for (const ses of [ownSession, session.defaultSession]) hardenSession(ses, surroundings)
  serveApp(ownSession.protocol, { root: rendererRoot, devServer: surroundings.devServer, documents })
  setMenu(process.platform, surroundings)
  const window = openMainWindow(windowSettings, (reason) => log({ event: 'page-gone', reason }))
  const core = openCore(window, documents)
  lockOnLeaving(powerMonitor, () => void core.call({ name: 'vault.lock', input: {} }))
  app.on('second-instance', () => showWindow(window))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    void core.close(closingPatienceMs).finally(() => app.exit(0))
  })
}

// A promise that fails unheard would leave a process without a window.
function giveUp(error: unknown): void {
  log({ event: 'start-failed', at: placeOf(error) })
  refuseToStart('Circlekeeper could not start. Nothing was changed. Start it again, or install it again.')
}

/** Starts the core and joins it to the windows through the door. */
function openCore(window: BrowserWindow, documents: WaitingDocuments): CoreClient {
  let access: Access = 'locked'
  const display = createRoomDisplay(windowSettings, window, (isOpen) =>
    sendPush(callers, { kind: 'push', name: 'display.changed', push: isOpen }),
  )
  const callers = { console: window, room: display.window }
  const printers = keepPrinter(() => openPrinter({ documents, isPackaged }))
  // The console ends with its last window; a printer is none that anybody could close.
  window.once('closed', () => printers.close())
  const receive = (message: PushMessage) => {
    if (message.name === 'vault.access-changed') {
      access = message.push
      if (access !== 'unlocked') {
        // The room is not left with what nobody can take away any more.
        void display.close()
        printers.close()
      }
    }
    sendPush(callers, message)
  }
  const core = connectCore(new Worker(coreWorkerPath, { workerData: coreSettings }), {
    onPush: receive,
    onGone(error) {
      log({ event: 'core-gone', at: placeOf(error) })
      // The window asks what that means, is answered `core-gone`, and says so.
      receive({ kind: 'push', name: 'vault.access-changed', push: 'locked' })
    },
  })
  const exports = createExports({
    core,
    openPrinter: () => printers.open(),
    open: openPath,
    readChosenFile: () => readChosenFile(window, 'paper'),
    chooseFolder: () => askForFolder(window),
    tellProgress: (push) => sendPush(callers, { kind: 'push', name: 'export.progress', push }),
  })
  const chooseTable = () => chooseTableFor(core, () => readChosenFile(window, 'table'))
  const door = createDoor({
    readRole: () => roleOf(access),
    handle(request) {
      if (announcesPaper(request.name)) printers.makeReady()
      return handleRequest(request, { core, exports, display, chooseTable })
    },
    log,
    now: () => performance.now(),
  })
  openCallChannel(ipcMain, callers, door)
  return core
}
