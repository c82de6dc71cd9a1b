import { expect, test } from 'vitest'
import { openingPhase } from '../../../src/renderer/live/opening-phase.ts'
import { phase } from '../session/arbitraries.ts'
import { act, actAll, startRun } from '../session/run.ts'

test('a session opens with the phase that is held first, whatever stands before it', () => {
  const prepared = startRun()
  expect(openingPhase(prepared.state)).toBeUndefined()
  const begun = act(prepared, { type: 'start', end: 'full-length' })
  expect(openingPhase(begun.state)?.id).toBe(phase(0))
  expect(openingPhase(act(begun, { type: 'next-phase' }).state)?.id).toBe(phase(0))

  const without = actAll(
    prepared,
    [0, { type: 'skip-phase', phaseId: phase(0), reason: 'not-today' }],
    [0, { type: 'start', end: 'full-length' }],
  )
  expect(openingPhase(without.state)?.id).toBe(phase(1))

  const breathing = {
    id: phase(40),
    name: 'Breathing',
    kind: 'plain',
    minutes: 5,
    minimumMinutes: 5,
  } as const
  const withMore = actAll(
    prepared,
    [0, { type: 'insert-phase', phase: { ...breathing, isProtected: false }, beforePhaseId: phase(0) }],
    [0, { type: 'start', end: 'full-length' }],
  )
  expect(openingPhase(withMore.state)?.id).toBe(phase(40))
})
