import { readFileSync } from 'node:fs'
import { copySynced, statOf } from './vault-files.ts'

const headerBytes = 32
const frameHeaderBytes = 24
/** The magic number's last bit says in which order the bytes of a word are. */
const littleEndianMagic = 0x377f_0682
const bigEndianMagic = 0x377f_0683

/**
 * How many transactions at least a write-ahead log holds that SQLite would leave out without a word, since the log is
 * damaged before them; 0 where it is whole, or ends as a power cut leaves it. SQLite reads a log up to the first frame that
 * is not right, and takes that for the end in either case. But each transaction is on disk before the next one begins:
 * frames that are right behind the end of a broken transaction show that it was whole once. Damage in the very last
 * transaction looks like a power cut, and is taken for one.
 * How a log is laid out: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
export function countLostTransactions(path: string, pageBytes: number): number {
  if (statOf(path)?.isFile() !== true) return 0
  const log = readFileSync(path)
  if (log.length < headerBytes + frameHeaderBytes + pageBytes) return 0
  const isHeaderWhole = isHeaderRight(log)
  const frames = isHeaderWhole
    ? readFrames(log, pageBytes, log.readUInt32BE(0) === littleEndianMagic)
    : readInEitherOrder(log, pageBytes)
  const broken = isHeaderWhole ? frames.findIndex(({ isRight }) => !isRight) : 0
  if (broken === -1) return 0
  const behind = frames.slice(broken + 1).filter(({ isRight }) => isRight)
  const ends = behind.filter(({ isEnd }) => isEnd).length
  // The first end may be that of the broken transaction itself, whose frames a disk writes in any order.
  const isOwnEnd = frames[broken]?.isOfRound === true && frames[broken].isEnd
  const isEarlier = isOwnEnd || ends > 1 || behind.at(-1)?.isEnd === false
  return isEarlier ? ends : 0
}

/**
 * Where in a log each page stands that it holds, as it was written last: as far as SQLite reads it, which is up to the end of
 * the last transaction before anything that is not right.
 */
export function pagesInLog(path: string, pageBytes: number): ReadonlyMap<number, number> {
  const pages = new Map<number, number>()
  if (statOf(path)?.isFile() !== true) return pages
  const log = readFileSync(path)
  if (log.length < headerBytes + frameHeaderBytes + pageBytes || !isHeaderRight(log)) return pages
  const frames = readFrames(log, pageBytes, log.readUInt32BE(0) === littleEndianMagic)
  const broken = frames.findIndex(({ isRight }) => !isRight)
  const right = broken === -1 ? frames : frames.slice(0, broken)
  const end = right.findLastIndex(({ isEnd }) => isEnd)
  for (let index = 0; index <= end; index += 1) {
    const at = headerBytes + index * (frameHeaderBytes + pageBytes)
    pages.set(log.readUInt32BE(at), at + frameHeaderBytes)
  }
  return pages
}

/** Where a damaged log is kept, for somebody who knows how to read it, when the database goes on without its end. */
export function brokenLogPath(databasePath: string): string {
  return `${databasePath}-wal.broken`
}

/** Keeps a copy of a database's log as it is. On return its bytes are on disk. */
export function keepLog(databasePath: string): void {
  copySynced(`${databasePath}-wal`, brokenLogPath(databasePath))
}

interface Frame {
  /** Written since the log was last begun anew. */
  readonly isOfRound: boolean
  /** The same, and its sum goes on from the one that stands before it. */
  readonly isRight: boolean
  /** The last frame of a transaction. */
  readonly isEnd: boolean
}

/** Without a header that tells the order of bytes, the one in which frames are right. */
function readInEitherOrder(log: Buffer, pageBytes: number): readonly Frame[] {
  const frames = readFrames(log, pageBytes, true)
  return frames.some(({ isRight }) => isRight) ? frames : readFrames(log, pageBytes, false)
}

function readFrames(log: Buffer, pageBytes: number, isLittleEndian: boolean): readonly Frame[] {
  // The first frame has them too, where the header does not tell the truth.
  const salts = isHeaderRight(log) ? log.subarray(16, 24) : log.subarray(headerBytes + 8, headerBytes + 16)
  const frameBytes = frameHeaderBytes + pageBytes
  const frames: Frame[] = []
  // What stands before a frame may be what is broken, or the sum that stands there.
  let before: readonly Sum[] = [readSum(log, 24)]
  for (let at = headerBytes; at + frameBytes <= log.length; at += frameBytes) {
    const stated = readSum(log, at + 16)
    const sums = before.map((sum) => {
      const head = addUp(sum, log.subarray(at, at + 8), isLittleEndian)
      return addUp(head, log.subarray(at + frameHeaderBytes, at + frameBytes), isLittleEndian)
    })
    const isOfRound = log.subarray(at + 8, at + 16).equals(salts)
    frames.push({
      isOfRound,
      isRight: isOfRound && sums.some((sum) => isSame(sum, stated)),
      isEnd: log.readUInt32BE(at + 4) !== 0,
    })
    const [sum = stated] = sums
    before = isSame(sum, stated) ? [stated] : [stated, sum]
  }
  return frames
}

function isHeaderRight(log: Buffer): boolean {
  const magic = log.readUInt32BE(0)
  if (magic !== littleEndianMagic && magic !== bigEndianMagic) return false
  return isSame(addUp([0, 0], log.subarray(0, 24), magic === littleEndianMagic), readSum(log, 24))
}

type Sum = readonly [number, number]

function isSame(one: Sum, other: Sum): boolean {
  return one[0] === other[0] && one[1] === other[1]
}

function readSum(log: Buffer, at: number): Sum {
  return [log.readUInt32BE(at), log.readUInt32BE(at + 4)]
}

/** The log's own sum, which goes on from frame to frame: https://www.sqlite.org/fileformat2.html#checksum_algorithm */
function addUp([one, other]: Sum, bytes: Buffer, isLittleEndian: boolean): Sum {
  let first = one
  let second = other
  for (let at = 0; at < bytes.length; at += 8) {
    const left = isLittleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)
    const right = isLittleEndian ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)
    first = (first + left + second) >>> 0
    second = (second + right + first) >>> 0
  }
  return [first, second]
}
