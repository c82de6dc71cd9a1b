import { spawnSync } from 'node:child_process'
import { accessSync, constants, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// As root a network of one's own can be had as it is; anyone else needs a user namespace around it.
const isolation = process.getuid?.() === 0 ? ['--net'] : ['--user', '--map-current-user', '--net']

/**
 * A program that starts Chromium in a network that has no interface, where Linux lets us have one. No switch keeps
 * Chromium from looking for the internet by itself (it aims a socket at a public address to learn whether there is
 * IPv6); in there nothing can be reached. Elsewhere the browser is started as it is.
 */
export function offlineLauncher(executable: string, folder: string): string {
  if (process.platform !== 'linux') return executable
  if (spawnSync('unshare', [...isolation, 'true'], { stdio: 'ignore' }).status !== 0) return executable
  const launcher = join(folder, 'offline-browser')
  writeFileSync(launcher, `#!/bin/sh\nexec unshare ${isolation.join(' ')} -- ${quoted(executable)} "$@"\n`, {
    mode: 0o700,
  })
  return isRunnable(launcher) ? launcher : executable
}

// Temporary folders may be mounted so that nothing in them can be started.
function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
