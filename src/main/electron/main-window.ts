import { BrowserWindow } from 'electron'
import { appOrigin } from '../security/trusted-urls.ts'
import { mainWindowOptions, type MainWindowSettings } from '../security/window-options.ts'

const startUrl = `${appOrigin}/index.html`
/** A page that dies this often in a row will die again. */
const maxReloads = 3

export function openMainWindow(
  settings: MainWindowSettings,
  onPageGone: (reason: string) => void,
): BrowserWindow {
  const window = new BrowserWindow(mainWindowOptions(settings))
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  let reloads = 0
  window.webContents.on('render-process-gone', (_event, details) => {
    onPageGone(details.reason)
    if (details.reason === 'clean-exit' || reloads === maxReloads) return
    reloads += 1
    // Everything that counts is in the core, so a fresh page goes on where the old one was.
    void loadStart(window)
  })
  void loadStart(window)
  return window
}

async function loadStart(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(startUrl)
  } catch (error) {
    // A window that is closed while it loads is no fault.
    if (!window.isDestroyed()) throw error
  }
}

/** A second start shows the window that is there. What the other one was started with is not looked at. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
