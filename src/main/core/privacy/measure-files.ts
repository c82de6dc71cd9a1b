import { fstatSync, readFileSync, readdirSync, readlinkSync, statSync, statfsSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import type { Heap, MeasuredFile, PrivacyMeasure, VaultFile } from '../../../shared/ipc/privacy-calls.ts'
import { keptKeyPath } from '../keys/kept-key.ts'
import type { CoreSettings } from '../protocol.ts'
import type { FileProof } from '../vault/file-proof.ts'
import { statOf } from '../vault/vault-files.ts'
import { measureBytes } from './measure-bytes.ts'

type Files = PrivacyMeasure['files']

/** `TMPFS_MAGIC` and `RAMFS_MAGIC` of Linux: what is written there stays in memory. */
const inMemory: ReadonlySet<number> = new Set([0x01021994, 0x858458f6])

/** A folder that holds more than this is none of the console's. */
const maxFiles = 20_000

/** How many names of what should not be there are told. */
const maxNames = 5

/** What the measure goes by. */
interface Basis {
  readonly paths: CoreSettings
  /** Every process of the console's; null where the system does not list them. */
  readonly family: readonly number[] | null
  readonly proofs: readonly FileProof[]
  /** Which files of the vault are looked at, by name. */
  readonly isTold: (name: string) => boolean
}

/** Measures what the console has written, where it lies. */
export function measureFiles({ paths, family, proofs, isTold }: Basis): Files {
  const folder = dirname(paths.vaultDir)
  const browserDir = join(folder, 'browser')
  const browsers = family?.filter((pid) => pid !== (paths.consolePid ?? process.pid)) ?? []
  // Electron tells its processes the console's own folder too. What the browser keeps has a place of its own in it.
  const profiles = [browserDir, ...profilesOf(browsers).filter((profile) => profile !== folder)]
  const known = new Set([
    paths.vaultDir,
    paths.exportsDir,
    paths.preferencesPath,
    keptKeyPath(paths),
    browserDir,
  ])
  const beside = namesIn(folder).filter((name) => !known.has(join(folder, name)))
  return {
    folderName: basename(folder),
    vault: namesIn(paths.vaultDir)
      .filter(isTold)
      .flatMap((name) => vaultFileAt(join(paths.vaultDir, name), proofs) ?? []),
    exports: heapOf([paths.exportsDir]),
    preferences: fileAt(paths.preferencesPath),
    computerKey: fileAt(keptKeyPath(paths)),
    browser: { ...heapOf(profiles), isInMemory: areInMemory(profiles) },
    beside: {
      ...heapOf(beside.map((name) => join(folder, name))),
      names: beside.toSorted().slice(0, maxNames),
    },
    openElsewhere: family === null ? null : countOpenElsewhere(family, [folder, ...profiles]),
    logsToFile: isStandardErrorFile(),
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Links are not followed; null for what is no file. */
function fileAt(path: string): MeasuredFile | null {
  const stat = statOf(path)
  return stat?.isFile() === true
    ? { name: basename(path), bytes: stat.size, changedAtMs: stat.mtimeMs }
    : null
}

/** The same with what it holds. A folder or a link that stands there is told too, and never looked into. */
function vaultFileAt(path: string, proofs: readonly FileProof[]): VaultFile | null {
  const stat = statOf(path)
  if (stat === null) return null
  return {
    name: basename(path),
    bytes: stat.size,
    changedAtMs: stat.mtimeMs,
    holds: measureBytes(path, proofs),
  }
}

function heapOf(paths: readonly string[]): Heap {
  let fileCount = 0
  let bytes = 0
  const left = [...paths]
  for (let path = left.pop(); path !== undefined && fileCount < maxFiles; path = left.pop()) {
    const stat = statOf(path)
    if (stat === null) continue
    if (stat.isDirectory()) {
      for (const name of namesIn(path)) left.push(join(path, name))
      continue
    }
    fileCount += 1
    bytes += stat.isFile() ? stat.size : 0
  }
  return { fileCount, bytes }
}

/** Where the browsers that the console started keep what they write, as they were told. */
function profilesOf(browsers: readonly number[]): readonly string[] {
  const found = browsers.flatMap(
    (pid) => /(?:^|\0)--user-data-dir=([^\0]+)/.exec(readText(`/proc/${pid}/cmdline`))?.[1] ?? [],
  )
  return [...new Set(found)]
}

/** Null where nothing lies there, or where the system does not say what a folder is on. */
function areInMemory(folders: readonly string[]): boolean | null {
  const filled = folders.filter((folder) => heapOf([folder]).fileCount > 0)
  if (process.platform !== 'linux' || filled.length === 0) return null
  return filled.every(isInMemory)
}

function isInMemory(path: string): boolean {
  try {
    return inMemory.has(statfsSync(path).type)
  } catch {
    return false
  }
}

function countOpenElsewhere(family: readonly number[], places: readonly string[]): number {
  const isOurs = (path: string) => places.some((place) => path.startsWith(place + sep))
  const files = family.flatMap((pid) =>
    namesIn(`/proc/${pid}/fd`)
      .filter((fd) => isWritten(pid, fd))
      .map((fd) => readLink(`/proc/${pid}/fd/${fd}`)),
  )
  return new Set(files.filter((path) => !isOurs(path))).size
}

/** A file on a disk that is open to be written to. Where reports go is told apart from that. */
function isWritten(pid: number, fd: string): boolean {
  if (Number(fd) <= 2) return false
  const path = `/proc/${pid}/fd/${fd}`
  const flags = /^flags:\s*(\d+)$/m.exec(readText(`/proc/${pid}/fdinfo/${fd}`))?.[1]
  if (flags === undefined || (Number.parseInt(flags, 8) & 3) === 0) return false
  try {
    return statSync(path).isFile() && !isInMemory(path)
  } catch {
    return false
  }
}

function isStandardErrorFile(): boolean {
  try {
    return fstatSync(2).isFile()
  } catch {
    return false
  }
}

/** What a process had is gone with it. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function readLink(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
