import { constants } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'

/** What there is to see of a folder that backups go to. */
export interface SeenFolder {
  /** It is there, can be written to, and says what is in it. */
  readonly isUsable: boolean
  /** The names of the folders in it; none where it does not say. */
  readonly folderNames: ReadonlySet<string>
}

/** Why no backup can be made into a folder that was looked at; null where one can. */
export function awayAs(seen: SeenFolder | null): 'not-answering' | 'not-reachable' | null {
  if (seen === null) return 'not-answering'
  return seen.isUsable ? null : 'not-reachable'
}

/** Looks at a folder. Answers when the system does, which for a network drive that hangs may be never; never rejects. */
export type SeeFolder = (path: string) => Promise<SeenFolder>

export const seeFolder: SeeFolder = async (path) => {
  const [isFolder, names] = await Promise.all([isFolderToWriteIn(path), foldersIn(path)])
  return { isUsable: isFolder && names !== null, folderNames: names ?? new Set() }
}

async function isFolderToWriteIn(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/** Null where nobody can tell: that is no empty folder, whose backups would be gone. */
async function foldersIn(path: string): Promise<ReadonlySet<string> | null> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return new Set(entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])))
  } catch {
    return null
  }
}

/** Looks at folders without waiting for one that does not answer. One for the whole run: what hangs outlives a lock. */
export interface Lookout {
  /** What is seen of it within a moment; null while it does not answer. It is then looked at further. */
  look(folder: string): Promise<SeenFolder | null>
  /** What a folder answers at last that is looked at further; null of one that is not. */
  lateAnswer(folder: string): Promise<SeenFolder> | null
}

/** Whoever asked holds the core's turn for so long at most, and once for as long as a folder hangs. */
const patienceMs = 1_000
/** What came too late stands for what the next one sees, who asks because it came. */
const lateIsGoodForMs = 5_000
/** Node does its file work in four threads, and those that hang are to leave one to the vault. */
const mostAtOnce = 3

interface Looking {
  readonly done: Promise<SeenFolder>
  /** Somebody has waited for it in vain. */
  isLate: boolean
}

/** `onLate` hears that a folder has answered that did not at first. */
export function createLookout(see: SeeFolder, onLate: () => void): Lookout {
  const looking = new Map<string, Looking>()
  const late = new Map<string, { readonly seen: SeenFolder; readonly atMs: number }>()
  async function follow(folder: string, begun: Looking): Promise<void> {
    const seen = await begun.done
    looking.delete(folder)
    if (!begun.isLate) return
    late.set(folder, { seen, atMs: performance.now() })
    onLate()
  }
  function begin(folder: string): Looking {
    const begun: Looking = { done: see(folder), isLate: false }
    looking.set(folder, begun)
    void follow(folder, begun)
    return begun
  }
  return {
    async look(folder) {
      const known = late.get(folder)
      late.delete(folder)
      if (known !== undefined && performance.now() - known.atMs < lateIsGoodForMs) return known.seen
      const before = looking.get(folder)
      if (before?.isLate === true || (before === undefined && looking.size >= mostAtOnce)) return null
      const current = before ?? begin(folder)
      const seen = await within(current.done)
      current.isLate ||= seen === null
      return seen
    },
    lateAnswer: (folder) => looking.get(folder)?.done ?? null,
  }
}

async function within(done: Promise<SeenFolder>): Promise<SeenFolder | null> {
  const { promise: tooLong, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(() => resolve(null), patienceMs)
  try {
    return await Promise.race([done, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
