import fc from 'fast-check'
import { prepareArbitrary, stepArbitrary, type Step } from './arbitraries.ts'
import { startRun, step } from './run.ts'

// Most runs begin with everybody here and the session started: that is where the time is spent.
const opening: readonly Step[] = [
  { passMs: 1_000, wallJumpMs: 0, isNewRun: false, command: { type: 'arrive-all' } },
  { passMs: 1_000, wallJumpMs: 0, isNewRun: false, command: { type: 'start', end: 'full-length' } },
]

/** A session under any sequence of commands, as it stood after each. */
export const runArbitrary = fc
  .tuple(
    prepareArbitrary,
    fc.constantFrom([], opening, opening),
    fc.array(stepArbitrary, { size: 'max', maxLength: 80 }),
  )
  .map(([prepare, start, steps]) => {
    const runs = [startRun(prepare)]
    for (const next of [...start, ...steps]) runs.push(step(runs.at(-1) ?? startRun(prepare), next))
    return { runs }
  })
