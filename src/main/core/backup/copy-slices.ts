/* oxlint-disable no-await-in-loop -- one slice after the other is the point */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, fsync, openSync, read, write } from 'node:fs'
import type { BackupStep } from '../../../shared/ipc/backup-calls.ts'
import { fileMode } from '../vault/vault-files.ts'
import type { Task } from './task.ts'

/** Small enough that whoever asks something meanwhile does not notice; the record's file is read in multiples of it. */
export const sliceBytes = 1_048_576

/** Bytes that can be read from any place on. */
export interface Source {
  readonly bytes: number
  /** Fills the buffer with what stands at a position. */
  readonly read: (into: Buffer, position: number) => void | Promise<void>
}

/** A file that was shorter than it said, or longer. */
export class CutShort extends Error {
  constructor() {
    super('a file of another length')
    this.name = 'CutShort'
  }
}

/**
 * Copies bytes into a new file, a slice in one go, and answers their SHA-256 in hex. On return they are on disk. Writing is
 * waited for outside of this thread, since a drive may take long over it. Throws the file system's errors.
 */
export async function copySlices(source: Source, path: string, task: Task): Promise<string> {
  const file = openSync(path, 'wx', fileMode)
  try {
    const digest = await eachSlice(source, 'copy', task, (slice, at) => writeAll(file, slice, at))
    await waitFor((done) => fsync(file, done))
    task.check()
    return digest
  } finally {
    closeSync(file)
  }
}

/** The SHA-256 of a source in hex. */
export async function hashSlices(source: Source, task: Task): Promise<string> {
  return eachSlice(source, 'verify', task, () => Promise.resolve())
}

/** Lets `work` read a file that has so many bytes. It is never a link. Throws `CutShort` where it has more or fewer. */
export async function readingFile<T>(
  path: string,
  bytes: number,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  // Windows has no such flag; there the folder was looked at before.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const stat = fstatSync(file)
    if (!stat.isFile() || stat.size !== bytes) throw new CutShort()
    return await work({ bytes, read: (into, position) => readAll(file, into, position) })
  } finally {
    closeSync(file)
  }
}

async function eachSlice(
  { bytes, read: readSlice }: Source,
  step: BackupStep,
  task: Task,
  take: (slice: Buffer, at: number) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(Math.min(sliceBytes, bytes))
  for (let at = 0; at < bytes; at += sliceBytes) {
    task.tell(step, at, bytes)
    const slice = buffer.subarray(0, Math.min(sliceBytes, bytes - at))
    await readSlice(slice, at)
    task.check()
    hash.update(slice)
    await take(slice, at)
    task.check()
    // What was asked meanwhile is answered.
    await new Promise<void>((resolve) => void setImmediate(resolve))
    task.check()
  }
  task.tell(step, bytes, bytes)
  return hash.digest('hex')
}

async function writeAll(file: number, slice: Buffer, at: number): Promise<void> {
  for (let done = 0; done < slice.length;) {
    const from = done
    done += await waitFor<number>((told) =>
      write(file, slice, from, slice.length - from, at + from, (error, count) => told(error, count)),
    )
  }
}

async function readAll(file: number, into: Buffer, at: number): Promise<void> {
  for (let done = 0; done < into.length;) {
    const from = done
    const count = await waitFor<number>((told) =>
      read(file, into, from, into.length - from, at + from, (error, length) => told(error, length)),
    )
    if (count === 0) throw new CutShort()
    done += count
  }
}

function waitFor<T = void>(begin: (told: (error: Error | null, value?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    // Whoever tells no error tells the value.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    begin((error, value) => (error === null ? resolve(value as T) : reject(error)))
  })
}
