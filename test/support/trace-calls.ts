import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { coresOf, familyOf } from './launch.ts'

/** How strace is asked for calls about files: every descriptor with its path, every byte that is written in hex. */
export function straceOptions(calls: string, longestWrite: number): readonly string[] {
  return ['-f', '-qq', '-y', '-xx', '-s', String(longestWrite), '--seccomp-bpf', '-e', `trace=${calls}`]
}

/** Every way to reach, to be reached and to send. */
const calls = 'socket,connect,bind,listen,accept,accept4,sendto,sendmsg,sendmmsg'

export interface Trace {
  readonly lines: readonly string[]
  /** The lines of the process itself and of the console's core, their threads' included, without those of the browser. */
  readonly own: readonly string[]
}

export interface Tracer {
  stop(): Promise<Trace>
}

/**
 * Writes down what a process, its children and all that they start ask of Linux about sockets; -yy says of every
 * descriptor what is at its other end. Answers in words why not, where that cannot be had.
 */
export async function traceSockets(pid: number, path: string): Promise<Tracer | string> {
  // A core that ends at the lock had threads that are gone by the end of the trace.
  const early = coresOf(pid).flatMap(threadsOf)
  const pids = familyOf(pid).flatMap((one) => ['-p', String(one)])
  const args = [...pids, '-f', '-yy', '-e', `trace=${calls}`, '-o', path]
  const tracer = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  // A test that fails midway must not leave it behind.
  process.once('exit', () => tracer.kill('SIGKILL'))
  const missing = once(tracer, 'error').then(() => 'strace is not on this computer')
  const said = once(tracer.stderr, 'data').then(([words]) => String(words))
  const first = await Promise.race([missing, said])
  if (!first.includes('attached')) return first
  return {
    async stop() {
      const threads = new Set([...early, ...[pid, ...coresOf(pid)].flatMap(threadsOf)])
      const ended = once(tracer, 'exit')
      tracer.kill('SIGINT')
      // A process that dies in the moment in which it is let go holds strace for ever, and stands still with it. Each line
      // is on the disk as soon as it is written, so none is lost by ending strace.
      const patience = setTimeout(() => tracer.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(patience)
      const lines = readFileSync(path, 'utf8').split('\n')
      return { lines, own: lines.filter((line) => threads.has(line.split(' ')[0] ?? '')) }
    },
  }
}

/** Of a process that has ended, the one that it began with. */
function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return [String(pid)]
  }
}
