import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Where a text stands in a file, and in which spelling. */
export interface Trace {
  readonly path: string
  readonly spelling: string
}

/** The text as programs write texts to disk. Base64 in each of the three ways in which it can fall. */
function spellingsOf(text: string): readonly (readonly [spelling: string, bytes: Buffer])[] {
  const utf16 = Buffer.from(text, 'utf16le')
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64')
    // The outer digits depend on what stands beside the text.
    return ['Base64', Buffer.from(whole.slice(4, -4))] as const
  })
  return [
    ['UTF-8', Buffer.from(text)],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ['hexadecimal', Buffer.from(Buffer.from(text).toString('hex'))],
    ...base64,
  ]
}

/** Every place below these folders where one of the texts stands, file names included. */
export function findText(texts: readonly string[], folders: readonly string[]): readonly Trace[] {
  return filesBelow(folders).flatMap((path) => tracesIn(path, readOrSkip(path), texts))
}

/** How many bytes there are to look at. */
export function countBytes(folders: readonly string[]): number {
  return filesBelow(folders).reduce((sum, path) => sum + readOrSkip(path).length, 0)
}

/** The files that these processes have open, deleted ones too: a file without a name is on the disk nevertheless. */
export function findTextInOpenFiles(texts: readonly string[], pids: readonly number[]): readonly Trace[] {
  return openFilesOf(pids).flatMap((path) => tracesIn(path, readOrSkip(path), texts))
}

/** The folders of browser profiles that these processes have files open in. */
export function profilesOf(pids: readonly number[]): readonly string[] {
  const found = openFilesOf(pids).flatMap(
    (path) => /^(.*\/stand-in-[^/]+)\//.exec(attempt(() => readlinkSync(path), ''))?.[1] ?? [],
  )
  return [...new Set(found)]
}

export function openFilesOf(pids: readonly number[]): readonly string[] {
  return pids.flatMap((pid) =>
    attempt(() => readdirSync(`/proc/${pid}/fd`), [])
      .map((fd) => `/proc/${pid}/fd/${fd}`)
      .filter((path) => attempt(() => statSync(path).isFile(), false)),
  )
}

function filesBelow(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    attempt(() => readdirSync(folder, { recursive: true, encoding: 'utf8' }), [])
      .map((name) => join(folder, name))
      .filter((path) => attempt(() => statSync(path).isFile(), false)),
  )
}

function tracesIn(path: string, bytes: Buffer, texts: readonly string[]): readonly Trace[] {
  return texts.flatMap((text) => [
    ...(path.includes(text) ? [{ path, spelling: 'file name' }] : []),
    ...spellingsOf(text).flatMap(([spelling, wanted]) =>
      bytes.includes(wanted) ? [{ path, spelling }] : [],
    ),
  ])
}

function readOrSkip(path: string): Buffer {
  return attempt(() => readFileSync(path), Buffer.alloc(0))
}

/** A file may be gone by the time it is read. */
function attempt<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read()
  } catch {
    return otherwise
  }
}
