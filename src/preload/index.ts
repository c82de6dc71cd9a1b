import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/ipc/bridge.ts'
import type { PushName, Pushes } from '../shared/ipc/pushes.ts'

type Listener<Name extends PushName> = (push: Pushes[Name]) => void

// Neither ipcRenderer nor an event of its own reaches the page: with them it could use any channel, and the sender.
const bridge: Bridge = {
  invoke: (name, input) => ipcRenderer.invoke('call', name, input),
  on<Name extends PushName>(name: Name, listener: Listener<Name>) {
    const receive = (_event: unknown, pushed: PushName, push: Pushes[Name]) => {
      if (pushed === name) listener(push)
    }
    ipcRenderer.on('push', receive)
    return () => {
      ipcRenderer.removeListener('push', receive)
    }
  },
}

contextBridge.exposeInMainWorld('api', bridge)
