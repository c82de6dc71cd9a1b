import { spawnSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { straceOptions } from '../../../support/trace-calls.ts'

/** Whatever makes, names, or writes to a file. */
const traced =
  'open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,link,linkat,symlink,symlinkat,rename,renameat,renameat2,' +
  'write,pwrite64,writev,pwritev,pwritev2,copy_file_range,sendfile,splice,io_uring_setup'
/** No call of the console's writes more at once. */
const longestWrite = 64 * 1024 * 1024
const options = ['-D', ...straceOptions(traced, longestWrite)]

/** What the processes of a run did to files. */
export interface FileTrace {
  /** Every path that was opened to be written, made, or given as a name. */
  readonly paths: ReadonlySet<string>
  /** What was written to each by calls, in the order in which it was, of files that are gone as well. */
  readonly written: ReadonlyMap<string, readonly Buffer[]>
  /** Ways of writing that this does not see: 0, or nothing was proven. */
  readonly unseen: number
}

export interface Tracing {
  /** What the program is to be started under. */
  readonly under: readonly string[]
  /** Complete once the last process has ended. */
  readonly trace: FileTrace
  readonly ended: Promise<void>
}

/** Why no process can be traced here; null where it can. */
export function whyNotTraced(): string | null {
  if (process.platform !== 'linux') return 'only Linux lets the files of a program be traced'
  const { error, status } = spawnSync('strace', [...options, '-o', '/dev/null', process.execPath, '-e', '0'])
  if (error !== undefined) return 'strace is not on this computer'
  return status === 0 ? null : 'this user may not trace a program'
}

/** Traces a whole tree of processes, from its first moment on. `folder`: a private one for the line to strace. */
export function traceFiles(folder: string): Tracing {
  const line = join(folder, 'traced-files')
  if (spawnSync('mkfifo', ['-m', '600', line]).status !== 0)
    throw new Error('No line to strace could be made')
  const paths = new Set<string>()
  const written = new Map<string, Buffer[]>()
  const trace = { paths, written, unseen: 0 }
  const begun = new Map<string, string>()
  const lines = createInterface({ input: createReadStream(line, 'latin1') })
  lines.on('line', (words) => {
    const call = joinCall(begun, words)
    if (call !== null) take(call, trace)
  })
  const ended = new Promise<void>((done) => lines.once('close', done))
  return { under: ['strace', ...options, '-o', line], trace, ended }
}

interface Call {
  readonly name: string
  readonly rest: string
}

/** A call that another one came between is told in two lines. */
function joinCall(begun: Map<string, string>, line: string): Call | null {
  const [, thread = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
  const unfinished = '<unfinished ...>'
  if (text.endsWith(unfinished)) {
    begun.set(thread, text.slice(0, -unfinished.length))
    return null
  }
  const resumed = /^<\.\.\. \w+ resumed>/.exec(text)
  const whole = resumed === null ? text : `${begun.get(thread) ?? ''}${text.slice(resumed[0].length)}`
  const paren = whole.indexOf('(')
  if (paren === -1 || / = -1 \w+ \([^)]*\)$/.test(whole)) return null
  return { name: whole.slice(0, paren), rest: whole.slice(paren + 1) }
}

interface OpenTrace {
  readonly paths: Set<string>
  readonly written: Map<string, Buffer[]>
  unseen: number
}

function take({ name, rest }: Call, trace: OpenTrace): void {
  switch (name) {
    case 'write':
    case 'pwrite64':
    case 'writev':
    case 'pwritev':
    case 'pwritev2':
      return takeWrite(rest, trace)
    case 'open':
    case 'openat':
    case 'openat2':
    case 'creat': {
      const isToWrite = name === 'creat' || /O_(?:WRONLY|RDWR|CREAT|TRUNC|TMPFILE)/.test(rest)
      const path = isToWrite ? / = \d+<((?:\\x[0-9a-f]{2})+)>/.exec(rest)?.[1] : undefined
      if (path !== undefined) takePath(decode(path).toString(), trace)
      return
    }
    case 'io_uring_setup':
      // Node's own loop has a ring to watch descriptors with, which writes nothing; files go through one that is polled.
      if (rest.includes('IORING_SETUP_SQPOLL')) trace.unseen += 1
      return
    case 'copy_file_range':
    case 'sendfile':
    case 'splice':
      // What they write to was opened before, and is read as it lies there.
      return
    default:
      // Names, as they were given.
      for (const [, path = ''] of rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g))
        takePath(decode(path).toString(), trace)
  }
}

function takePath(path: string, { paths }: OpenTrace): void {
  if (!path.startsWith('/') || isFile(path)) paths.add(path)
}

function takeWrite(rest: string, { written }: OpenTrace): void {
  const end = rest.indexOf('>')
  const path = decode(rest.slice(rest.indexOf('<') + 1, end)).toString()
  if (!isFile(path)) return
  const bytes = Array.from(rest.slice(end).matchAll(/"((?:\\x[0-9a-f]{2})*)"/g), ([, hex = '']) =>
    decode(hex),
  )
  const before = written.get(path)
  if (before === undefined) written.set(path, bytes)
  else before.push(...bytes)
}

// Pipes and sockets have no path, and a device keeps nothing; what is kept in memory has one all the same.
function isFile(path: string): boolean {
  return path.startsWith('/') && !/^\/(?:dev\/(?!shm\/)|proc\/|sys\/|memfd:)/.test(path)
}

function decode(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(String.raw`\x`, ''), 'hex')
}
