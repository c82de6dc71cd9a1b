import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { pagesInLog } from '../broken-log.ts'
import { pageBytes } from '../connect.ts'
import { createPageCipher, saltBytes, type PageCipher } from '../page-cipher.ts'
import { statOf } from '../vault-files.ts'

/** How much of a page a tree may use: behind it stand the initialisation vector and the MAC. */
export const usableBytes = pageBytes - 80

/** The pages of a closed database that may be damaged, each as it was written last. Nothing is written to its files. */
export interface StoredPages {
  /** The content of a page, `usableBytes` long; null where nothing stands there that was written under the key. */
  read(number: number): Buffer | null
  readonly pageCount: number
  close(): void
}

/** Null where nothing that is there was written under this key. The key stays the caller's, and must be there until `close`. */
export function openStoredPages(path: string, key: Buffer): StoredPages | null {
  if (statOf(path)?.isFile() !== true) return null
  const log = `${path}-wal`
  const logged = pagesInLog(log, pageBytes)
  const file = openSync(path, 'r')
  const logFile = logged.size === 0 ? null : openSync(log, 'r')
  const close = () => {
    closeSync(file)
    if (logFile !== null) closeSync(logFile)
  }
  const readRaw = (number: number): Buffer | null => {
    const inLog = logged.get(number)
    return inLog !== undefined && logFile !== null
      ? readPage(logFile, inLog)
      : readPage(file, (number - 1) * pageBytes)
  }
  const inFile = Math.floor(fstatSync(file).size / pageBytes)
  const pageCount = [...logged.keys()].reduce((most, number) => Math.max(most, number), inFile)
  const cipher = findCipher(key, pageCount, readRaw, [readPage(file, 0), readRaw(1)])
  if (cipher === null) {
    close()
    return null
  }
  return {
    pageCount,
    read(number) {
      const page = readRaw(number)
      const content = page === null ? null : cipher.open(page, number)
      // The first page begins with the salt, in the place of a name that is always the same.
      return content === null || number > 1 ? content : Buffer.concat([Buffer.alloc(saltBytes), content])
    },
    close() {
      cipher.close()
      close()
    },
  }
}

// The salt is part of the first page, and may be what is damaged there: a log has it once more.
function findCipher(
  key: Buffer,
  pageCount: number,
  readRaw: (number: number) => Buffer | null,
  firstPages: readonly (Buffer | null)[],
): PageCipher | null {
  for (const first of firstPages) {
    if (first === null) continue
    const cipher = createPageCipher(key, first.subarray(0, saltBytes))
    for (let number = 1; number <= pageCount; number += 1) {
      const page = readRaw(number)
      if (page !== null && cipher.isWhole(page, number)) return cipher
    }
    cipher.close()
  }
  return null
}

function readPage(file: number, position: number): Buffer | null {
  const page = Buffer.alloc(pageBytes)
  return readSync(file, page, 0, pageBytes, position) === pageBytes ? page : null
}
