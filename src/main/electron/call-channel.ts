import type { BrowserWindow, IpcMain, WebFrameMain } from 'electron'
import type { PushMessage } from '../core/protocol.ts'
import type { Door, Sender } from '../ipc/door.ts'
import { isTrustedSender } from '../security/sender.ts'

/** The windows that can call. */
export interface Callers {
  readonly console: BrowserWindow
  readonly room: () => BrowserWindow | null
}

/** The one channel by which a window asks. Every name goes through the door. */
export function openCallChannel(ipcMain: IpcMain, callers: Callers, door: Door): void {
  ipcMain.handle('call', (event, name: unknown, input: unknown) =>
    door({ window: callerOf(event.senderFrame, callers) }, name, input),
  )
}

function callerOf(frame: WebFrameMain | null, { console, room }: Callers): Sender['window'] {
  if (isTrustedSender(frame, mainFrameOf(console))) return 'console'
  return isTrustedSender(frame, mainFrameOf(room())) ? 'room' : 'none'
}

function mainFrameOf(window: BrowserWindow | null): WebFrameMain | null {
  return window === null || window.isDestroyed() ? null : window.webContents.mainFrame
}

/** Tells the console's window what there is to tell, and the room display the one thing that it may know. */
export function sendPush({ console, room }: Callers, { name, push }: PushMessage): void {
  const window = name === 'room.changed' ? room() : console
  if (window !== null && !window.isDestroyed()) window.webContents.send('push', name, push)
}
