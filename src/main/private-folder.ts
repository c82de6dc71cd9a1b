import { accessSync, constants, mkdirSync } from 'node:fs'

/**
 * Makes the console's folder for its owner alone, and says whether it can be worked in. One that is already there keeps its rights: it may be anybody's home.
 * What is put into it is private by the umask, and the core sets the vault's own rights.
 */
export function makePrivateFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
