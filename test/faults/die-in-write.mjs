// Loaded before a console that is to die in the middle of writing a file: as the power goes, without a word.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const { renameSync, writeFileSync } = fs

function die() {
  process.kill(process.pid, 'SIGKILL')
}

// A file that is open already is one that is written piece by piece.
fs.writeFileSync = (file, content, ...options) => {
  if (process.env.DIES_AT !== 'half' || typeof file !== 'number')
    return writeFileSync(file, content, ...options)
  fs.writeSync(file, content.subarray(0, content.length / 2))
  return die()
}
fs.renameSync = (...paths) => {
  if (process.env.DIES_AT === 'unnamed') die()
  return renameSync(...paths)
}
syncBuiltinESMExports()
