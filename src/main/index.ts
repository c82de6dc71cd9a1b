import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import {
  app,
  clipboard,
  dialog,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  utilityProcess,
  type BrowserWindow,
} from 'electron'
import iconPath from '../../resources/icons/icon.png?asset'
import { roleOf, type Access } from '../shared/ipc/vault-calls.ts'
import { placeOf } from '../shared/place-of.ts'
import { connectCore, type CoreClient } from './core-client.ts'
import type { CoreSettings, PushMessage } from './core/protocol.ts'
import alteringThread from './core/retention/altering-thread?modulePath'
import corePath from './core/process?modulePath'
import { createWaitingDocuments, type WaitingDocuments } from './documents/waiting-documents.ts'
import { privilegedScheme, serveApp } from './electron/app-protocol.ts'
import { createBackdrop } from './electron/backdrop.ts'
import { askForFolder, readChosenFile } from './electron/choose-file.ts'
import { openCallChannel, sendPush, type Callers } from './electron/call-channel.ts'
import { hardenApp } from './electron/harden-contents.ts'
import { hardenSession } from './electron/harden-session.ts'
import { coreProcesses } from './electron/core-process.ts'
import { lockOnLeaving } from './electron/lock-on-leaving.ts'
import { createLockThroughPage } from './electron/lock-through-page.ts'
import { openMainWindow, showWindow, type MainWindow } from './electron/main-window.ts'
import { setMenu } from './electron/menu.ts'
import { createRoomDisplay, type RoomDisplay } from './electron/room-window.ts'
import { openPath } from './electron/open-path.ts'
import { createPageAtLock } from './electron/page-at-lock.ts'
import { ownClipboard } from './electron/own-clipboard.ts'
import { openPrinter } from './electron/printing.ts'
import { createDoor, type DoorSettings } from './ipc/door.ts'
import { createExports } from './ipc/exports.ts'
import { createComputerKey } from './ipc/computer-key.ts'
import { chooseAgendaFor } from './ipc/choose-agenda.ts'
import { createBackupChoice } from './ipc/choose-backup.ts'
import { chooseTableFor } from './ipc/choose-table.ts'
import { handleRequest, type Answering } from './ipc/handle-request.ts'
import { createKeptDrafts } from './ipc/kept-drafts.ts'
import { announcesPaper, keepPrinter, type Printers } from './ipc/kept-printer.ts'
import { logToStderr as log } from './ipc/log.ts'
import { hearStrayErrors } from './ipc/stray-errors.ts'
import { createSystem, type FollowedSystem } from './ipc/system.ts'
import { makePrivateFolder } from './private-folder.ts'
import { createCopiedText, type CopiedText } from './security/copied-text.ts'
import { createScreenCapture } from './security/screen-capture.ts'
import { createKeyStore } from './security/key-store.ts'
import { readSurroundings } from './security/surroundings.ts'
import { asksForDebugger, quietSwitches } from './security/switches.ts'
import { partition, windowTitle } from './security/window-options.ts'
import { callAfter, callEvery } from './timers.ts'

const lostWindow =
  'Circlekeeper could not show its window any more. The vault is locked, and everything that was saved is in it. Start it again. If that does not help, install it again: the vault stays where it is.'

/** How long the core may take to close its databases before it is ended; they survive that as they survive a crash. */
const closingPatienceMs = 5_000

const { isPackaged } = app
const surroundings = readSurroundings(isPackaged, process.env.ELECTRON_RENDERER_URL)
const folder = chooseFolder()
const coreSettings: CoreSettings = {
  vaultDir: join(folder, 'vault'),
  alteringThread,
  exportsDir: join(folder, 'exports'),
  preferencesPath: join(folder, 'preferences.json'),
  consolePid: process.pid,
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
  endSaying('Circlekeeper does not start with a debugger attached. Start it without that option.')
} else if (!settleIn()) {
  endSaying(
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

function endSaying(reason: string): void {
  dialog.showErrorBox(windowTitle, reason)
  app.exit(1)
}

function run(): void {
  hearStrayErrors(process, log)
  const documents = createWaitingDocuments()
  const ownSession = session.fromPartition(partition, { cache: false })
  for (const ses of [ownSession, session.defaultSession]) hardenSession(ses, surroundings)
  serveApp(ownSession.protocol, { root: rendererRoot, devServer: surroundings.devServer, documents })
  setMenu(process.platform, surroundings)
  let isLost = false
  const main = openMainWindow(windowSettings, {
    onPageGone: (reason) => log({ event: 'page-gone', reason }),
    onLost() {
      isLost = true
      app.quit()
      // Quitting asks the page, which may be the one that was to go.
      main.window.destroy()
    },
  })
  const copiedText = createCopiedText({ clipboard: ownClipboard(clipboard), after: callAfter })
  const core = openCore(main, documents, copiedText)
  app.on('second-instance', () => showWindow(main.window))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    void Promise.allSettled([core.close(closingPatienceMs), copiedText.clear()]).then(() =>
      isLost ? endSaying(lostWindow) : app.exit(0),
    )
  })
}

// A promise that fails unheard would leave a process without a window.
function giveUp(error: unknown): void {
  log({ event: 'start-failed', at: placeOf(error) })
  endSaying('Circlekeeper could not start. Nothing was changed. Start it again, or install it again.')
}

/** Knows who has the vault open. `onClosed` is called when its author has it no longer, and the room is left then. */
function followAccess(onClosed: () => void, display: Pick<RoomDisplay, 'close'>) {
  let access: Access = 'locked'
  let isWatched = false
  return {
    readRole: () => roleOf(access),
    hear: ({ name, push }: PushMessage) => {
      // Told before the lock itself: a room whose session goes on keeps its clock, which names nobody.
      if (name === 'watch.changed') isWatched = push.view !== null
      if (name !== 'vault.access-changed') return
      access = push
      if (access === 'unlocked') return
      // The room is not left with what nobody can take away any more.
      if (!isWatched || access !== 'locked') void display.close()
      onClosed()
    },
  }
}

/** Starts the core and joins it to the windows through the door. */
function openCore(main: MainWindow, documents: WaitingDocuments, copiedText: CopiedText): CoreClient {
  const { window } = main
  const display = createRoomDisplay(windowSettings, window, (isOpen) =>
    sendPush(callers, { kind: 'push', name: 'display.changed', push: isOpen }),
  )
  const callers = { console: window, room: display.window }
  const printers = keepPrinter(() => openPrinter({ documents, isPackaged }))
  // The console ends with its last window; a printer is none that anybody could close.
  window.once('closed', () => printers.close())
  const openness = followAccess(() => {
    printers.close()
    void copiedText.clear()
  }, display)
  const receive = (message: PushMessage) => {
    openness.hear(message)
    sendPush(callers, message)
  }
  const core = startCore(main, openness.readRole, receive)
  const exports = createExports({
    core,
    openPrinter: () => printers.open(),
    open: openPath,
    readChosenFile: () => readChosenFile(window, 'paper'),
    chooseFolder: (title) => askForFolder(window, title),
    tellProgress: (push) => sendPush(callers, { kind: 'push', name: 'export.progress', push }),
  })
  const system = followSystem(core, window, copiedText)
  lockOnLeaving(
    powerMonitor,
    { platform: process.platform, every: callEvery },
    createLockThroughPage({
      isOpen: () => openness.readRole() !== null,
      tellPage: () => sendPush(callers, { kind: 'push', name: 'vault.left', push: true }),
      lock: () => void core.call({ name: 'vault.lock', input: {} }),
      after: callAfter,
    }),
  )
  const store = createKeyStore(process.platform, safeStorage)
  openDoor(callers, openness.readRole, printers, {
    core,
    exports,
    display,
    system,
    drafts: createKeptDrafts(),
    chooseBackup: createBackupChoice(core, (title, button) => askForFolder(window, title, button)),
    chooseTable: () => chooseTableFor(core, () => readChosenFile(window, 'table')),
    chooseAgenda: (groupId) => chooseAgendaFor(core, groupId, () => readChosenFile(window, 'agenda')),
    computerKey: createComputerKey({ core, store, randomBytes, isOpen: () => openness.readRole() !== null }),
  })
  return core
}

function startCore(
  main: Pick<MainWindow, 'beginAnew'>,
  readRole: DoorSettings['readRole'],
  receive: (message: PushMessage) => void,
): CoreClient {
  const start = coreProcesses(utilityProcess, corePath, process.env)
  const isOpen = () => readRole() !== null
  const page = createPageAtLock({ isOpen, beginAnew: main.beginAnew })
  const core = connectCore(
    { start, settings: coreSettings },
    {
      onPush(message) {
        const wasOpen = isOpen()
        receive(message)
        page.heard(wasOpen)
      },
      onGone(at) {
        log({ event: 'core-gone', at })
        if (isOpen()) page.lost()
        receive({ kind: 'push', name: 'watch.changed', push: { view: null } })
        // The window asks what that means, is answered `core-gone`, and says so.
        receive({ kind: 'push', name: 'vault.access-changed', push: 'locked' })
      },
    },
  )
  return {
    ...core,
    call(request) {
      const answered = core.call(request)
      if (request.name === 'vault.lock') page.asked(answered)
      return answered
    },
  }
}

function followSystem(core: CoreClient, window: BrowserWindow, copiedText: CopiedText): FollowedSystem {
  const capture = createScreenCapture(process.platform, window)
  const system = createSystem({ core, capture, copiedText, backdrop: createBackdrop(window, nativeTheme) })
  void system.follow()
  return system
}

/** Lets the windows ask. */
function openDoor(
  callers: Callers,
  readRole: DoorSettings['readRole'],
  printers: Pick<Printers, 'makeReady'>,
  answering: Answering & { readonly system: FollowedSystem },
): void {
  const door = createDoor({
    readRole,
    async handle(request) {
      if (announcesPaper(request.name)) printers.makeReady()
      const answer = await handleRequest(request, answering)
      await answering.system.follow(request)
      return answer
    },
    log,
    now: () => performance.now(),
  })
  openCallChannel(ipcMain, callers, door)
}
