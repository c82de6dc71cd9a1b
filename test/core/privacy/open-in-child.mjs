// A process that holds what it is told to hold until its standard input ends, and says when it does.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

const [what, path] = process.argv.slice(2)
switch (what) {
  case 'tcp':
    await once(createServer().listen(0, '127.0.0.1'), 'listening')
    break
  case 'udp':
    await once(createSocket('udp6').bind(0, '::1'), 'listening')
    break
  case 'unix':
    await once(createServer().listen(path), 'listening')
    break
  case 'file':
    openSync(path, 'w', 0o600)
    break
  case 'read':
    openSync(path, 'r')
    break
  case 'parent':
    start(path)
    break
  // A browser leads a session of its own, and its helpers may lose their parent.
  case 'leader':
    start('orphan', { detached: true })
    break
  case 'orphan':
    start('passing')
    break
  case 'passing':
    start('tcp')
}
process.stdout.write('up\n')
if (what === 'passing') process.exit(0)
process.stdin.resume().on('end', () => process.exit(0))

function start(task, options = {}) {
  spawn(process.execPath, [import.meta.filename, task], { stdio: 'inherit', ...options })
}
