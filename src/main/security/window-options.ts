import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import type { ScreenArea } from './second-screen.ts'

/** In memory, since its name has no `persist:`: nothing that a page held is left on the disk. */
export const partition = 'console'

/** The only title that a window ever has: titles are read by task bars, screen recorders and passers-by. */
export const windowTitle = 'Circlekeeper'

/**
 * What every page is held to. Most of these are Electron's defaults today; they stand here so that a changed default
 * changes nothing.
 * https://www.electronjs.org/docs/latest/tutorial/security
 */
function commonPreferences(isPackaged: boolean): WebPreferences {
  return {
    partition,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    // A file dropped on the window must not replace the console.
    navigateOnDragDrop: false,
    // Chromium fetches its dictionaries from the network.
    spellcheck: false,
    // The compiled scripts of pages would be kept on disk.
    v8CacheOptions: 'none',
    devTools: !isPackaged,
  }
}

export interface MainWindowSettings {
  readonly isPackaged: boolean
  readonly preloadPath: string
  readonly iconPath: string
}

export function mainWindowOptions(settings: MainWindowSettings): BrowserWindowConstructorOptions {
  return {
    title: windowTitle,
    icon: settings.iconPath,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    // Shown when its first page is painted, so that no white flash lights up the room.
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...commonPreferences(settings.isPackaged), preload: settings.preloadPath },
  }
}

/**
 * The room display: the whole of the second screen where there is one, else a window to be moved there. Shown at once,
 * in a colour that startles nobody, because the room is looking.
 */
export function roomWindowOptions(
  settings: MainWindowSettings,
  screen: ScreenArea | null,
): BrowserWindowConstructorOptions {
  return {
    title: windowTitle,
    icon: settings.iconPath,
    width: 960,
    height: 600,
    minWidth: 480,
    minHeight: 320,
    backgroundColor: '#14181a',
    autoHideMenuBar: true,
    ...(screen === null ? {} : { ...screen, fullscreen: true }),
    webPreferences: { ...commonPreferences(settings.isPackaged), preload: settings.preloadPath },
  }
}

/** A window that nobody sees, for printing: no preload and no scripts, so a document can do nothing at all. */
export function printWindowOptions(isPackaged: boolean): BrowserWindowConstructorOptions {
  return {
    title: windowTitle,
    show: false,
    webPreferences: { ...commonPreferences(isPackaged), javascript: false },
  }
}
