import type { utilityProcess } from 'electron'
import type { StartCore } from '../core-client.ts'
import type { FromCore } from '../core/protocol.ts'

/** What the core, and what it is made of, read of their surroundings: time zone and language, and where the system has what. */
const passedOn: ReadonlySet<string> = new Set([
  'HOME',
  'LANG',
  'LANGUAGE',
  'LD_LIBRARY_PATH',
  'PATH',
  'SystemRoot',
  'TEMP',
  'TMP',
  'TMPDIR',
  'TZ',
  'USERPROFILE',
  'UV_USE_IO_URING',
])

/**
 * Lets the core run in processes of its own, which end with all that their memory held. `path`: the built core. Only once the
 * app is ready.
 */
export function coreProcesses(
  processes: Pick<typeof utilityProcess, 'fork'>,
  path: string,
  env: NodeJS.ProcessEnv,
): StartCore {
  const own = Object.entries(env).filter(([name]) => passedOn.has(name) || name.startsWith('LC_'))
  return ({ onMessage, onExit }) => {
    const core = processes.fork(path, [], {
      serviceName: 'Circlekeeper core',
      execArgv: [],
      env: Object.fromEntries(own),
      // Nothing is written to the standard output; what the engine says when it fails goes where main's words go.
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    core.on('message', (message: FromCore) => onMessage(message))
    core.on('exit', onExit)
    // The engine could not go on, most likely for want of memory; the exit follows. Its report is not even taken, since it
    // tells of the machine and the process: but an 'error' that nobody listens to would be thrown here.
    core.on('error', () => undefined)
    return {
      // A process has no origin to target.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      post: (message) => core.postMessage(message),
      end: () => void core.kill(),
    }
  }
}
