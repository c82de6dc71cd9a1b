import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileMode, syncFolder } from './vault/vault-files.ts'

const unfinished = '.unfinished'

/**
 * Writes a file whole or not at all, for its owner alone; on return it is on disk. One that stands there is replaced.
 * Throws the file system's error, and then leaves nothing behind.
 */
export function writeFileWhole(path: string, content: Uint8Array | string): void {
  const beside = `${path}${unfinished}`
  try {
    rmSync(beside, { force: true })
    const file = openSync(beside, 'wx', fileMode)
    try {
      writeFileSync(file, content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

/** Removes what a crash in the middle of a write left in a folder. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.endsWith(unfinished)) rmSync(join(folder, name), { force: true })
  }
}
