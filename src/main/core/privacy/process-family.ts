import { readFileSync, readdirSync } from 'node:fs'

interface Process {
  readonly pid: number
  readonly parent: number
  /** The process that leads its session, as the system means the word: a browser leads one of its own. */
  readonly leader: number
}

/**
 * A process and everything that was started by it, as the system lists it: also what lost its parent since, for as long as
 * it is in the session of one of them. Null where the system has no such list.
 */
export function familyOf(pid: number): readonly number[] | null {
  if (process.platform !== 'linux') return null
  const all = listProcesses()
  const family = new Set([pid])
  let size = 0
  while (size !== family.size) {
    ;({ size } = family)
    for (const one of all)
      if (family.has(one.parent) || (one.leader !== pid && family.has(one.leader) && isLed(all, one)))
        family.add(one.pid)
  }
  return [...family]
}

// The console itself may be in the session of a terminal, with programs that are none of its own.
function isLed(all: readonly Process[], { leader }: Process): boolean {
  return all.some((one) => one.pid === leader && one.leader === leader)
}

function listProcesses(): readonly Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      // The program's name, the second field, may hold spaces and brackets.
      const [, parent, , leader] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return [{ pid: Number(name), parent: Number(parent), leader: Number(leader) }]
    } catch {
      // It has ended since the list was made.
      return []
    }
  })
}
