import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { straceOptions } from '../../../support/trace-calls.ts'

/** A call of a process to the system that changes a folder's files, or says something to the outside. */
export type Call =
  | { readonly kind: 'open'; readonly name: string; readonly fd: string; readonly isEmptied: boolean }
  | {
      readonly kind: 'write'
      readonly name: string
      readonly fd: string
      readonly bytes: Buffer
      /** Null: behind what was written to it last. */
      readonly offset: number | null
    }
  | { readonly kind: 'truncate'; readonly name: string; readonly length: number }
  | { readonly kind: 'sync'; readonly name: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly name: string }
  | { readonly kind: 'sync-folder' }
  | { readonly kind: 'say'; readonly text: string }

// Whatever else could change a file is here too, so that nobody believes that it does not happen.
const traced =
  'openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,truncate,ftruncate,fallocate,fsync,fdatasync,sync_file_range,' +
  'msync,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,copy_file_range,sendfile,io_uring_setup'
/** In bytes. A database is copied and encrypted anew in slices of up to a megabyte. */
const longestWrite = 2 ** 21
const options = straceOptions(traced, longestWrite)

/** Whether this computer has strace, and lets it trace. */
export function canTrace(): boolean {
  return spawnSync('strace', [...options, '-o', '/dev/null', process.execPath, '-e', '0']).status === 0
}

/** Runs Node under strace; answers its exit code. */
export function runTraced(args: readonly string[], traceFile: string): number | null {
  const all = [...options, '-o', traceFile, process.execPath, ...args]
  return spawnSync('strace', all, { stdio: ['ignore', 'ignore', 'inherit'] }).status
}

/** What was done to the files of a folder, in the order in which it was done. */
export function readTrace(traceFile: string, folder: string): Call[] {
  const begun = new Map<string, string>()
  const calls: Call[] = []
  for (const line of readFileSync(traceFile, 'latin1').split('\n')) {
    const [, thread = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (text.endsWith('<unfinished ...>')) {
      begun.set(thread, text.slice(0, -'<unfinished ...>'.length))
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)
    const call = readCall(resumed === null ? text : `${begun.get(thread) ?? ''}${resumed[1]}`, folder)
    if (call !== null) calls.push(call)
  }
  return calls
}

const ignored = /^(?:\+\+\+|---)|^$|\) += -1 |= \?$/

function readCall(text: string, folder: string): Call | null {
  if (ignored.test(text)) return null
  const [, name = '', rest = ''] = /^(\w+)\((.*)$/.exec(text) ?? []
  const paths = [...rest.matchAll(/(?:<((?:\\x[0-9a-f]{2})+)>)(\(deleted\))?/g)].map(
    ([, hex = '', deleted]) => (deleted === undefined ? decode(hex).toString() : null),
  )
  const strings = [...rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g)].map(([, hex = '', cut]) => {
    if (cut !== undefined) throw new Error('the trace has not all that was written')
    return hex
  })
  const fd = /^\d+/.exec(rest)?.[0] ?? ''
  if (name === 'write' && fd === '1') return { kind: 'say', text: decode(strings[0] ?? '').toString() }
  if (name === 'openat') return readOpen(rest, paths.at(-1) ?? null, folder)
  if (/^(?:rename|unlink)/.test(name))
    return readNames(
      name,
      strings.map((hex) => decode(hex).toString()),
      folder,
    )
  const path = paths[0] ?? null
  if (path === folder && name === 'fsync') return { kind: 'sync-folder' }
  if (path === null || dirname(path) !== folder) return null
  return readFileCall({ name, rest, fd, path, bytes: () => decode(strings[0] ?? '') })
}

interface FileCall {
  readonly name: string
  readonly rest: string
  readonly fd: string
  readonly path: string
  readonly bytes: () => Buffer
}

function readFileCall({ name, rest, fd, path, bytes }: FileCall): Call {
  const file = basename(path)
  const returned = Number(/= (\d+)/.exec(rest.slice(rest.lastIndexOf(')')))?.[1])
  const lastArgument = Number(/, (\d+) *\) += /.exec(rest)?.[1])
  if (Number.isNaN(returned)) throw new Error(`the trace does not say what ${name} came to`)
  switch (name) {
    case 'write':
      return { kind: 'write', name: file, fd, bytes: bytes().subarray(0, returned), offset: null }
    case 'pwrite64':
      return { kind: 'write', name: file, fd, bytes: bytes().subarray(0, returned), offset: lastArgument }
    case 'ftruncate':
      return { kind: 'truncate', name: file, length: lastArgument }
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', name: file }
    default:
      throw new Error(`the model of the disk knows no ${name}`)
  }
}

function readOpen(rest: string, path: string | null, folder: string): Call | null {
  if (path === null || dirname(path) !== folder || !/O_CREAT|O_TRUNC/.test(rest)) return null
  const fd = / = (\d+)</.exec(rest)?.[1] ?? ''
  return { kind: 'open', name: basename(path), fd, isEmptied: rest.includes('O_TRUNC') }
}

function readNames(name: string, paths: readonly string[], folder: string): Call | null {
  if (paths.every((path) => dirname(path) !== folder)) return null
  const [from = '', to = ''] = paths.map((path) => basename(path))
  return name.startsWith('unlink') ? { kind: 'unlink', name: from } : { kind: 'rename', from, to }
}

function decode(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(String.raw`\x`, ''), 'hex')
}
