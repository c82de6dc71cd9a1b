// Loaded with --import beside the stand-in, in tests alone: a disk that fails in one read of the console's page, the next time
// after the test has left a file to say so.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { sep } from 'node:path'

const { readFile } = fs.promises
fs.promises.readFile = async (path, ...options) => {
  const sign = process.env.PAGE_FAILS_ONCE
  if (sign !== undefined && String(path).endsWith(`renderer${sep}index.html`) && fs.existsSync(sign)) {
    fs.rmSync(sign)
    throw Object.assign(new Error('input/output error'), { code: 'EIO' })
  }
  return readFile(path, ...options)
}
syncBuiltinESMExports()
