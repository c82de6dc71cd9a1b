import { NotSoWritten, readRecord, readVarint, type Value } from './record-format.ts'
import { usableBytes, type StoredPages } from './stored-pages.ts'

/** Where a row was found: `rowid` is null in an index, and in a table that is one. */
export interface StoredRow {
  readonly kind: 'row'
  readonly rowid: number | null
  readonly values: readonly Value[]
}
/** Rows that stand between those before and behind cannot be read. */
export interface Hole {
  readonly kind: 'hole'
}

type TreeKind = 'table' | 'index'

const pageTypes = {
  table: { interior: 0x05, leaf: 0x0d },
  index: { interior: 0x02, leaf: 0x0a },
} as const
/** Four billion rows fit into fewer levels. */
const deepest = 24

/**
 * Every row of a tree in its order that stands on pages which can be read, and where rows are missing. No index and no
 * order is asked for: what is read of a page is what stands on it. https://www.sqlite.org/fileformat2.html#b_tree_pages
 */
export function* readTree(pages: StoredPages, root: number, kind: TreeKind): Generator<StoredRow | Hole> {
  yield* readPageOf({ pages, kind, seen: new Set() }, root, 0)
}

/** The rows of one page of a table, wherever it belongs to; none where it is no such page. */
export function readPageRows(pages: StoredPages, number: number): StoredRow[] {
  const walk: Walk = { pages, kind: 'table', seen: new Set() }
  if (pages.read(number)?.at(0) !== pageTypes.table.leaf) return []
  return [...readPageOf(walk, number, 0)].flatMap((step) => (step.kind === 'row' ? [step] : []))
}

interface Walk {
  readonly pages: StoredPages
  readonly kind: TreeKind
  /** A page is in one place of one tree. */
  readonly seen: Set<number>
}

function* readPageOf(walk: Walk, number: number, depth: number): Generator<StoredRow | Hole> {
  const page = walk.seen.has(number) || depth > deepest ? null : walk.pages.read(number)
  walk.seen.add(number)
  const head = number === 1 ? 100 : 0
  const type = page?.at(head)
  const { interior, leaf } = pageTypes[walk.kind]
  if (page === null || (type !== interior && type !== leaf)) {
    yield { kind: 'hole' }
    return
  }
  const cellCount = page.readUInt16BE(head + 3)
  const pointersAt = head + (type === interior ? 12 : 8)
  for (let index = 0; index < cellCount; index += 1) {
    const cell = at(page, pointersAt + index * 2)
    if (cell === null) {
      yield { kind: 'hole' }
      return
    }
    if (type === interior) yield* readPageOf(walk, page.readUInt32BE(cell), depth + 1)
    if (type === leaf || walk.kind === 'index')
      yield readCell(walk, page, type === interior ? cell + 4 : cell)
  }
  if (type === interior) yield* readPageOf(walk, page.readUInt32BE(head + 8), depth + 1)
}

/** Where a cell begins; null where a page does not say so as it should. */
function at(page: Buffer, pointer: number): number | null {
  if (pointer + 2 > usableBytes) return null
  const cell = page.readUInt16BE(pointer)
  return cell + 4 > usableBytes ? null : cell
}

function readCell(walk: Walk, page: Buffer, from: number): StoredRow | Hole {
  try {
    const [payloadBytes, afterLength] = readVarint(page, from)
    const [rowid, start] = walk.kind === 'table' ? readVarint(page, afterLength) : [null, afterLength]
    const payload = readPayload(walk, page, start, payloadBytes)
    return payload === null ? { kind: 'hole' } : { kind: 'row', rowid, values: readRecord(payload) }
  } catch (error) {
    if (!(error instanceof NotSoWritten)) throw error
    return { kind: 'hole' }
  }
}

/** A row's bytes, of which those that have no room in its page stand on a chain of others. */
function readPayload(walk: Walk, page: Buffer, start: number, payloadBytes: number): Buffer | null {
  const local = localBytes(walk.kind, payloadBytes)
  if (payloadBytes < 0 || start + local > usableBytes) return null
  const parts = [page.subarray(start, start + local)]
  let left = payloadBytes - local
  if (left === 0) return page.subarray(start, start + local)
  if (start + local + 4 > usableBytes) return null
  let next = page.readUInt32BE(start + local)
  while (left > 0) {
    const content = next === 0 || walk.seen.has(next) ? null : walk.pages.read(next)
    if (content === null) return null
    walk.seen.add(next)
    const count = Math.min(left, usableBytes - 4)
    parts.push(content.subarray(4, 4 + count))
    left -= count
    next = content.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

function localBytes(kind: TreeKind, payloadBytes: number): number {
  const most = kind === 'table' ? usableBytes - 35 : Math.floor(((usableBytes - 12) * 64) / 255) - 23
  if (payloadBytes <= most) return payloadBytes
  const least = Math.floor(((usableBytes - 12) * 32) / 255) - 23
  const fitting = least + ((payloadBytes - least) % (usableBytes - 4))
  return fitting <= most ? fitting : least
}
