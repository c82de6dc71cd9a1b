import { readFileSync } from 'node:fs'
import type { MeasuredMemory } from '../../../shared/ipc/privacy-calls.ts'

/** Where the memory of these processes may stand on a disk, as the system tells it. `family` is null where it lists none. */
export function measureMemory(family: readonly number[] | null): MeasuredMemory {
  if (family === null) return { swappedBytes: null, dumps: null }
  return { swappedBytes: countSwapped(family), dumps: readDumps(family) }
}

function countSwapped(family: readonly number[]): number | null {
  const each = family.map((pid) => /^VmSwap:\s+(\d+) kB$/m.exec(readText(`/proc/${pid}/status`))?.[1])
  // One that has ended since has nothing there; where not one says it, the system does not count.
  if (each.every((kiB) => kiB === undefined)) return null
  return each.reduce((sum, kiB) => sum + Number(kiB ?? 0) * 1_024, 0)
}

function readDumps(family: readonly number[]): MeasuredMemory['dumps'] {
  const pattern = readText('/proc/sys/kernel/core_pattern')
  if (pattern === '') return null
  // The limit of a process does not hold for a program that the system hands its memory to.
  if (pattern.startsWith('|')) return 'handed-over'
  const limits = family.map(
    (pid) => /^Max core file size\s+(\S+)/m.exec(readText(`/proc/${pid}/limits`))?.[1],
  )
  if (limits.some((limit) => limit !== undefined && limit !== '0')) return 'written'
  return limits.includes(undefined) ? null : 'none'
}

/** Empty where it cannot be read. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
