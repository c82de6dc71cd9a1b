// Loaded with --import beside the stand-in, in tests alone: keeps what the app asked of Electron, and lets the test
// reach the pages that the app shows, over a socket of this computer's own.
import { subscribe } from 'node:diagnostics_channel'
import { createServer } from 'node:net'
import { isMainThread } from 'node:worker_threads'

/** A browser can be offered once; it is the same one for whoever asks again. */
const offered = new WeakMap()

if (isMainThread && process.send) watch()

function watch() {
  const asked = []
  let printer
  subscribe('stand-in:asked', ({ what, args }) =>
    asked.push({ what, args: args.map((value) => plain(value, 0)) }),
  )
  subscribe('stand-in:browser', ({ context, isVisible }) => {
    if (isVisible) return void offer('browser', context)
    printer = context
    context.on('close', () => {
      if (printer === context) printer = undefined
    })
  })
  process.on('message', ({ type }) => {
    if (type === 'asked') process.send({ type: 'asked', asked })
    if (type === 'printer') void offer('printer', printer)
    // A console that does what it must not: whoever counts sockets has one to find.
    if (type === 'listen') createServer().listen(0, '127.0.0.1', () => process.send({ type }))
  })
  // The test is gone: nobody else will end the app.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}

async function offer(type, context) {
  if (context === undefined) return process.send({ type })
  if (!offered.has(context)) offered.set(context, context.browser().bind(`stand-in-${type}`))
  const { endpoint } = await offered.get(context)
  process.send({ type, endpoint })
}

/** What can be sent to another process and compared there. */
function plain(value, depth) {
  if (typeof value === 'function') return '[function]'
  if (typeof value !== 'object' || value === null) return value
  if (depth > 4) return '[object]'
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1))
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    return `[${prototype.constructor?.name ?? 'object'}]`
  const entries = Object.entries(Object.getOwnPropertyDescriptors(value))
  return Object.fromEntries(entries.map(([key, { value: item }]) => [key, plain(item, depth + 1)]))
}
