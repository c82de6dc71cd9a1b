// Loaded with --import into what `utilityProcess.fork` starts: gives it `process.parentPort`, and ends it with its parent.
import { EventEmitter } from 'node:events'

interface Carried {
  readonly port?: unknown
}

const port = new EventEmitter()
const early: unknown[] = []

function emit(data: unknown): void {
  // As Electron's port does: what comes before anybody listens waits.
  if (port.listenerCount('message') === 0) early.push(data)
  else port.emit('message', { data, ports: [] })
}

port.on('newListener', (event) => {
  if (event === 'message') queueMicrotask(() => early.splice(0).forEach(emit))
})
process.on('message', (message: Carried) => {
  if ('port' in message) emit(message.port)
})
process.on('disconnect', () => process.exit())

const postMessage = (data: unknown): void => {
  if (process.connected) process.send?.({ port: data })
}
Object.defineProperty(process, 'parentPort', { value: Object.assign(port, { postMessage }) })
