import type * as Electron from 'electron'
import { createAppPaths } from './app-paths.ts'
import { createAppUrls } from './app-urls.ts'
import { createApp, type App } from './app.ts'
import { createWindows, type Windows } from './browser-window.ts'
import { chooseFile } from './choose-file.ts'
import { chooseFolder } from './choose-folder.ts'
import { createChromium } from './chromium.ts'
import { createSwitches } from './command-line.ts'
import { createIpcEnd } from './ipc-main.ts'
import { carryOnly } from './not-carried.ts'
import { createSchemes } from './protocol.ts'
import { createScreens } from './screen.ts'
import { createSessions } from './session.ts'
import {
  createDialog,
  createMenu,
  createPowerMonitor,
  createSafeStorage,
  createShell,
} from './small-modules.ts'
import { closeStrayPage } from './stray-page.ts'
import { createUtilityProcess } from './utility-process.ts'

const urls = createAppUrls()
const schemes = createSchemes(urls)
const sessions = createSessions(schemes)
const switches = createSwitches(process.argv.slice(2))
const ipcEnd = createIpcEnd('ipcMain')

const screens = createScreens()

const chromium = createChromium({
  onOpened: (page) => screens.look(page),
  switches: () => switches.forChromium(),
  onStrayPage: (page) => void closeStrayPage(page, windows.all),
})

const windows: Windows = createWindows({
  urls,
  sessions,
  ipcMain: ipcEnd,
  chromium,
  isReady: () => lifetime.isReady(),
  onCreated: (created) => lifetime.onWindowCreated(created),
  onAllClosed: () => lifetime.onAllWindowsClosed(),
})

const lifetime: App = createApp({
  switches,
  paths: createAppPaths(process.argv[1] ?? '.', switches.getSwitchValue('user-data-dir')),
  windows: () => [...windows.all.values()],
  close: () => chromium.close(),
  onReady: () => schemes.seal(),
})
process.on('exit', () => chromium.wipe())

export const { app } = lifetime
export const { BrowserWindow } = windows
export const { session, protocol } = sessions
export const ipcMain: Electron.IpcMain = ipcEnd.ipc
export const Menu: typeof Electron.Menu = createMenu()
export const shell: Electron.Shell = createShell()
export const powerMonitor: Electron.PowerMonitor = createPowerMonitor()
export const { screen } = screens
export const safeStorage: Electron.SafeStorage = createSafeStorage()
export const utilityProcess: typeof Electron.utilityProcess = createUtilityProcess()
export const dialog: Electron.Dialog = createDialog(async (parent, options) => {
  const asking = [...windows.all.values()].find(({ window }) => window === parent)
  if (asking === undefined) throw new Error('Object has been destroyed')
  const attached = await asking.parts.attached
  return options.properties?.includes('openDirectory') === true
    ? chooseFolder(attached, options)
    : chooseFile(attached.cdp, options)
})
// The browser's driver shows every page in light colours, unless it is told otherwise.
export const nativeTheme = carryOnly<Electron.NativeTheme>('nativeTheme', { shouldUseDarkColors: false })

// There to be imported; every use throws by name.
export const autoUpdater = carryOnly<Electron.AutoUpdater>('autoUpdater', {})
export const clipboard = carryOnly<Electron.Clipboard>('clipboard', {})
export const contentTracing = carryOnly<Electron.ContentTracing>('contentTracing', {})
export const crashReporter = carryOnly<Electron.CrashReporter>('crashReporter', {})
export const desktopCapturer = carryOnly<Electron.DesktopCapturer>('desktopCapturer', {})
export const globalShortcut = carryOnly<Electron.GlobalShortcut>('globalShortcut', {})
export const nativeImage = carryOnly<typeof Electron.nativeImage>('nativeImage', {})
export const net = carryOnly<Electron.Net>('net', {})
export const netLog = carryOnly<Electron.NetLog>('netLog', {})
export const Notification = carryOnly<typeof Electron.Notification>('Notification', {})
export const powerSaveBlocker = carryOnly<Electron.PowerSaveBlocker>('powerSaveBlocker', {})
export const systemPreferences = carryOnly<Electron.SystemPreferences>('systemPreferences', {})
export const Tray = carryOnly<typeof Electron.Tray>('Tray', {})
export const webContents = carryOnly<typeof Electron.webContents>('webContents', {})
export const webFrameMain = carryOnly<typeof Electron.webFrameMain>('webFrameMain', {})
