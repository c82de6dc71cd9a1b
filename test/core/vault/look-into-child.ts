import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { definitely } from '../support/world.ts'
import { temporaryFolder } from './temporary-vault.ts'

/** Opens a vault in a process of its own, which stays; answers its id. */
export async function openInChild(role: 'author' | 'reviewer' | 'destroyer', folder: string, typed: string) {
  const script = join(import.meta.dirname, 'reviewer-in-child.ts')
  const child = spawn(process.execPath, [script, role, folder, typed], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = await once(child.stdout, 'data')
  expect(String(said)).toBe('open')
  return definitely(child.pid)
}

/** Whether the bytes stand anywhere in what a process has in memory, as they are or in hex. */
export function isInMemory(pid: number, key: Buffer): boolean {
  const spellings = [key, Buffer.from(key.toString('hex'))]
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  try {
    return readFileSync(`/proc/${pid}/maps`, 'utf8')
      .split('\n')
      .filter((line) => / rw/.test(line) && !line.includes('[vvar'))
      .some((line) => {
        const [from = 0, to = 0] = (line.split(' ')[0] ?? '')
          .split('-')
          .map((hex) => Number.parseInt(hex, 16))
        return spellings.some((bytes) => isIn(memory, from, to, bytes))
      })
  } finally {
    closeSync(memory)
  }
}

function isIn(memory: number, from: number, to: number, bytes: Buffer): boolean {
  const step = 1 << 24
  const chunk = Buffer.alloc(step + bytes.length)
  for (let at = from; at < to; at += step) {
    let length = 0
    try {
      length = readSync(memory, chunk, 0, Math.min(chunk.length, to - at), at)
    } catch {
      // Pages that were set aside and never used.
    }
    if (chunk.subarray(0, length).includes(bytes)) return true
  }
  return false
}

/** The files of the vault that a process opened, from its first breath to its last. */
export async function openedFiles(
  role: 'author' | 'reviewer',
  folder: string,
  typed: string,
): Promise<string> {
  const traced = join(temporaryFolder(), 'calls')
  const script = join(import.meta.dirname, 'reviewer-in-child.ts')
  const asked = ['-f', '-e', 'trace=open,openat,openat2,creat', '-o', traced]
  const child = spawn('strace', [...asked, process.execPath, script, role, folder, typed], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  const ended = once(child, 'exit')
  spawnSync('pkill', ['-TERM', '-P', String(child.pid)])
  await ended
  return readFileSync(traced, 'utf8')
}
