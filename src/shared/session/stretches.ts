import type { PhaseId } from '../ids.ts'
import { passedBetween } from './advance.ts'
import type { SessionEvent } from './events.ts'
import type { Span } from './spans.ts'
import { jumpThresholdMs } from './stamp.ts'
import type { Gap, History, SessionState } from './state.ts'
import type { Observation, PauseKind } from './vocabulary.ts'

/**
 * How a stretch of session time was spent. *pause* and *break*: the clock of the phase stood; *break-phase*: a phase of
 * the agenda that is a break; *unseen*: nobody saw who spoke.
 */
export type Manner = 'group' | 'pause' | 'break' | 'break-phase' | 'unseen'

/** A piece of session time in which nothing of this changed. */
export interface Stretch extends Span {
  readonly manner: Manner
  /** Null where a sheet of paper gives the time to no phase. */
  readonly phaseId: PhaseId | null
  readonly observation: Observation
}

/** What the wall clock showed at a moment of the session; it went on evenly until the next of these. */
export interface WallReading {
  readonly startMs: number
  readonly wallMs: number
}

export interface SessionTime {
  /** They follow each other from 0 to the end without a hole. */
  readonly stretches: readonly Stretch[]
  readonly walls: readonly WallReading[]
  readonly elapsedMs: number
}

/** Where the session's time went, from the events that were not taken back. Agrees with what folding them gives. */
export function sessionTime(state: SessionState): SessionTime {
  return state.enteredLateAtMs === null ? walkLog(state) : paperTime(state)
}

interface Walk {
  stage: 'off' | 'running' | 'paused'
  pauseKind: PauseKind
  phaseId: PhaseId | null
  observation: Observation
  elapsedMs: number
  readonly breakPhases: ReadonlySet<PhaseId>
  readonly stretches: Stretch[]
  readonly walls: WallReading[]
}

function walkLog(state: SessionState): SessionTime {
  const entries = entriesOf(state.history)
  const walk: Walk = {
    stage: 'off',
    pauseKind: 'pause',
    phaseId: null,
    observation: 'floor',
    elapsedMs: 0,
    breakPhases: new Set(state.phases.flatMap(({ id, kind }) => (kind === 'break' ? [id] : []))),
    stretches: [],
    walls: [],
  }
  let before: SessionEvent | null = null
  for (const { event, isUndone } of entries) {
    const ms: number = before === null || walk.stage === 'off' ? 0 : passedBetween(before, event)
    // How the time of a lock passed is told by the event that ends it.
    if (event.body.type === 'phase.ran-out') continue
    if (event.body.type === 'console.returned' && !isUndone) {
      const gap = state.gaps.find(({ seq }) => seq === event.seq)
      comeBack(walk, ms, event.body.awayMs, gap)
    } else {
      passTime(walk, ms, mannerNow(walk))
    }
    if (!isUndone) apply(walk, event)
    readWall(walk, event.stamp.wallMs)
    before = event
  }
  // Looked at while it goes on, more time has passed than the log tells of.
  passTime(walk, Math.max(0, state.elapsedMs - walk.elapsedMs), mannerNow(walk))
  const { stretches, walls, elapsedMs } = walk
  return { stretches, walls, elapsedMs }
}

function entriesOf(history: History | null): History[] {
  const entries: History[] = []
  for (let entry = history; entry !== null; entry = entry.earlier) entries.push(entry)
  return entries.toReversed()
}

function comeBack(walk: Walk, ms: number, awayMs: number, gap: Gap | undefined): void {
  const goneMs = Math.min(ms, awayMs)
  passTime(walk, ms - goneMs, mannerNow(walk))
  if (gap?.verdict === 'end') {
    walk.stage = 'off'
    return
  }
  const endMs = walk.elapsedMs + goneMs
  for (const { atMs, nextId } of gap?.ranOut ?? []) {
    if (nextId === null) continue
    passUnseen(walk, atMs - walk.elapsedMs, 'unseen')
    walk.phaseId = nextId
  }
  passUnseen(walk, endMs - walk.elapsedMs, gap?.verdict === 'break' ? 'break' : 'unseen')
}

function passUnseen(walk: Walk, ms: number, unseen: 'break' | 'unseen'): void {
  const manner = mannerNow(walk)
  passTime(walk, ms, manner === 'group' ? unseen : manner)
}

function mannerNow({ stage, pauseKind, phaseId, breakPhases }: Walk): Manner {
  if (phaseId !== null && breakPhases.has(phaseId) && stage !== 'paused') return 'break-phase'
  return stage === 'paused' ? pauseKind : 'group'
}

function passTime(walk: Walk, ms: number, manner: Manner): void {
  if (ms === 0 || walk.stage === 'off') return
  const { phaseId, observation, stretches } = walk
  const [startMs, endMs] = [walk.elapsedMs, walk.elapsedMs + ms]
  const last = stretches.at(-1)
  const goesOn =
    last?.manner === manner && last.phaseId === phaseId && last.observation === observation ? last : null
  if (goesOn === null) stretches.push({ startMs, endMs, manner, phaseId, observation })
  else stretches[stretches.length - 1] = { ...goesOn, endMs }
  walk.elapsedMs = endMs
}

function apply(walk: Walk, { body }: SessionEvent): void {
  switch (body.type) {
    case 'session.started':
    case 'pause.ended':
      walk.stage = 'running'
      break
    case 'session.ended':
      walk.stage = 'off'
      break
    case 'pause.began':
      walk.stage = 'paused'
      walk.pauseKind = body.kind
      break
    case 'phase.entered':
      walk.phaseId = body.phaseId
      break
    case 'observation.changed':
      walk.observation = body.observation
      break
    default:
  }
}

function readWall({ stage, walls, elapsedMs: startMs }: Walk, wallMs: number): void {
  const last = walls.at(-1)
  const expectedMs = last === undefined ? Infinity : last.wallMs + startMs - last.startMs
  if (stage !== 'off' && Math.abs(wallMs - expectedMs) > jumpThresholdMs) walls.push({ startMs, wallMs })
}

// Paper knows no pauses, and nobody's turns.
function paperTime({ phases, elapsedMs, startedAtMs }: SessionState): SessionTime {
  const held = phases
    .flatMap(({ id, kind, enteredAtMs, actualMs }): Stretch[] => {
      if (enteredAtMs === null || actualMs === 0) return []
      const manner = kind === 'break' ? 'break-phase' : 'unseen'
      return [stretchOnPaper(enteredAtMs, enteredAtMs + actualMs, manner, id)]
    })
    .toSorted((a, b) => a.startMs - b.startMs)
  const heldMs = held.at(-1)?.endMs ?? 0
  const rest = heldMs < elapsedMs ? [stretchOnPaper(heldMs, elapsedMs, 'unseen', null)] : []
  return { stretches: [...held, ...rest], walls: [{ startMs: 0, wallMs: startedAtMs ?? 0 }], elapsedMs }
}

function stretchOnPaper(startMs: number, endMs: number, manner: Manner, phaseId: PhaseId | null): Stretch {
  return { startMs, endMs, manner, phaseId, observation: 'floor' }
}
