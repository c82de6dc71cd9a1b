import { createCipheriv, createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { pageBytes } from './connect.ts'
import { keyBytes } from './slot-key.ts'

/** What the first page begins with: it stays the same for the life of a file. */
export const saltBytes = 16
const ivBytes = 16
const macBytes = 64
const ivAt = pageBytes - macBytes - ivBytes
const macAt = pageBytes - macBytes
const macSaltMask = 0x3a
const macKeyRounds = 2
/** SQLite locks bytes of this page, and writes to it never. */
const lockPage = 2 ** 30 / pageBytes + 1
const nothing = Buffer.alloc(pageBytes)

/** The pages of one database file under one key, as docs/vault-format.md has them. */
export interface PageCipher {
  /** The content of a page; null where it was not written under this key, at this place. */
  open(page: Buffer, number: number): Buffer | null
  /** Encrypts content into a page, with an initialisation vector that is used once. */
  seal(content: Buffer, number: number, iv: Buffer, page: Buffer): void
  /** Whether a page was written under this key, at this place. */
  isWhole(page: Buffer, number: number): boolean
  /** Forgets what was derived from the key. */
  close(): void
}

/** The key stays the caller's, and must be there until `close`. */
export function createPageCipher(key: Buffer, salt: Buffer): PageCipher {
  const macSalt = Buffer.from(salt.map((byte) => byte ^ macSaltMask))
  const macKey = pbkdf2Sync(key, macSalt, macKeyRounds, keyBytes, 'sha512')
  const numberBytes = Buffer.alloc(4)
  const macOf = (page: Buffer, number: number) => {
    numberBytes.writeUInt32LE(number)
    return createHmac('sha512', macKey)
      .update(page.subarray(startOf(number), macAt))
      .update(numberBytes)
      .digest()
  }
  const isWhole = (page: Buffer, number: number) => timingSafeEqual(macOf(page, number), page.subarray(macAt))
  return {
    isWhole,
    open(page, number) {
      if (!isWhole(page, number)) return null
      const iv = page.subarray(ivAt, macAt)
      const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
      const content = decipher.update(page.subarray(startOf(number), ivAt))
      // Whole blocks without padding: it has nothing left to give, and forgets the key at once instead of at some time.
      decipher.final()
      return content
    },
    seal(content, number, iv, page) {
      if (number === 1) salt.copy(page)
      const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
      cipher.update(content).copy(page, startOf(number))
      cipher.final()
      iv.copy(page, ivAt)
      macOf(page, number).copy(page, macAt)
    },
    close: () => void macKey.fill(0),
  }
}

/** Whether nothing was ever written to a page: a free one, or the one that SQLite locks. */
export function isUnwritten(page: Buffer, number: number): boolean {
  return number === lockPage || page.equals(nothing)
}

/** Whether `take` says yes to every page of a piece of a file that begins at the byte `at`. Stops at the first no. */
export function everyPage(
  slice: Buffer,
  at: number,
  take: (page: Buffer, number: number, index: number) => boolean,
): boolean {
  for (let index = 0; index * pageBytes < slice.length; index += 1) {
    const page = slice.subarray(index * pageBytes, (index + 1) * pageBytes)
    if (!take(page, at / pageBytes + index + 1, index)) return false
  }
  return true
}

function startOf(number: number): number {
  return number === 1 ? saltBytes : 0
}
