import { createHash, randomBytes, randomUUID } from 'node:crypto'
import os from 'node:os'
import { createClock, type ClockCourse, type LastingClock } from './clock.ts'

/** Where unpredictable values come from. */
export interface Random {
  /** A new id, still without its brand: parse it with the schema of what it names. */
  readonly uuid: () => string
  readonly bytes: (count: number) => Buffer
}

export const systemRandom: Random = {
  uuid: () => randomUUID(),
  bytes: (count) => randomBytes(count),
}

/** This computer's clocks, read through their globals at every reading. With a `course`, the run of another process goes on. */
export function createSystemClock(course?: ClockCourse): LastingClock {
  const sources = {
    wall: () => Date.now(),
    mono: () => process.hrtime.bigint(),
    uptime: () => os.uptime(),
    run: randomUUID(),
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
  return createClock(sources, course)
}

export function sha256(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
