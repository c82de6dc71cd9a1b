import { readFileSync } from 'node:fs'
import { writeFileWhole } from '../write-file.ts'
import { rememberPlace } from './file-place.ts'
import { isAuthentic, readHeader } from './header.ts'
import { diskFailureOf } from './vault-failure.ts'
import { databasePath, headerPath, statOf } from './vault-files.ts'

/**
 * What `vault.json` says, for as long as the vault is open: without it a lock would shut the vault for good, though both
 * databases are whole. Nothing in it is secret.
 */
export interface KeptHeader {
  /**
   * Writes it again where it is gone from the vault's folder, on disk on return. One that stands there is left as it is, whatever
   * it says. What the disk refuses is tried again the next time.
   */
  putBack(): void
  /** Surrounds what gives it another content. Where nobody can tell afterwards what counts, nothing is written again. */
  letChange(writeHeaderNow: () => void): void
}

/** To be called once the databases of the folder are open, with the key that the header is to be sealed by. */
export function keepHeader(folder: string, recordKey: Uint8Array): KeptHeader {
  const path = headerPath(folder)
  // Either of the two tells that the folder is the vault's own still.
  const arePlaces = (['record', 'private'] as const).map((store) =>
    rememberPlace([databasePath(folder, store)]),
  )
  let text = readText(path)
  const read = text === null ? null : readHeader(text)
  if (read?.ok !== true || !isAuthentic(read.value, recordKey)) text = null
  return {
    putBack() {
      if (text === null) return
      try {
        if (statOf(path) === null && arePlaces.some((isInPlace) => isInPlace())) writeFileWhole(path, text)
      } catch (error) {
        if (diskFailureOf(error) === null) throw error
      }
    },
    letChange(writeHeaderNow) {
      text = null
      try {
        writeHeaderNow()
      } finally {
        // Also where the disk failed: it tells which of the two has the name.
        text = readText(path)
      }
    },
  }
}

// As when a vault is unlocked, a link is not followed.
function readText(path: string): string | null {
  try {
    return statOf(path)?.isFile() === true ? readFileSync(path, 'utf8') : null
  } catch (error) {
    if (diskFailureOf(error) === null) throw error
    return null
  }
}
