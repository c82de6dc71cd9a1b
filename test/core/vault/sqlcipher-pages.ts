import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { formatDocument, takeFormat, type SaidFormat } from './said-format.ts'

// Written from docs/vault-format.md alone, without SQLCipher: what it says must be enough to read a database.
const asWritten = takeFormat(formatDocument)

type Layout = Pick<SaidFormat, 'pages' | 'writeAheadLog'>

export function pageMacKey(key: Buffer, salt: Buffer, { pages }: Layout = asWritten): Buffer {
  const [mask = 0, rounds = 0, bytes = 0] = pages.macKey
  const macSalt = Buffer.from(salt.map((byte) => byte ^ mask))
  return pbkdf2Sync(key, macSalt, rounds, bytes, `sha${pages.macKeyHash}`)
}

/** Turns a database file (and the write-ahead log that belongs to it) into the bytes of a plain SQLite file. */
export function decryptDatabase(
  file: Buffer,
  key: Buffer,
  wal: Buffer = Buffer.alloc(0),
  layout: Layout = asWritten,
): Buffer {
  const { bytes, salt } = firstOf(layout, file)
  const open = pageOpener(key, pageMacKey(key, salt, layout), layout)
  const pages: Buffer[] = []
  for (let at = 0; at < file.length; at += bytes) {
    pages.push(open(file.subarray(at, at + bytes), pages.length + 1))
  }
  const log = readLog(wal, layout)
  for (const [number, page] of log.pages) pages[number - 1] = open(page, number)
  return Buffer.concat(log.size === 0 ? pages : pages.slice(0, log.size))
}

/** Opens what was decrypted, by Node's own SQLite and in memory: nothing of it is ever in a file. */
export function openDecrypted(pages: Buffer, { pages: said }: Layout = asWritten): DatabaseSync {
  const image = Buffer.from(pages)
  const [from = 0, to = 0, withLog, without = 0] = said.inMemory
  if (to !== from + 1 || image[from] !== withLog || image[to] !== withLog)
    throw new Error('not as the document says')
  image.fill(without, from, to + 1)
  const database = new DatabaseSync(':memory:')
  database.deserialize(image)
  return database
}

function firstOf({ pages }: Layout, file: Buffer): { readonly bytes: number; readonly salt: Buffer } {
  const [bytes = 0, saltBytes = 0] = [pages.bytes[0], pages.saltBytes[0]]
  if (bytes === 0 || file.length === 0 || file.length % bytes !== 0) throw new Error('no whole pages')
  return { bytes, salt: file.subarray(0, saltBytes) }
}

function pageOpener(
  key: Buffer,
  macKey: Buffer,
  { pages }: Layout,
): (page: Buffer, number: number) => Buffer {
  const [bytes = 0] = pages.bytes
  const [lastOfCipher = 0, startOfFirst = 0, lastOfFirst = 0] = pages.cipher
  const [ivAt = 0, lastOfIv = 0, macAt = 0, lastOfMac = 0] = [...pages.iv, ...pages.mac]
  const [reserved = 0, numberBytes = 0] = [...pages.reserved, ...pages.numberBytes]
  if (lastOfFirst !== lastOfCipher || lastOfMac !== bytes - 1) throw new Error('not as the document says')
  return (page, number) => {
    if (number === pages.neverWritten[0] || page.equals(Buffer.alloc(bytes))) return Buffer.alloc(bytes)
    const start = number === 1 ? startOfFirst : 0
    const placed = Buffer.alloc(numberBytes)
    placed.writeUIntLE(number, 0, numberBytes)
    const mac = createHmac(`sha${pages.macHash}`, macKey)
      .update(page.subarray(start, lastOfIv + 1))
      .update(placed)
      .digest()
    const written = page.subarray(macAt, lastOfMac + 1)
    if (mac.length !== written.length || !timingSafeEqual(mac, written))
      throw new Error(`page ${number} is damaged`)
    const iv = page.subarray(ivAt, lastOfIv + 1)
    const decipher = createDecipheriv(pages.cipherName, key, iv).setAutoPadding(false)
    const content = [decipher.update(page.subarray(start, lastOfCipher + 1)), decipher.final()]
    const before = number === 1 ? Buffer.from(pages.start) : Buffer.alloc(0)
    const plain = Buffer.concat([before, ...content, Buffer.alloc(reserved)])
    if (plain.length !== bytes) throw new Error('not as the document says')
    return plain
  }
}

interface ReadLog {
  /** The database's size in pages; 0 where no transaction is in the log. */
  readonly size: number
  readonly pages: ReadonlyMap<number, Buffer>
}

/** What counts in a write-ahead log. */
function readLog(wal: Buffer, { pages: { bytes: pageBytes }, writeAheadLog: said }: Layout): ReadLog {
  const [headerBytes = 0, frameHeaderBytes = 0, bytes = 0] = [...said.headers, ...pageBytes]
  const [summedOfHeader = 0, summedOfFrame = 0] = said.summed
  const [saltAt = 0, lastOfSalt = 0, saltInFrame = 0, lastSaltInFrame = 0] = said.salts
  const [sumAt = 0, lastOfSum = 0, sumInFrame = 0, lastSumInFrame = 0] = said.sums
  // Two numbers of four bytes, and the headers end with them.
  const isSaid = lastOfSum === sumAt + 7 && lastSumInFrame === sumInFrame + 7
  if (!isSaid || lastOfSum !== headerBytes - 1 || lastSumInFrame !== frameHeaderBytes - 1)
    throw new Error('not as the document says')
  const counted = new Map<number, Buffer>()
  const uncommitted = new Map<number, Buffer>()
  let size = 0
  if (wal.length === 0) return { size, pages: counted }
  const [little = 0, big = 0] = said.magic
  if (big !== little + 1) throw new Error('not as the document says')
  const isLittle = wal.readUInt32BE(0) === little
  let sum = sumOver([wal.subarray(0, summedOfHeader)], [0, 0], isLittle)
  if (!isSum(wal, sumAt, sum)) return { size, pages: counted }
  const frameBytes = frameHeaderBytes + bytes
  for (let at = headerBytes; at + frameBytes <= wal.length; at += frameBytes) {
    const header = wal.subarray(at, at + frameHeaderBytes)
    const page = wal.subarray(at + frameHeaderBytes, at + frameBytes)
    const salts = header.subarray(saltInFrame, lastSaltInFrame + 1)
    sum = sumOver([header.subarray(0, summedOfFrame), page], sum, isLittle)
    if (!salts.equals(wal.subarray(saltAt, lastOfSalt + 1)) || !isSum(header, sumInFrame, sum)) break
    uncommitted.set(header.readUInt32BE(0), page)
    if (header.readUInt32BE(4) === 0) continue
    size = header.readUInt32BE(4)
    for (const [number, last] of uncommitted) counted.set(number, last)
    uncommitted.clear()
  }
  return { size, pages: counted }
}

type Sum = readonly [number, number]

function isSum(bytes: Buffer, at: number, [a, b]: Sum): boolean {
  return bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b
}

function sumOver(parts: readonly Buffer[], from: Sum, isLittle: boolean): Sum {
  let [a, b] = from
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 8) {
      const x = isLittle ? part.readUInt32LE(at) : part.readUInt32BE(at)
      const y = isLittle ? part.readUInt32LE(at + 4) : part.readUInt32BE(at + 4)
      a = (a + x + b) >>> 0
      b = (b + y + a) >>> 0
    }
  }
  return [a, b]
}
