import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dice } from '../../../properties/dice.ts'
import type { Call } from './strace.ts'

/**
 * A folder on a disk that keeps what was synced, and of everything later what it likes: a random part of what was written,
 * in any order, one write of it torn between two sectors, and of the changes of names as well. A file's name is not kept by
 * syncing the file, only by syncing the folder: less than POSIX lets a program hope for is not asked of it.
 */
export interface Disk {
  /** Throws at what it does not know: then the model is wrong. */
  take(call: Exclude<Call, { readonly kind: 'say' }>): void
  /** Writes the files that are there after the power was cut now. */
  cut(folder: string, dice: Dice): void
}

type Change =
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number }

/** What a name stands for: the name may change, and two may have been the same one after the other. */
interface File {
  kept: Buffer
  changes: Change[]
}

/** Names that change together; null: the name is gone. */
type NameChange = readonly (readonly [string, File | null])[]

const sectorBytes = 512

export function createDisk(folder: string): Disk {
  const files = readdirSync(folder).map((name): [string, File] => [
    name,
    { kept: readFileSync(join(folder, name)), changes: [] },
  ])
  const state: State = {
    keptNames: new Map(files),
    names: new Map(files),
    nameChanges: [],
    offsets: new Map(),
  }
  return {
    take: (call) => take(state, call),
    cut(into, dice) {
      const left = new Map(state.keptNames)
      for (const change of survivingNames(state.nameChanges, dice)) applyNames(left, change)
      for (const [name, { kept, changes }] of left)
        writeFileSync(join(into, name), applied(kept, surviving(changes, dice)), { mode: 0o600 })
    },
  }
}

interface State {
  readonly keptNames: Map<string, File>
  /** As every process sees them. */
  readonly names: Map<string, File>
  nameChanges: NameChange[]
  /** Where the next write without a place of its own goes, by descriptor. */
  readonly offsets: Map<string, number>
}

function take(state: State, call: Parameters<Disk['take']>[0]): void {
  const { names, offsets } = state
  switch (call.kind) {
    case 'open':
      if (!names.has(call.name)) rename(state, [[call.name, { kept: Buffer.alloc(0), changes: [] }]])
      if (call.isEmptied) fileOf(state, call.name).changes.push({ kind: 'truncate', length: 0 })
      offsets.set(call.fd, 0)
      return
    case 'write': {
      const offset = call.offset ?? offsets.get(call.fd) ?? 0
      if (call.offset === null) offsets.set(call.fd, offset + call.bytes.length)
      fileOf(state, call.name).changes.push({ kind: 'write', offset, bytes: call.bytes })
      return
    }
    case 'truncate':
      fileOf(state, call.name).changes.push({ kind: 'truncate', length: call.length })
      return
    case 'sync': {
      const file = fileOf(state, call.name)
      file.kept = applied(file.kept, file.changes)
      file.changes = []
      return
    }
    case 'rename':
      return rename(state, [
        [call.to, fileOf(state, call.from)],
        [call.from, null],
      ])
    case 'unlink':
      return rename(state, [[call.name, null]])
    case 'sync-folder':
      for (const change of state.nameChanges) applyNames(state.keptNames, change)
      state.nameChanges = []
  }
}

function rename({ names, nameChanges }: State, change: NameChange): void {
  nameChanges.push(change)
  applyNames(names, change)
}

function fileOf({ names }: State, name: string): File {
  const file = names.get(name)
  if (file === undefined) throw new Error(`${name} was never made`)
  return file
}

function applyNames(names: Map<string, File>, change: NameChange): void {
  for (const [name, file] of change)
    if (file === null) names.delete(name)
    else names.set(name, file)
}

function applied(kept: Buffer, changes: readonly Change[]): Buffer {
  const ends = changes.map((one) => (one.kind === 'write' ? one.offset + one.bytes.length : one.length))
  // Room for the longest that it ever is.
  const room = Buffer.alloc(Math.max(kept.length, ...ends))
  kept.copy(room)
  let length = kept.length
  for (const change of changes) {
    if (change.kind === 'truncate') {
      room.fill(0, Math.min(change.length, length), length)
      length = change.length
    } else {
      change.bytes.copy(room, change.offset)
      length = Math.max(length, change.offset + change.bytes.length)
    }
  }
  return room.subarray(0, length)
}

// All of it, nothing, or each with the same chance; a file system that keeps a journal keeps the first ones.
function surviving(changes: readonly Change[], dice: Dice): Change[] {
  if (changes.length === 0 || dice.oneIn(5)) return []
  const chosen = choose(changes, dice)
  if (chosen.length > 0 && !dice.oneIn(3)) {
    const at = dice.below(chosen.length)
    const torn = chosen[at]
    if (torn?.kind === 'write') chosen[at] = tear(torn, dice)
  }
  if (!dice.oneIn(3)) shuffle(chosen, dice)
  return chosen
}

function survivingNames(changes: readonly NameChange[], dice: Dice): NameChange[] {
  return changes.length === 0 || dice.oneIn(5) ? [] : choose(changes, dice)
}

function choose<Item>(items: readonly Item[], dice: Dice): Item[] {
  const how = dice.below(3)
  if (how === 0) return items.slice(0, 1 + dice.below(items.length))
  return how === 1 ? [...items] : items.filter(() => dice.oneIn(2))
}

/** Of a write the part before a boundary of sectors, or the part behind it. */
function tear({ offset, bytes }: Extract<Change, { kind: 'write' }>, dice: Dice): Change {
  const first = sectorBytes - (offset % sectorBytes)
  const boundaries = Math.max(0, Math.ceil((bytes.length - first) / sectorBytes))
  const at = boundaries === 0 ? 0 : first + sectorBytes * dice.below(boundaries)
  return dice.oneIn(2)
    ? { kind: 'write', offset, bytes: bytes.subarray(0, at) }
    : { kind: 'write', offset: offset + at, bytes: bytes.subarray(at) }
}

function shuffle(items: Change[], dice: Dice): void {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = dice.below(index + 1)
    const [one, another] = [items[index], items[other]]
    if (one === undefined || another === undefined) continue
    items[index] = another
    items[other] = one
  }
}
