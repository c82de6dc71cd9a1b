import fc from 'fast-check'
import { commandArbitrary, note, person, prepareArbitrary, stepArbitrary, type Step } from './arbitraries.ts'
import { startRun, step } from './run.ts'
import { signArbitrary } from './sign-arbitrary.ts'

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

const lateCommand = fc.oneof(
  { weight: 3, arbitrary: signArbitrary(person, note) },
  { weight: 1, arbitrary: commandArbitrary },
)

/** A step after the close: mostly somebody signs. */
export const lateStepArbitrary: fc.Arbitrary<Step> = fc
  .tuple(stepArbitrary, lateCommand)
  .map(([late, command]) => ({ ...late, command }))
