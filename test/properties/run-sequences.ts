import { parentPort, workerData } from 'node:worker_threads'
import type { AnyCommand } from '../../src/shared/session/commands.ts'
import { decide } from '../../src/shared/session/decide.ts'
import type { SessionEvent } from '../../src/shared/session/events.ts'
import { fold, foldAll } from '../../src/shared/session/fold.ts'
import type { Stamp } from '../../src/shared/session/stamp.ts'
import { emptySession, type SessionState } from '../../src/shared/session/state.ts'
import { groupTypeSchema } from '../../src/shared/agenda/group-type.ts'
import { prepareCommand } from '../unit/session/arbitraries.ts'
import { contradictions } from '../unit/session/contradictions.ts'
import { firstStamp, visible } from '../unit/session/run.ts'
import { createDice, type Dice } from './dice.ts'
import { afterwards, randomCommand } from './random-command.ts'

export interface Share {
  readonly seed: number
  readonly from: number
  readonly count: number
}

export interface Outcome {
  readonly sequences: number
  readonly commands: number
  readonly events: number
  /** How many texts were signed in them. */
  readonly signatures: number
  /** The first sequence that broke something, to be run again alone. */
  readonly broken: {
    readonly index: number
    readonly words: readonly string[]
    readonly commands: readonly AnyCommand[]
  } | null
}

const prepares = groupTypeSchema.options.map((type) => prepareCommand(type))
const minuteMs = 60_000

function runShare({ seed, from, count }: Share): Outcome {
  let commands = 0
  let events = 0
  let signatures = 0
  for (let index = from; index < from + count; index += 1) {
    const done = runSequence(createDice(seed + index * 7_919), index)
    commands += done.commands.length
    events += done.events.length
    signatures += done.events.filter(({ body }) => body.type === 'note.signed').length
    if (done.words.length > 0) {
      const broken = { index, words: done.words, commands: done.commands }
      return { sequences: index - from + 1, commands, events, signatures, broken }
    }
  }
  return { sequences: count, commands, events, signatures, broken: null }
}

interface Done {
  readonly commands: readonly AnyCommand[]
  readonly events: readonly SessionEvent[]
  readonly words: readonly string[]
}

function runSequence(dice: Dice, index: number): Done {
  const events: SessionEvent[] = []
  const commands: AnyCommand[] = []
  let state = emptySession
  let stamp = firstStamp
  const give = (command: AnyCommand): readonly string[] => {
    commands.push(command)
    const decision = decide(state, command, stamp)
    if (!decision.ok) return []
    const act = state.seq + 1
    const { signed } = state
    for (const body of decision.value) {
      const event = { seq: state.seq + 1, act, stamp, body }
      events.push(event)
      state = fold(state, event)
    }
    const kept = signed.filter(({ personId }) => !state.erasedIds.includes(personId))
    const stands = kept.every(({ noteId }, at) => state.signed[at]?.noteId === noteId)
    return [...contradictions(state), ...(stands ? [] : ['what was signed is gone'])]
  }
  const opening: AnyCommand[] = [
    prepares[index % prepares.length] ?? prepareCommand(),
    // Most are begun with everybody here: that is where the time is spent.
    ...(dice.oneIn(6) ? [] : ([{ type: 'arrive-all' }, { type: 'start', end: 'full-length' }] as const)),
  ]
  // Now and then a long one, in which undo reaches back over what was kept of the past.
  const isLong = index % 100 === 0
  const length = isLong ? 250 : 4 + dice.below(20)
  // One in four is ended and signed.
  const signings = dice.oneIn(4) ? 15 : 0
  const endsAt = opening.length + length
  for (let step = 0; step < endsAt + signings; step += 1) {
    stamp = later(stamp, dice)
    const next = step < endsAt ? randomCommand : step === endsAt ? endNow : afterwards
    const words = give(opening[step] ?? next(dice))
    if (words.length > 0) return { commands, events, words }
  }
  const words = [
    ...(isLong && differs(state, foldPlainly(events)) ? ['it is another session when folded anew'] : []),
    ...(isLong && differs(state, foldAll(events)) ? ['it is another session when folded at once'] : []),
  ]
  return { commands, events, words }
}

function endNow(): AnyCommand {
  return { type: 'end' }
}

/** Time goes on; now and then the wall clock alone is moved, or the console starts anew. */
function later(stamp: Stamp, dice: Dice): Stamp {
  const passMs = dice.oneIn(4) ? 0 : dice.below(dice.oneIn(5) ? 20 * minuteMs : 5_000)
  const jumpMs = dice.oneIn(20) ? dice.below(240 * minuteMs) - 120 * minuteMs : 0
  const wallMs = stamp.wallMs + passMs + jumpMs
  if (dice.oneIn(40)) return { ...stamp, wallMs, monoMs: 10, run: `run-${wallMs}` }
  return { ...stamp, wallMs, monoMs: stamp.monoMs + passMs }
}

/** Folds a log as if nothing of the past was ever kept: every undo begins at the first event. */
function foldPlainly(events: readonly SessionEvent[]): SessionState {
  let state = emptySession
  for (const event of events) {
    const history = forget(state.history)
    state = fold({ ...state, history }, event)
  }
  return state
}

function forget(history: SessionState['history']): SessionState['history'] {
  return history === null ? null : { ...history, before: null, earlier: forget(history.earlier) }
}

function differs(one: SessionState, other: SessionState): boolean {
  return JSON.stringify(visible(one)) !== JSON.stringify(visible(other))
}

const share: Share = workerData
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(runShare(share))
