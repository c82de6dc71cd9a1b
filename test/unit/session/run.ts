import { decide } from '../../../src/shared/session/decide.ts'
import type { AnyCommand, Refusal } from '../../../src/shared/session/commands.ts'
import type { SessionEvent } from '../../../src/shared/session/events.ts'
import { fold } from '../../../src/shared/session/fold.ts'
import type { Stamp } from '../../../src/shared/session/stamp.ts'
import { emptySession, type SessionState } from '../../../src/shared/session/state.ts'
import { memberCount, person, prepareCommand, type Step } from './arbitraries.ts'

export const firstStamp: Stamp = {
  wallMs: 1_794_933_900_000,
  monoMs: 5_000,
  run: 'run-1',
  zone: 'America/New_York',
}

/** A session in memory: commands are decided and their events folded, as the core does on disk. */
export interface Run {
  readonly state: SessionState
  readonly events: readonly SessionEvent[]
  readonly stamp: Stamp
  readonly refusal: Refusal | null
}

export function startRun(prepare = prepareCommand()): Run {
  return act({ state: emptySession, events: [], stamp: firstStamp, refusal: null }, prepare)
}

/** Gives a command after `passMs`. */
export function act(run: Run, command: AnyCommand, passMs = 0): Run {
  return step(run, { command, passMs, wallJumpMs: 0, isNewRun: false })
}

export function step(run: Run, { command, passMs, wallJumpMs, isNewRun }: Step): Run {
  const wallMs = run.stamp.wallMs + passMs + wallJumpMs
  if (!isNewRun) return give(run, command, { ...run.stamp, wallMs, monoMs: run.stamp.monoMs + passMs })
  // A new start of the core begins a new monotonic clock, and the first thing noted is that it was away.
  const restarted: Stamp = { ...run.stamp, wallMs, monoMs: 10, run: `${run.stamp.run}+` }
  const back = give(
    run,
    { type: 'come-back', awayMs: Math.max(0, passMs - 5_000), passedMs: null },
    restarted,
  )
  return give(back, command, { ...restarted, monoMs: 15, wallMs: wallMs + 5 })
}

function give(run: Run, command: AnyCommand, stamp: Stamp): Run {
  const decision = decide(run.state, command, stamp)
  if (!decision.ok) return { ...run, stamp, refusal: decision.error }
  const first = run.events.length + 1
  const events = decision.value.map((body, index) => ({ seq: first + index, act: first, stamp, body }))
  return {
    state: events.reduce(fold, run.state),
    events: [...run.events, ...events],
    stamp,
    refusal: null,
  }
}

export function actAll(
  run: Run,
  ...commands: readonly (readonly [passMs: number, command: AnyCommand])[]
): Run {
  return commands.reduce((so, [passMs, command]) => act(so, command, passMs), run)
}

/** A session in which the floor is taken a hundred and fifty times. */
export function manyTurns(): Run {
  let run = actAll(startRun(), [0, { type: 'arrive-all' }], [0, { type: 'start', end: 'full-length' }])
  for (let turn = 0; turn < 150; turn += 1) {
    const personId = person(turn % memberCount)
    run = actAll(run, [1_000, { type: 'give-floor', personId }], [1_000, { type: 'release-floor', personId }])
  }
  return run
}

/** What a facilitator can see of a state: everything but the log's own book-keeping. */
export function visible(state: SessionState): Omit<SessionState, 'seq' | 'history'> {
  const { seq: _seq, history: _history, ...rest } = state
  return rest
}
