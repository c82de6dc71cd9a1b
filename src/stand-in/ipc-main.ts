import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { carryOnly } from './not-carried.ts'

type InvokeHandler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown

/** ipcMain, or the `ipc` of one window: what answers and what listens. */
export interface IpcEnd {
  readonly ipc: Electron.IpcMain
  handlerOf(channel: string): InvokeHandler | undefined
  emit(channel: string, event: Electron.IpcMainEvent, args: readonly unknown[]): boolean
}

export function createIpcEnd(name: string): IpcEnd {
  const emitter = new EventEmitter()
  const handlers = new Map<string, InvokeHandler>()
  const handle = (channel: string, handler: InvokeHandler): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }
  const part = {
    handle,
    handleOnce: (channel: string, handler: InvokeHandler) =>
      handle(channel, (event, ...args) => {
        handlers.delete(channel)
        return handler(event, ...args)
      }),
    removeHandler: (channel: string) => void handlers.delete(channel),
  }
  return {
    ipc: carryOnly<Electron.IpcMain>(name, Object.assign(emitter, part)),
    handlerOf: (channel) => handlers.get(channel),
    emit: (channel, event, args) => emitter.emit(channel, event, ...args),
  }
}
