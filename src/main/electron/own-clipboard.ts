import type { Clipboard } from 'electron'

/**
 * The computer's clipboard, where it can be read from here; null where it cannot. Since Electron 44 it is main's alone, and
 * asynchronous. https://www.electronjs.org/docs/latest/api/clipboard
 */
export function ownClipboard(clipboard: Clipboard): Pick<Clipboard, 'readText' | 'clear'> | null {
  try {
    return typeof clipboard.readText === 'function' ? clipboard : null
  } catch {
    return null
  }
}
