import { lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'stand-in-'

/** `TMPFS_MAGIC` of Linux: what is written there stays in memory. */
const ramBacked = 0x01021994

/**
 * Where the browser's profile lives while the app runs: in memory where the machine offers that, readable by this
 * user alone. What runs before this one left behind, having been killed, is removed first.
 */
export function openPrivateFolder(): { readonly path: string; wipe(): void } {
  const base = isRamBacked('/dev/shm') ? '/dev/shm' : tmpdir()
  removeLeftovers(base)
  const path = mkdtempSync(join(base, `${prefix}${process.pid}-${startTimeOf(process.pid) ?? 0}-`))
  return { path, wipe: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }) }
}

function isRamBacked(folder: string): boolean {
  if (process.platform !== 'linux') return false
  try {
    return statfsSync(folder).type === ramBacked && (lstatSync(folder).mode & 0o1002) === 0o1002
  } catch {
    return false
  }
}

function removeLeftovers(base: string): void {
  for (const name of readdirSync(base)) {
    const [, pid, startTime] = /^stand-in-(\d+)-(\d+)-/.exec(name) ?? []
    if (pid === undefined || isRunning(Number(pid), Number(startTime))) continue
    const path = join(base, name)
    if (lstatSync(path, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue
    rmSync(path, { recursive: true, force: true })
  }
}

/** A number is used again after its process has ended; the time of its start is not. */
function isRunning(pid: number, startTime: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const actual = startTimeOf(pid)
  return actual === undefined || actual === startTime
}

/** In ticks since the machine's start; known on Linux only. */
function startTimeOf(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name, the second field, may hold spaces and brackets.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19])
  } catch {
    return undefined
  }
}
