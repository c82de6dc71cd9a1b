import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import type { PrivacyMeasure } from '../../../shared/ipc/privacy-calls.ts'
import { errorCode } from '../vault/vault-failure.ts'

type Sockets = NonNullable<PrivacyMeasure['sockets']>

interface Look {
  readonly processCount: number
  readonly closedCount: number
  readonly local: ReadonlySet<string>
  /** By inode: a socket that several processes share is one. */
  readonly outward: ReadonlySet<string>
}

/**
 * Counts the sockets of these processes. What the system lists as a socket of its own computer (of Unix, of the kernel) is
 * local, and every other one leads out: an internet socket that nobody has connected yet stands in no table, and is counted.
 */
export function countSockets(pids: readonly number[]): Sockets {
  const first = look(pids)
  // One that was closed between the two readings of a look stands in no table either; an open one is there again.
  const again = first.outward.size === 0 ? first : look(pids)
  return {
    processCount: again.processCount,
    closedCount: again.closedCount,
    internetCount: again.outward.intersection(first.outward).size,
    localCount: again.local.size,
  }
}

function look(pids: readonly number[]): Look {
  const held = pids.map((pid) => socketsOf(pid))
  const localInodes = new Set(
    pids.flatMap((pid) => [...listed(pid, 'unix', 6), ...listed(pid, 'netlink', 9)]),
  )
  const all = new Set(held.flatMap((one) => (Array.isArray(one) ? one : [])))
  return {
    processCount: held.filter((one) => one !== 'ended').length,
    closedCount: held.filter((one) => one === 'closed').length,
    local: all.intersection(localInodes),
    outward: all.difference(localInodes),
  }
}

function socketsOf(pid: number): readonly string[] | 'closed' | 'ended' {
  const folder = `/proc/${pid}/fd`
  try {
    return readdirSync(folder).flatMap((fd) => inodeOf(`${folder}/${fd}`) ?? [])
  } catch (error) {
    const code = errorCode(error)
    return code === 'EACCES' || code === 'EPERM' ? 'closed' : 'ended'
  }
}

function inodeOf(link: string): string | undefined {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.[1]
  } catch {
    return undefined
  }
}

/** The inodes in a table of the network that the process is in; a browser may be in another one than the console. */
function listed(pid: number, table: 'unix' | 'netlink', column: number): readonly string[] {
  try {
    const lines = readFileSync(`/proc/${pid}/net/${table}`, 'utf8').trim().split('\n').slice(1)
    return lines.map((line) => line.trim().split(/\s+/)[column] ?? '')
  } catch {
    return []
  }
}
