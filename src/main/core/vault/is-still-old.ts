import { readFileSync } from 'node:fs'
import { headerPath } from './vault-files.ts'

/** Whether it is certain that a new header, of this text, did not get its name. */
export function isStillOld(folder: string, text: string): boolean {
  try {
    return readFileSync(headerPath(folder), 'utf8') !== text
  } catch {
    return false
  }
}
