import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A socket of the internet's families that a process holds, as Linux tells it. */
export interface InetSocket {
  readonly pid: number
  readonly table: string
  /** Hexadecimal address and port. */
  readonly local: string
  readonly remote: string
  readonly isListening: boolean
}

const tables = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'] as const

/** Linux's TCP_LISTEN; a UDP socket without a peer can be sent to as well, and has this state. */
const listening: Readonly<Record<string, string>> = {
  tcp: '0A',
  tcp6: '0A',
  udp: '07',
  udp6: '07',
  raw: '07',
  raw6: '07',
}

/** Every such socket of these processes; a process that has ended meanwhile has none. */
export function inetSocketsOf(pids: readonly number[]): readonly InetSocket[] {
  return pids.flatMap((pid) => {
    const inodes = socketInodesOf(pid)
    return tables.flatMap((table) => readTable(pid, table).filter(({ inode }) => inodes.has(inode)))
  })
}

function socketInodesOf(pid: number): ReadonlySet<string> {
  const folder = `/proc/${pid}/fd`
  const links = attempt(() => readdirSync(folder), []).map((fd) =>
    attempt(() => readlinkSync(`${folder}/${fd}`), ''),
  )
  return new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []))
}

function readTable(
  pid: number,
  table: (typeof tables)[number],
): readonly (InetSocket & { readonly inode: string })[] {
  const text = attempt(() => readFileSync(`/proc/${pid}/net/${table}`, 'utf8'), '')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      // sl local remote state queues timer retransmits uid timeout inode
      const [, local = '', remote = '', state = '', , , , , , inode = ''] = line.trim().split(/\s+/)
      return { pid, table, local, remote, isListening: state === listening[table], inode }
    })
}

/** What a process had is gone with it. */
function attempt<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read()
  } catch {
    return otherwise
  }
}
