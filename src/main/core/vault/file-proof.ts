import { closeSync, openSync, readSync, type Stats } from 'node:fs'
import { createPageProof, saltBytes, type PageProof } from './page-cipher.ts'
import { statOf } from './vault-files.ts'

/** Tells what was written under the key of an open database: its own file, and others. It holds no key that opens one. */
export interface FileProof extends Pick<PageProof, 'isWhole'> {
  /**
   * Whether this is the database's own file, by whatever name. Nobody may open that one: where a process closes any
   * descriptor of a file, POSIX takes all of its locks on that file away, SQLite's too.
   */
  owns(stat: Stats): boolean
  /** A descriptor of that file, to be read from and left open; null where the system gave none. */
  readonly file: number | null
  /** To be called once the database is closed, and not before. */
  close(): void
}

/** Of a database that is open at `path`. The key stays the caller's, to be forgotten right after. */
export function openFileProof(path: string, key: Uint8Array): FileProof {
  const own = statOf(path)
  const salt = Buffer.alloc(saltBytes)
  const file = openToRead(path, salt)
  const proof = createPageProof(key, salt)
  let isOpen = true
  return {
    file,
    isWhole: (page, number) => isOpen && proof.isWhole(page, number),
    owns: ({ dev, ino }) => own !== null && dev === own.dev && ino === own.ino,
    close() {
      if (!isOpen) return
      isOpen = false
      proof.close()
      if (file !== null) closeSync(file)
    },
  }
}

// A vault that opens is not to stay closed since nobody could look at its bytes.
function openToRead(path: string, salt: Buffer): number | null {
  try {
    const file = openSync(path, 'r')
    readSync(file, salt, 0, saltBytes, 0)
    return file
  } catch {
    return null
  }
}
