// Loaded before a console that is to die just before a call of the file system, as the power goes, without a word; or whose
// disk is to be full in that one call.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const dieAt = Number(process.env.DIES_AT ?? 0)
const fullAt = Number(process.env.IS_FULL_AT ?? 0)
let calls = 0

// What a test dies in besides: its own script says which.
const others = process.env.DIES_IN?.split(' ') ?? []
for (const name of [
  'openSync',
  'writeFileSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'rmSync',
  ...others,
]) {
  const real = fs[name]
  fs[name] = (...args) => {
    // What the console does until it is about to change the key is done by every start.
    if (globalThis.isChangingKey !== true) return real(...args)
    calls += 1
    if (calls === dieAt) process.kill(process.pid, 'SIGKILL')
    if (calls === fullAt) {
      globalThis.wasFull = true
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    }
    return real(...args)
  }
}
syncBuiltinESMExports()
