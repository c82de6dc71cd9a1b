// Loaded before a console that is to die just before a call of the file system while it makes, rotates or restores a backup,
// or migrates; or whose disk is to be full in that one call, or whose server is to have forgotten the file.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const dieAt = Number(process.env.DIES_AT ?? 0)
const fullAt = Number(process.env.IS_FULL_AT ?? 0)
const staleAt = Number(process.env.IS_STALE_AT ?? 0)
let calls = 0

/** Null, or the error that this call is to end with. */
function meet() {
  if (globalThis.isAtWork !== true) return null
  calls += 1
  if (calls === dieAt) process.kill(process.pid, 'SIGKILL')
  if (calls === staleAt) return Object.assign(new Error('stale file handle'), { code: 'ESTALE' })
  return calls === fullAt ? Object.assign(new Error('no space left'), { code: 'ENOSPC' }) : null
}

const names = ['openSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync', 'rmdirSync']
for (const name of [...names, 'mkdirSync', 'copyFileSync', 'chmodSync']) {
  const real = fs[name]
  fs[name] = (...args) => {
    const error = meet()
    if (error !== null) throw error
    return real(...args)
  }
}
for (const name of ['write', 'fsync']) {
  const real = fs[name]
  fs[name] = (...args) => {
    const error = meet()
    return error === null ? real(...args) : process.nextTick(args.at(-1), error)
  }
}
syncBuiltinESMExports()
