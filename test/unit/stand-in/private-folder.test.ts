import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { openPrivateFolder } from '../../../src/stand-in/private-folder.ts'

it('is for this user alone, takes away what a dead run has left, and goes itself', () => {
  const running = openPrivateFolder()
  const deadPid = spawnSync(process.execPath, ['-e', '']).pid
  const leftover = join(dirname(running.path), `stand-in-${deadPid}-1-abcdef`)
  mkdirSync(leftover)
  writeFileSync(join(leftover, 'trace'), 'x')
  const folder = openPrivateFolder()
  expect(existsSync(leftover)).toBe(false)
  expect(existsSync(running.path)).toBe(true)
  if (process.platform !== 'win32') expect(statSync(folder.path).mode & 0o777).toBe(0o700)
  for (const opened of [running, folder]) {
    opened.wipe()
    expect(existsSync(opened.path)).toBe(false)
  }
})
