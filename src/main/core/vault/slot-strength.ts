import { ceiling, deriveSlotKey, floor, saltBytes, type Strength } from './slot-key.ts'

/** How long one guess is to take on the computer that a slot is made on. */
export const targetMs = 500

/**
 * As much memory as fits first, then passes (RFC 9106, section 4). The most is what a laptop of 4 GiB has to spare next
 * to a browser; it is asked for at every opening, and by whoever opens the vault elsewhere.
 */
export const memoriesKiB = [262_144, 131_072, floor.memoryKiB] as const

/** Where a clock was wrong, an opening takes seconds and not minutes. */
export const mostPasses = ceiling.passes / 2

/**
 * What a new slot is made with, from how long one pass over one MiB was measured to take, in milliseconds. Never under the
 * floor and never over what is accepted when a slot is read, whatever was measured.
 */
export function strengthFor(msPerMiB: number): Strength {
  // A clock that stood still, went back or was none has measured nothing.
  if (!(msPerMiB > 0)) return floor
  for (const memoryKiB of memoriesKiB) {
    const passes = Math.floor(targetMs / (msPerMiB * (memoryKiB / 1_024)))
    if (passes >= floor.passes) return { ...floor, memoryKiB, passes: Math.min(passes, mostPasses) }
  }
  return floor
}

const trialCount = 5
const trial = { memoryKiB: memoriesKiB[0], passes: 1, lanes: floor.lanes } as const

/**
 * Measures on this computer what a new slot is to be made with. Takes half a second, or a few seconds where it is
 * slow. `now` counts milliseconds, and goes on while other things are done.
 */
export async function chooseStrength(now: () => number): Promise<Strength> {
  const tookMs: number[] = []
  const salt = Buffer.alloc(saltBytes).toString('base64')
  for (let count = 0; count < trialCount; count += 1) {
    const startMs = now()
    // One after the other: together they would slow each other.
    // oxlint-disable-next-line no-await-in-loop
    await deriveSlotKey(Buffer.alloc(0), { ...trial, salt })
    tookMs.push(now() - startMs)
  }
  // The quickest: whatever else the computer did, or a sleep in between, can only have made one slower.
  const quickestMs = Math.min(...tookMs.filter((ms) => ms > 0))
  return strengthFor(quickestMs / (trial.memoryKiB / 1_024))
}
