import type { Dice } from '../../properties/dice.ts'
import type { VaultFile } from './damaged-vault.ts'

const pageBytes = 4_096
const walHeaderBytes = 32
const frameHeaderBytes = 24

/** A file with harm done to it, and in words what was done where. */
interface Damaged {
  readonly bytes: Buffer
  readonly words: string
  /** Part of it is as the console itself wrote it at another time: of that no page tells that it is not the newest. */
  readonly isOlder?: true
}

/** A way to harm a file; `older` is the same one from an earlier time. */
export type Harm = (dice: Dice, bytes: Buffer, older: Buffer | undefined, file: VaultFile) => Damaged

/** Changes bytes of a file and leaves its length. What is given is not touched. */
export const flipIn: Harm = (dice, bytes, older, file) => {
  const harm = dice.pick<Harm>([
    flipOneBit,
    flipOneBit,
    changeSome,
    changeSome,
    zeroARun,
    zeroAPage,
    swapPages,
    takeOlderPage,
  ])
  const damaged = harm(dice, bytes, older, file)
  return damaged.bytes.equals(bytes) ? flipOneBit(dice, bytes, older, file) : damaged
}

/** Changes the length of a file. */
export const cutOrExtend: Harm = (dice, bytes, older, file) =>
  dice.pick<Harm>([cutAnywhere, cutAnywhere, cutAtPage, cutAtPage, cutToFew, cutToNothing, extend, extend])(
    dice,
    bytes,
    older,
    file,
  )

const flipOneBit: Harm = (dice, bytes) => {
  const changed = Buffer.from(bytes)
  const at = dice.below(bytes.length)
  changed.writeUInt8(changed.readUInt8(at) ^ (1 << dice.below(8)), at)
  return { bytes: changed, words: `a bit at ${at}` }
}

const changeSome: Harm = (dice, bytes) => {
  const changed = Buffer.from(bytes)
  const count = 1 + dice.below(16)
  const areClose = dice.oneIn(2)
  const from = dice.below(bytes.length)
  for (let left = count; left > 0; left -= 1) {
    const at = areClose ? Math.min(from + dice.below(64), bytes.length - 1) : dice.below(bytes.length)
    changed.writeUInt8(dice.below(256), at)
  }
  return { bytes: changed, words: `${count} bytes ${areClose ? 'near' : 'over all, begun at'} ${from}` }
}

const zeroARun: Harm = (dice, bytes) => {
  const from = dice.below(bytes.length)
  const to = Math.min(bytes.length, from + 1 + dice.below(2 * pageBytes))
  return { bytes: Buffer.from(bytes).fill(0, from, to), words: `zeros from ${from} to ${to}` }
}

const zeroAPage: Harm = (dice, bytes, _, file) => {
  const { from, to, at } = pageOf(file, bytes, dice)
  return { bytes: Buffer.from(bytes).fill(0, from, to), words: `zeros for page ${at}` }
}

const swapPages: Harm = (dice, bytes, _, file) => {
  const [one, other] = [pageOf(file, bytes, dice), pageOf(file, bytes, dice)]
  const changed = Buffer.from(bytes)
  bytes.copy(changed, other.from, one.from, one.to)
  bytes.copy(changed, one.from, other.from, other.to)
  return { bytes: changed, words: `pages ${one.at} and ${other.at} in each other’s place` }
}

const takeOlderPage: Harm = (dice, bytes, older, file) => {
  const { from, to, at } = pageOf(file, bytes, dice)
  const changed = Buffer.from(bytes)
  if (older !== undefined && from < older.length) older.copy(changed, from, from, Math.min(to, older.length))
  return { bytes: changed, words: `page ${at} as it was earlier`, isOlder: true }
}

const cutAnywhere: Harm = (dice, bytes) => cutAt(bytes, dice.below(bytes.length))
const cutAtPage: Harm = (dice, bytes, _, file) => cutAt(bytes, pageOf(file, bytes, dice).from)
const cutToFew: Harm = (dice, bytes) => cutAt(bytes, 1 + dice.below(600))
const cutToNothing: Harm = (_, bytes) => cutAt(bytes, 0)

const extend: Harm = (dice, bytes, _, file) => {
  const count = 1 + dice.below(3 * pageBytes)
  const page = pageOf(file, bytes, dice)
  const [words, added] = dice.pick<[string, Buffer]>([
    ['rubbish', Buffer.from(Array.from({ length: count }, () => dice.below(256)))],
    ['zeros', Buffer.alloc(count)],
    [`page ${page.at} once more`, bytes.subarray(page.from, page.to)],
  ])
  return { bytes: Buffer.concat([bytes, added]), words: `${added.length} bytes of ${words} behind it` }
}

function cutAt(bytes: Buffer, length: number): Damaged {
  return { bytes: Buffer.from(bytes.subarray(0, length)), words: `cut to ${length}` }
}

/** A page of a database, a frame of a write-ahead log, and of the header, which has no pages, a line's worth of bytes. */
function pageOf(file: VaultFile, bytes: Buffer, dice: Dice) {
  const first = file.endsWith('-wal') ? walHeaderBytes : 0
  const length = file === 'vault.json' ? 64 : pageBytes + (file.endsWith('-wal') ? frameHeaderBytes : 0)
  const at = dice.below(Math.max(1, Math.floor((bytes.length - first) / length)))
  const from = Math.min(first + at * length, bytes.length)
  return { at, from, to: Math.min(from + length, bytes.length) }
}

/** Where the frames of a log end that commit a transaction; SQLite's file format says how a log is laid out. */
export function commitEndsOf(wal: Buffer): readonly number[] {
  const salts = wal.subarray(16, 24)
  const ends: number[] = []
  const frameBytes = frameHeaderBytes + pageBytes
  for (let at = walHeaderBytes; at + frameBytes <= wal.length; at += frameBytes) {
    if (!wal.subarray(at + 8, at + 16).equals(salts)) break
    if (wal.readUInt32BE(at + 4) !== 0) ends.push(at + frameBytes)
  }
  return ends
}
