import type { PersonId } from '../../shared/ids.ts'
import type { PersonProgress, Turn } from '../../shared/session/state.ts'
import { laneOf } from './timeline-model.ts'

interface Bar {
  readonly startMs: number
  endMs: number
}

/** A line as it is drawn has this many places at most: turns that are nearer to each other are one bar. */
const places = 1_000

/**
 * All turns that are over as one SVG path: x is session time in milliseconds, y a pixel. However long the session, it has
 * no more bars than can be seen.
 */
export function pastTurnsPath(
  turns: readonly Turn[],
  people: readonly Pick<PersonProgress, 'personId'>[],
  lengthMs: number,
): string {
  const lanes = new Map<PersonId, number>(people.map(({ personId }, index) => [personId, laneOf(index)]))
  const nearMs = lengthMs / places
  // The newest bar of each lane, which may still grow.
  const growing: (Bar | undefined)[] = []
  let path = ''
  for (const { personId, startMs, endMs } of turns) {
    if (endMs === null) continue
    const lane = lanes.get(personId) ?? 0
    const bar = growing[lane]
    if (bar !== undefined && startMs - bar.endMs <= nearMs) {
      bar.endMs = Math.max(bar.endMs, endMs)
      continue
    }
    if (bar !== undefined) path += barPath(bar, lane)
    growing[lane] = { startMs, endMs }
  }
  growing.forEach((bar, lane) => {
    if (bar !== undefined) path += barPath(bar, lane)
  })
  return path
}

/** The turns that go on, until now. */
export function openTurnsPath(
  turns: readonly Turn[],
  people: readonly Pick<PersonProgress, 'personId'>[],
  nowMs: number,
): string {
  return turns
    .filter(({ endMs }) => endMs === null)
    .map(({ personId, startMs }) => {
      const index = people.findIndex((person) => person.personId === personId)
      return barPath({ startMs, endMs: nowMs }, laneOf(Math.max(0, index)))
    })
    .join('')
}

/** Moments as strokes of so many pixels downwards, which may be none: then they are points. */
export function momentsPath(times: readonly number[], fromY: number, height: number): string {
  return times.map((ms) => `M${ms} ${fromY}v${height}`).join('')
}

function barPath({ startMs, endMs }: Readonly<Bar>, lane: number): string {
  return `M${startMs} ${6 + lane * 5}H${endMs}`
}
