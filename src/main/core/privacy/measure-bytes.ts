import { closeSync, constants, openSync, readSync } from 'node:fs'
import type { Held } from '../../../shared/ipc/privacy-calls.ts'
import { pageBytes } from '../vault/connect.ts'
import type { FileProof } from '../vault/file-proof.ts'
import { readHeader } from '../vault/header.ts'
import { isUnwritten } from '../vault/page-cipher.ts'
import { statOf } from '../vault/vault-files.ts'
import { isReadable } from './readable.ts'

/** A lock of eight slots has less than a tenth of this. */
const maxHeaderBytes = 65_536

/** In how many places a file is looked at: its first page, its last, and as many in between. Milliseconds for a large one. */
const mostPlaces = 128

/** Where pages stand in a file. */
interface Layout {
  readonly firstAt: number
  /** From one page to the next. */
  readonly step: number
  /** What stands before each page. */
  readonly beforePage: number
}

const database: Layout = { firstAt: 0, step: pageBytes, beforePage: 0 }
/** A write-ahead log, which tells before each page which one it is. */
const log: Layout = { firstAt: 32, step: 24 + pageBytes, beforePage: 24 }
const logMagics: ReadonlySet<number> = new Set([0x377f_0682, 0x377f_0683])

/**
 * What a file holds, by its bytes and never by its name. `encrypted` is said where every place that was looked at proves
 * under the key of an open database, and of nothing else. Links are not followed.
 */
export function measureBytes(path: string, proofs: readonly FileProof[]): Held {
  const stat = statOf(path)
  if (stat?.isFile() !== true) return 'unknown'
  if (stat.size === 0) return 'nothing'
  const owner = proofs.find((proof) => proof.owns(stat))
  if (owner !== undefined) return owner.file === null ? 'unknown' : readHeld(owner.file, stat.size, proofs)
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    try {
      return readHeld(file, stat.size, proofs)
    } finally {
      closeSync(file)
    }
  } catch {
    return 'unknown'
  }
}

function readHeld(file: number, size: number, proofs: readonly FileProof[]): Held {
  if (size <= maxHeaderBytes && readHeader(readAt(file, 0, size).toString('utf8')).ok) return 'lock'
  const head = readAt(file, 0, Math.min(size, pageBytes))
  const layout = head.length >= 4 && logMagics.has(head.readUInt32BE(0)) ? log : database
  const pageCount = Math.max(0, Math.floor((size - layout.firstAt) / layout.step))
  let provenCount = 0
  let isDoubtful = false
  for (const index of placesOf(pageCount)) {
    const { page, number } = readPage(file, index, layout)
    if (proofs.some((proof) => proof.isWhole(page, number))) provenCount += 1
    else if (isUnwritten(page, number)) continue
    else if (isReadable(page)) return 'readable'
    else isDoubtful = true
  }
  const endAt = layout.firstAt + pageCount * layout.step
  const rest = endAt < size ? readAt(file, endAt, Math.min(size - endAt, pageBytes)) : null
  if (rest !== null && isReadable(rest)) return 'readable'
  return provenCount > 0 && !isDoubtful && rest === null ? 'encrypted' : 'unknown'
}

/** The first, the last, and others that stand as far from each other as they can. */
function placesOf(pageCount: number): ReadonlySet<number> {
  const count = Math.min(pageCount, mostPlaces)
  return new Set(
    Array.from({ length: count }, (_, place) =>
      count === 1 ? 0 : Math.round((place * (pageCount - 1)) / (count - 1)),
    ),
  )
}

function readPage(file: number, index: number, { firstAt, step, beforePage }: Layout) {
  const bytes = readAt(file, firstAt + index * step, step)
  const number = beforePage === 0 ? index + 1 : bytes.readUInt32BE(0)
  return { page: bytes.subarray(beforePage), number }
}

/** Throws where the file is shorter. */
function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const count = readSync(file, bytes, done, length - done, position + done)
    if (count === 0) throw new Error('shorter than it was')
    done += count
  }
  return bytes
}
