import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileMode, syncFolder } from './vault/vault-files.ts'

/**
 * Writes a file whole or not at all, for its owner alone; on return it is on disk. One that stands there is replaced.
 * Throws the file system's error, and then leaves nothing behind.
 */
export function writeFileWhole(path: string, content: Uint8Array | string): void {
  const unfinished = unfinishedPathOf(path)
  writeUnfinished(unfinished, content)
  moveIntoPlace(unfinished, path)
}

/** What a crash in the middle of it leaves. */
export function unfinishedPathOf(path: string): string {
  return `${path}.unfinished`
}

/**
 * The first half of it: the content is on disk under a name that is not its own yet. What a crash left there is replaced.
 * Throws the file system's error, and then leaves nothing behind.
 */
export function writeUnfinished(unfinished: string, content: Uint8Array | string): void {
  try {
    rmSync(unfinished, { force: true })
    const file = openSync(unfinished, 'wx', fileMode)
    try {
      writeFileSync(file, content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/** The second half: it gets its own name, within the same folder. Throws the file system's error. */
export function moveIntoPlace(unfinished: string, path: string): void {
  try {
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}
