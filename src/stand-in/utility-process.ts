import { fork, type ChildProcess, type IOType } from 'node:child_process'
import { channel } from 'node:diagnostics_channel'
import { fileURLToPath } from 'node:url'
import type * as Electron from 'electron'
import { createCarriedEmitter } from './carried-emitter.ts'
import { carryOnly, notCarried } from './not-carried.ts'

/** Lets a test put something into a process before anything else runs in it, and talk to that. */
const forkChannel = channel('stand-in:fork')

/** Gives the process what it knows of its parent, and is all that it has of this module: no `electron` can be imported there. */
const parentPort = fileURLToPath(new URL('parent-port.ts', import.meta.url))

const carried = new Set(['serviceName', 'execArgv', 'env', 'cwd', 'stdio'])

/** Node's own child processes in the place of Chromium's. */
export function createUtilityProcess(): typeof Electron.utilityProcess {
  return carryOnly<typeof Electron.utilityProcess>('utilityProcess', {
    fork(path: string, args: string[] = [], options: Electron.ForkOptions = {}) {
      for (const option of Object.keys(options))
        if (!carried.has(option)) throw notCarried(`the option '${option}' of utilityProcess.fork`)
      return describe(start(path, args, options))
    },
  })
}

function start(path: string, args: readonly string[], options: Electron.ForkOptions): ChildProcess {
  const { execArgv = [], env = process.env, cwd, stdio = 'inherit' } = options
  const [, out = 'inherit', err = 'inherit'] = Array.isArray(stdio) ? stdio : ['ignore', stdio, stdio]
  const preloads = ['--import', parentPort]
  const forked = Promise.withResolvers<ChildProcess>()
  forkChannel.publish({ preloads, forked: forked.promise })
  const child = fork(path, args, {
    execArgv: [...preloads, ...execArgv],
    env: { ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['ignore', carriedStdio(out), carriedStdio(err), 'ipc'],
    serialization: 'advanced',
  })
  forked.resolve(child)
  return child
}

function carriedStdio(stdio: string): IOType {
  if (stdio === 'ignore' || stdio === 'inherit') return stdio
  throw notCarried(`the stdio '${stdio}' of utilityProcess.fork`)
}

/** What the port sends is in a field of its own: a test's messages go the same way. */
interface Carried {
  readonly port?: unknown
}

function describe(child: ChildProcess): Electron.UtilityProcess {
  // What Electron tells as an 'error' is the engine's own report before the exit, which is told here too.
  const emitter = createCarriedEmitter('UtilityProcess', ['spawn', 'message', 'error', 'exit'])
  child.once('spawn', () => emitter.emit('spawn'))
  child.on('message', (message: Carried) => {
    if ('port' in message) emitter.emit('message', message.port)
  })
  // A process that could not be started has ended, there as here.
  child.once('error', () => undefined)
  child.once('close', (code) => emitter.emit('exit', code ?? 1))
  const pid = () => (child.exitCode === null && child.signalCode === null ? child.pid : undefined)
  const part = {
    stdout: null,
    stderr: null,
    // What is sent to one that has ended is lost, there as here.
    postMessage: (port: unknown, transfer: readonly unknown[] = []) => {
      if (transfer.length > 0) throw notCarried('the transfer of ports to a utility process')
      if (child.connected) child.send({ port }, () => undefined)
    },
    kill: () => child.kill(),
  }
  const whole = Object.defineProperty(Object.assign(emitter, part), 'pid', { get: pid })
  return carryOnly<Electron.UtilityProcess>('UtilityProcess', whole)
}
