// Loaded before a console that is to die just before a call of the file system: as the power goes, without a word.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const dieAt = Number(process.env.DIES_AT)
let calls = 0

for (const name of ['openSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync']) {
  const real = fs[name]
  fs[name] = (...args) => {
    // What the console does until it is about to change the key is done by every start.
    if (globalThis.isChangingKey === true) calls += 1
    if (calls === dieAt) process.kill(process.pid, 'SIGKILL')
    return real(...args)
  }
}
syncBuiltinESMExports()
