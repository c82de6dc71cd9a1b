import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a second start tells the first. */
export interface SecondStart {
  readonly argv: string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

export type InstanceLock =
  | { readonly isHeld: true; release(): void }
  /** Somebody else holds it, and has heard of this start once `told` is settled. */
  | { readonly isHeld: false; readonly told: Promise<void> }

/** A start that found the lock taken waits this long to be heard; the first may be too busy to listen. */
const patienceMs = 2000

/**
 * One running app for each folder of user data. The lock is a socket with a name: two cannot listen on one, and the
 * system takes it back when a process ends, however it ends. Whoever knows the name must also know the folder's key.
 */
export function lockInstance(
  userData: string,
  mine: SecondStart,
  onSecond: (other: SecondStart) => void,
): InstanceLock {
  const key = keyOf(userData)
  const address = addressOf(key)
  const server =
    listen(address, key, onSecond) ?? (removeStale(address) ? listen(address, key, onSecond) : undefined)
  return server
    ? { isHeld: true, release: () => void server.close() }
    : { isHeld: false, told: tellFirst(address, key, mine) }
}

function keyOf(userData: string): string {
  const path = join(userData, 'instance-key')
  mkdirSync(userData, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(path, 'utf8')
}

function addressOf(key: string): string {
  const name = `stand-in-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`
  switch (process.platform) {
    // A leading zero: a name of Linux's own, outside the file system.
    case 'linux':
      return `\0${name}`
    case 'win32':
      return String.raw`\\.\pipe\${name}`
    default:
      return join(tmpdir(), `${name}.socket`)
  }
}

/** Node binds such a socket before it returns, so the answer is there at once. */
function listen(address: string, key: string, onSecond: (other: SecondStart) => void): Server | undefined {
  const server = createServer((socket) => {
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => socket.destroy())
    socket.on('end', () => {
      const [theirKey, ...rest] = Buffer.concat(chunks).toString('utf8').split('\n')
      if (theirKey === key) onSecond(JSON.parse(rest.join('\n')))
      socket.end()
    })
  })
  server.on('error', () => undefined)
  server.listen(address)
  server.unref()
  return server.listening ? server : undefined
}

/** Where the socket is a file, it outlives a killed process: nobody answers it then. */
function removeStale(address: string): boolean {
  if (process.platform === 'linux' || process.platform === 'win32') return false
  const ask = `require('node:net').connect(${JSON.stringify(address)}).on('connect',()=>process.exit(0)).on('error',()=>process.exit(1))`
  if (spawnSync(process.execPath, ['-e', ask], { timeout: patienceMs }).status !== 1) return false
  rmSync(address, { force: true })
  return true
}

function tellFirst(address: string, key: string, mine: SecondStart): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(address, () => socket.end(`${key}\n${JSON.stringify(mine)}`))
    socket.setTimeout(patienceMs, () => socket.destroy())
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
    socket.resume()
  })
}
