import { utilityProcess } from 'electron'
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
export function coreProcesses(path: string, env: NodeJS.ProcessEnv): StartCore {
  const own = Object.entries(env).filter(([name]) => passedOn.has(name) || name.startsWith('LC_'))
  return ({ onMessage, onExit }) => {
    const core = utilityProcess.fork(path, [], {
      serviceName: 'Circlekeeper core',
      execArgv: [],
      env: Object.fromEntries(own),
      // Nothing is written to the standard output; what the engine says when it fails goes where main's words go.
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    core.on('message', (message: FromCore) => onMessage(message))
    core.on('exit', onExit)
    return {
      // A process has no origin to target.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      post: (message) => core.postMessage(message),
      end: () => void core.kill(),
    }
  }
}
