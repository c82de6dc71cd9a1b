import { readFileSync } from 'node:fs'
import { familyOf } from '../../test/support/launch.ts'

/** Ticks of the kernel in a second of a process's time: the same on every Linux that Node runs on. */
const ticksPerSecond = 100

/** Seconds of one core that a process and all that it has started have used so far. Reads /proc, so on Linux alone. */
export function usedSeconds(pid: number): number {
  return familyOf(pid).reduce((sum, one) => sum + usedBy(one), 0)
}

function usedBy(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name of the program, in brackets, may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  } catch {
    // It ended meanwhile.
    return 0
  }
}
