/* oxlint-disable no-await-in-loop -- one slice after the other is the point */
import { closeSync, fsync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { promisify } from 'node:util'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { pageBytes } from './connect.ts'
import type { RandomBytes } from './key-slots.ts'
import { createPageCipher, everyPage, isUnwritten, saltBytes, type PageCipher } from './page-cipher.ts'
import { fileMode } from './vault-files.ts'

/** A closed database that is to have another key: every page of it is written to another file. */
export interface Encrypting {
  /** Nobody writes to it meanwhile, and it has no write-ahead log. */
  readonly path: string
  readonly key: Buffer
  /** A file that does not stand there yet. */
  readonly newPath: string
  readonly newKey: Buffer
  readonly randomBytes: RandomBytes
  readonly onBytes: (step: EncryptingStep, count: number) => void
  /** Lets others come to their turn. */
  readonly pause: () => Promise<void>
  /** Whether nobody has ended it; asked after every pause. */
  readonly goesOn: () => boolean
}

export const encryptingSteps = ['encrypt', 'check'] as const
export type EncryptingStep = (typeof encryptingSteps)[number]

type Encrypted = Result<null, { readonly code: 'damaged' | 'cancelled' }>

/** A few milliseconds of work, which nobody notices who asks something meanwhile. */
const sliceBytes = 64 * pageBytes
const ivBytes = 16

/**
 * Encrypts a database under another key, page by page, and reads back what was written: what is in it does not change, and
 * nothing of it is ever on the disk in plain text. A page that is not as it was written under the old key ends it with
 * `damaged`: the new key would make damage look whole. On success it is on disk. Otherwise the new file is of no worth, and
 * the caller's to take away. Throws the file system's errors.
 */
export async function encryptAnew(encrypting: Encrypting): Promise<Encrypted> {
  const { newPath, newKey, randomBytes } = encrypting
  // Before anything is derived from the key: a disk may refuse the file.
  const to = openSync(newPath, 'wx+', fileMode)
  const newCipher = createPageCipher(newKey, randomBytes(saltBytes))
  try {
    const encrypted = await encryptInto(encrypting, to, newCipher)
    if (!encrypted.ok) return encrypted
    // The one thing that takes long by itself is waited for outside of this thread.
    await promisify(fsync)(to)
    return await checkPages(encrypting, to, newCipher)
  } finally {
    closeSync(to)
    newCipher.close()
  }
}

// The old file is closed again before anything is waited for that takes long: should its database be open by then, closing
// it would take away the locks of that.
async function encryptInto(encrypting: Encrypting, to: number, newCipher: PageCipher): Promise<Encrypted> {
  const from = openSync(encrypting.path, 'r')
  try {
    const cipher = createPageCipher(encrypting.key, readSalt(from))
    try {
      return await encryptPages(encrypting, { from, to, cipher, newCipher })
    } finally {
      cipher.close()
    }
  } finally {
    closeSync(from)
  }
}

interface Open {
  readonly from: number
  readonly to: number
  readonly cipher: PageCipher
  readonly newCipher: PageCipher
}

function encryptPages(encrypting: Encrypting, open: Open): Promise<Encrypted> {
  const { from, to, cipher, newCipher } = open
  return eachSlice(encrypting, 'encrypt', from, (slice, at) => {
    const written = Buffer.alloc(slice.length)
    const ivs = encrypting.randomBytes((slice.length / pageBytes) * ivBytes)
    const isRead = everyPage(slice, at, (page, number, index) => {
      if (isUnwritten(page, number)) return true
      const content = cipher.open(page, number)
      if (content === null) return false
      const into = written.subarray(index * pageBytes, (index + 1) * pageBytes)
      newCipher.seal(content, number, ivs.subarray(index * ivBytes, (index + 1) * ivBytes), into)
      content.fill(0)
      return true
    })
    if (isRead) writeAll(to, written, at)
    return isRead
  })
}

function checkPages(encrypting: Encrypting, file: number, cipher: PageCipher): Promise<Encrypted> {
  return eachSlice(encrypting, 'check', file, (slice, at) =>
    everyPage(slice, at, (page, number) => isUnwritten(page, number) || cipher.isWhole(page, number)),
  )
}

async function eachSlice(
  { onBytes, pause, goesOn }: Encrypting,
  step: EncryptingStep,
  file: number,
  take: (slice: Buffer, at: number) => boolean,
): Promise<Encrypted> {
  const { size: bytes } = fstatSync(file)
  if (bytes === 0 || bytes % pageBytes !== 0) return fail({ code: 'damaged' })
  const buffer = Buffer.alloc(Math.min(sliceBytes, bytes))
  for (let at = 0; at < bytes; at += sliceBytes) {
    const slice = buffer.subarray(0, Math.min(sliceBytes, bytes - at))
    if (!readAll(file, slice, at) || !take(slice, at)) return fail({ code: 'damaged' })
    onBytes(step, slice.length)
    await pause()
    if (!goesOn()) return fail({ code: 'cancelled' })
  }
  return succeed(null)
}

function readSalt(file: number): Buffer {
  const salt = Buffer.alloc(saltBytes)
  readAll(file, salt, 0)
  return salt
}

function readAll(file: number, into: Buffer, at: number): boolean {
  for (let done = 0; done < into.length;) {
    const count = readSync(file, into, done, into.length - done, at + done)
    if (count === 0) return false
    done += count
  }
  return true
}

function writeAll(file: number, slice: Buffer, at: number): void {
  for (let done = 0; done < slice.length;)
    done += writeSync(file, slice, done, slice.length - done, at + done)
}
