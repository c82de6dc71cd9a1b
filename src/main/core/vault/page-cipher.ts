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

/** What pages are sealed with, by the names that the algorithms have. */
export const pageAlgorithms = { cipher: 'AES-256-CBC', mac: 'HMAC-SHA-512' } as const

/** Tells which pages were written under one key. It decrypts none: what it holds leads back to no key. */
export interface PageProof {
  /** Whether a page was written under this key, at this place. */
  isWhole(page: Buffer, number: number): boolean
  /** Forgets what was derived from the key. */
  close(): void
}

/** The pages of one database file under one key, as docs/vault-format.md has them. */
export interface PageCipher extends PageProof {
  /** The content of a page; null where it was not written under this key, at this place. */
  open(page: Buffer, number: number): Buffer | null
  /** Encrypts content into a page, with an initialisation vector that is used once. */
  seal(content: Buffer, number: number, iv: Buffer, page: Buffer): void
}

/** The key is not needed any more on return. */
export function createPageProof(key: Uint8Array, salt: Buffer): PageProof {
  const macKey = deriveMacKey(key, salt)
  return {
    isWhole: (page, number) => hasMac(macKey, page, number),
    close: () => void macKey.fill(0),
  }
}

/** The key stays the caller's, and must be there until `close`. */
export function createPageCipher(key: Buffer, salt: Buffer): PageCipher {
  const macKey = deriveMacKey(key, salt)
  const isWhole = (page: Buffer, number: number) => hasMac(macKey, page, number)
  return {
    isWhole,
    open(page, number) {
      if (!isWhole(page, number)) return null
      const iv = page.subarray(ivAt, macAt)
      const decipher = createDecipheriv(pageAlgorithms.cipher, key, iv).setAutoPadding(false)
      const content = decipher.update(page.subarray(startOf(number), ivAt))
      // Whole blocks without padding: it has nothing left to give, and forgets the key at once instead of at some time.
      decipher.final()
      return content
    },
    seal(content, number, iv, page) {
      if (number === 1) salt.copy(page)
      const cipher = createCipheriv(pageAlgorithms.cipher, key, iv).setAutoPadding(false)
      cipher.update(content).copy(page, startOf(number))
      cipher.final()
      iv.copy(page, ivAt)
      macOf(macKey, page, number).copy(page, macAt)
    },
    close: () => void macKey.fill(0),
  }
}

function deriveMacKey(key: Uint8Array, salt: Buffer): Buffer {
  const macSalt = Buffer.from(salt.map((byte) => byte ^ macSaltMask))
  return pbkdf2Sync(key, macSalt, macKeyRounds, keyBytes, 'sha512')
}

function macOf(macKey: Buffer, page: Buffer, number: number): Buffer {
  const numberBytes = Buffer.alloc(4)
  numberBytes.writeUInt32LE(number)
  return createHmac('sha512', macKey)
    .update(page.subarray(startOf(number), macAt))
    .update(numberBytes)
    .digest()
}

function hasMac(macKey: Buffer, page: Buffer, number: number): boolean {
  return timingSafeEqual(macOf(macKey, page, number), page.subarray(macAt))
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
