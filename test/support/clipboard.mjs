// Loaded with --import beside the stand-in, in tests alone: a computer's clipboard as main has it, which no part of a browser
// is. What it holds stands in a file, so that a test can put something there and look after the console has ended.
import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

// Electron is main's alone.
if (isMainThread) give((await import('electron')).clipboard, process.env.TEST_CLIPBOARD)

function give(clipboard, path) {
  const open = { configurable: true, writable: true }
  Object.defineProperties(clipboard, {
    readText: { ...open, value: async () => readFileSync(path, 'utf8') },
    clear: { ...open, value: () => writeFileSync(path, '') },
  })
}
