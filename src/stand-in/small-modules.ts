import { spawn } from 'node:child_process'
import type * as Electron from 'electron'
import { createCarriedEmitter } from './carried-emitter.ts'
import { carryOnly, notCarried, type Part } from './not-carried.ts'

/** Chromium's window has no menu; its own shortcuts do what these roles do. */
const rolesOfChromium = new Set([
  'editmenu',
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'selectall',
  'delete',
  'pasteandmatchstyle',
])

export function createMenu(): typeof Electron.Menu {
  let current: Electron.Menu | null = null
  const refuse = (items: readonly Electron.MenuItemConstructorOptions[]): void => {
    for (const { role, submenu, type, click } of items) {
      const isCarried =
        type === 'separator' || (role !== undefined && rolesOfChromium.has(role.toLowerCase()))
      if (Array.isArray(submenu)) refuse(submenu)
      else if (!isCarried || click) throw notCarried(`the menu item '${role ?? 'click'}'`)
    }
  }
  const part = {
    buildFromTemplate(template: Electron.MenuItemConstructorOptions[]) {
      refuse(template)
      return carryOnly<Electron.Menu>('menu', {})
    },
    setApplicationMenu: (menu: Electron.Menu | null) => {
      current = menu
    },
    getApplicationMenu: () => current,
  }
  return carryOnly<typeof Electron.Menu>('Menu', part)
}

/** A program that opens files usually hands over and ends; one that stays for this long has opened it. */
const openedAfterMs = 3000

function openerOf(path: string): readonly [command: string, ...args: string[]] {
  switch (process.platform) {
    case 'darwin':
      return ['open', path]
    case 'win32':
      return ['explorer.exe', path]
    default:
      return ['xdg-open', path]
  }
}

export function createShell(): Electron.Shell {
  return carryOnly<Electron.Shell>('shell', { openPath })
}

function openPath(path: string): Promise<string> {
  const [command, ...args] = openerOf(path)
  return new Promise((resolve) => {
    const opener = spawn(command, args, { detached: true, stdio: 'ignore' })
    const timer = setTimeout(() => resolve(''), openedAfterMs)
    const answer = (error: string): void => {
      clearTimeout(timer)
      resolve(error)
    }
    opener.unref()
    opener.on('error', () => answer('This computer has no program that opens files'))
    // Explorer ends with 1 although it has opened the file.
    opener.on('exit', (code) =>
      answer(code === 0 || process.platform === 'win32' ? '' : 'Failed to open path'),
    )
  })
}

/** No part of a browser tells when a machine sleeps or is locked: none of the events ever comes, and how it is nobody knows. */
export function createPowerMonitor(): Electron.PowerMonitor {
  const emitter = createCarriedEmitter('powerMonitor', [
    'suspend',
    'resume',
    'on-ac',
    'on-battery',
    'shutdown',
    'lock-screen',
    'unlock-screen',
    'user-did-become-active',
    'user-did-resign-active',
  ])
  const part: Part<Electron.PowerMonitor> = { getSystemIdleState: () => 'unknown' }
  return carryOnly<Electron.PowerMonitor>('powerMonitor', Object.assign(emitter, part))
}

/** No part of a browser keeps a secret for a program: as Electron says it on a Linux without a key store. */
export function createSafeStorage(): Electron.SafeStorage {
  const part = {
    getSelectedStorageBackend: () => 'basic_text' as const,
    isAsyncEncryptionAvailable: () => Promise.resolve(false),
    encryptStringAsync: () => Promise.reject(notCarried('safeStorage.encryptStringAsync')),
    decryptStringAsync: () => Promise.reject(notCarried('safeStorage.decryptStringAsync')),
  }
  // A secret is nothing that could be told.
  return carryOnly<Electron.SafeStorage>('safeStorage', part, { tell: () => [] })
}

type AskForFile = (
  parent: Electron.BrowserWindow,
  options: Electron.OpenDialogOptions,
) => Promise<Electron.OpenDialogReturnValue>

/** What is said before there is a window goes where Electron says it on Linux: to the terminal. */
export function createDialog(askForFile: AskForFile): Electron.Dialog {
  const part = {
    showErrorBox: (title: string, content: string) => console.error(`${title}\n${content}`),
    showOpenDialog: (
      parent: Electron.BaseWindow | Electron.OpenDialogOptions,
      options?: Electron.OpenDialogOptions,
    ) => {
      if (options === undefined || !('webContents' in parent)) throw notCarried('a dialog without a window')
      // Every window of this module is one with contents.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return askForFile(parent as Electron.BrowserWindow, options)
    },
  }
  return carryOnly<Electron.Dialog>('dialog', part, {
    // A window is nothing that could be told.
    tell: (method, args) => (method === 'showOpenDialog' ? args.slice(1) : args),
  })
}
