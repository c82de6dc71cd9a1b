import type { BrowserWindow, IpcMain } from 'electron'
import type { PushMessage } from '../core/protocol.ts'
import type { Door } from '../ipc/door.ts'
import { isTrustedSender } from '../security/sender.ts'

/** The one channel by which a window asks. Every name goes through the door. */
export function openCallChannel(ipcMain: IpcMain, window: BrowserWindow, door: Door): void {
  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    const mainFrame = window.isDestroyed() ? null : window.webContents.mainFrame
    return door({ isTrusted: isTrustedSender(event.senderFrame, mainFrame) }, name, input)
  })
}

export function sendPush(window: BrowserWindow, { name, push }: PushMessage): void {
  if (!window.isDestroyed()) window.webContents.send('push', name, push)
}
