import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import Database from 'better-sqlite3'

// Written from docs/vault-format.md alone, without SQLCipher: what it says must be enough to read a database.
const pageBytes = 4096
const saltBytes = 16
const ivBytes = 16
const macBytes = 64
const walHeaderBytes = 32
const frameHeaderBytes = 24

export function pageMacKey(key: Buffer, salt: Buffer): Buffer {
  const macSalt = Buffer.from(salt.map((byte) => byte ^ 0x3a))
  return pbkdf2Sync(key, macSalt, 2, 32, 'sha512')
}

/** Turns a database file (and the write-ahead log that belongs to it) into the bytes of a plain SQLite file. */
export function decryptDatabase(file: Buffer, key: Buffer, wal: Buffer = Buffer.alloc(0)): Buffer {
  const salt = file.subarray(0, saltBytes)
  const macKey = pageMacKey(key, salt)
  const pages: Buffer[] = []
  for (let at = 0; at < file.length; at += pageBytes) {
    pages.push(decryptPage(file.subarray(at, at + pageBytes), pages.length + 1, key, macKey))
  }
  for (let at = walHeaderBytes; at < wal.length; at += frameHeaderBytes + pageBytes) {
    const pageNumber = wal.readUInt32BE(at)
    const page = wal.subarray(at + frameHeaderBytes, at + frameHeaderBytes + pageBytes)
    pages[pageNumber - 1] = decryptPage(page, pageNumber, key, macKey)
  }
  return Buffer.concat(pages)
}

/** Opens what was decrypted, in memory. */
export function openDecrypted(pages: Buffer): Database.Database {
  const image = Buffer.from(pages)
  // In memory there is no write-ahead log; the header must not ask for one.
  image.fill(1, 18, 20)
  return new Database(image)
}

function decryptPage(page: Buffer, pageNumber: number, key: Buffer, macKey: Buffer): Buffer {
  const contentEnd = pageBytes - ivBytes - macBytes
  const contentStart = pageNumber === 1 ? saltBytes : 0
  const iv = page.subarray(contentEnd, contentEnd + ivBytes)
  const numberBytes = Buffer.alloc(4)
  numberBytes.writeUInt32LE(pageNumber)
  const mac = createHmac('sha512', macKey)
    .update(page.subarray(contentStart, contentEnd + ivBytes))
    .update(numberBytes)
    .digest()
  if (!timingSafeEqual(mac, page.subarray(contentEnd + ivBytes)))
    throw new Error(`page ${pageNumber} is damaged`)
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  const content = Buffer.concat([decipher.update(page.subarray(contentStart, contentEnd)), decipher.final()])
  const start = pageNumber === 1 ? Buffer.from('SQLite format 3\0') : Buffer.alloc(0)
  return Buffer.concat([start, content, Buffer.alloc(ivBytes + macBytes)])
}
