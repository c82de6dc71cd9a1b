import fc from 'fast-check'
import { expect, it } from 'vitest'
import { advance } from '../../../src/shared/session/advance.ts'
import { lastAct } from '../../../src/shared/session/decide.ts'
import { note, person } from './arbitraries.ts'
import { lateStepArbitrary, runArbitrary } from './arbitrary-run.ts'
import { act, actAll, startRun, step, visible, type Run } from './run.ts'

const commitment = '0'.repeat(64)

/** A session that is over, with a note, its addendum and a closed follow-up about one member, and a note about another. */
function signedRun(): Run {
  const run = actAll(
    startRun(),
    [0, { type: 'arrive-all' }],
    [0, { type: 'start', end: 'full-length' }],
    [1_000, { type: 'mark', personId: person(2), mark: 'risk' }],
    [1_000, { type: 'mark', personId: person(3), mark: 'risk' }],
    [1_000, { type: 'end' }],
  )
  const marks = run.state.followUps.map(({ mark }) => mark)
  const signing = {
    type: 'sign-note' as const,
    commitment,
    signedById: person(0),
    needsCoSignature: false,
    overridden: [],
  }
  return actAll(
    run,
    [0, { ...signing, personId: person(2), noteId: note(1), kind: 'note', amends: null }],
    [0, { ...signing, personId: person(2), noteId: note(2), kind: 'addendum', amends: note(1) }],
    [0, { ...signing, personId: person(3), noteId: note(3), kind: 'note', amends: null }],
    [
      0,
      {
        type: 'close-follow-up',
        mark: marks[0] ?? 0,
        noteId: note(4),
        commitment,
        signedById: person(0),
      },
    ],
  )
}

it('tells which texts are gone: the notes about them and the words of their follow-ups, and nobody else’s', () => {
  const run = act(signedRun(), { type: 'erase-chart', personId: person(2) })
  expect(run.events.at(-1)?.body).toEqual({
    type: 'chart.erased',
    personId: person(2),
    noteIds: [note(1), note(2), note(4)],
  })
  expect(run.state.signed.map(({ noteId }) => noteId)).toEqual([note(3)])
  expect(run.state.followUps.map(({ personId }) => personId)).toEqual([person(3)])
})

it('is never taken back, nor is what came before it', () => {
  const run = act(signedRun(), { type: 'erase-chart', personId: person(4) })
  expect(lastAct(run.state)).toBeNull()
  expect(act(run, { type: 'undo' }).refusal).toBe('signed')
})

it('happens once, to somebody who was there and did not lead, when the session is over', () => {
  const over = signedRun()
  expect(act(over, { type: 'erase-chart', personId: person(0) }).refusal).toBe('unknown-person')
  expect(act(over, { type: 'erase-chart', personId: person(99) }).refusal).toBe('unknown-person')
  const erased = act(over, { type: 'erase-chart', personId: person(2) })
  expect(act(erased, { type: 'erase-chart', personId: person(2) }).refusal).toBe('chart-erased')
  expect(act(startRun(), { type: 'erase-chart', personId: person(2) }).refusal).toBe('not-closed')
})

it('nothing more is recorded of whoever has no chart', () => {
  const erased = act(signedRun(), { type: 'erase-chart', personId: person(2) })
  const personId = person(2)
  expect(act(erased, { type: 'mark', personId, mark: 'shared' }).refusal).toBe('chart-erased')
  expect(act(erased, { type: 'record-agreement', personId }).refusal).toBe('chart-erased')
})

it('leaves every minute, turn, mark and number of everybody as it was', () => {
  fc.assert(
    fc.property(
      runArbitrary,
      fc.array(lateStepArbitrary, { maxLength: 12 }),
      fc.integer({ min: 0, max: 9 }),
      ({ runs }, late, index) => {
        const last = runs.at(-1)
        if (last === undefined) return
        const over = late.reduce(step, act(last, { type: 'end' }, 1_000))
        const erased = act(over, { type: 'erase-chart', personId: person(index) }, 1_000)
        if (erased.refusal !== null) return
        const {
          signed: _,
          followUps: __,
          erasedIds: ___,
          ...before
        } = visible(advance(over.state, erased.stamp))
        expect(visible(erased.state)).toMatchObject(before)
      },
    ),
  )
})
