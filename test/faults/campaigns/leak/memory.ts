import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

const chunkBytes = 8 * 1024 * 1024
// One for all: there are thousands of areas.
const chunk = Buffer.alloc(chunkBytes)

/** Whether this user may read the memory of a process that it started; where not, in words. */
export function canReadMemory(): string | null {
  if (process.platform !== 'linux') return 'only Linux shows the memory of a process as a file'
  return count(process.pid, [Buffer.from('a word that is nowhere')]) === null
    ? 'this user may not read the memory of a process'
    : null
}

/** How often one of the words stands in the memory of these processes, as JavaScript and SQLite write texts. */
export function countInMemory(words: readonly string[], pids: readonly number[]): number {
  const wanted = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')])
  return pids.reduce((sum, pid) => sum + (count(pid, wanted) ?? 0), 0)
}

/** Null where the process has ended, or may not be looked into. */
function count(pid: number, wanted: readonly Buffer[]): number | null {
  try {
    const memory = openSync(`/proc/${pid}/mem`, 'r')
    try {
      const areas = readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n').flatMap(readArea)
      return areas.reduce((sum, area) => sum + countInArea(memory, area, wanted), 0)
    } finally {
      closeSync(memory)
    }
  } catch {
    return null
  }
}

interface Area {
  readonly from: number
  readonly to: number
}

function readArea(line: string): Area[] {
  const [, from = '', to = '', what = ''] = /^([0-9a-f]+)-([0-9a-f]+) r(.*)$/.exec(line) ?? []
  // The kernel's own pages are no memory of the process; a program's own code, which nobody wrote to, holds no texts.
  if (from === '' || /\[v(?:var|syscall|dso)|^-.* \//.test(what)) return []
  return [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }]
}

function countInArea(memory: number, { from, to }: Area, wanted: readonly Buffer[]): number {
  const overlap = Math.max(...wanted.map(({ length }) => length)) - 1
  let found = 0
  for (let at = from; at < to; at += chunkBytes - overlap) {
    const length = readAt(memory, chunk.subarray(0, Math.min(chunkBytes, to - at)), at)
    const bytes = chunk.subarray(0, length)
    for (const word of wanted)
      for (let place = bytes.indexOf(word); place !== -1; place = bytes.indexOf(word, place + 1)) found += 1
    if (at + chunkBytes >= to) break
  }
  return found
}

// Memory may be given back while it is read.
function readAt(memory: number, into: Buffer, at: number): number {
  try {
    return readSync(memory, into, 0, into.length, at)
  } catch {
    return 0
  }
}
