import { describe, expect, it } from 'vitest'
import { hasRunOut, phaseTime, type PhaseTime } from '../../../src/renderer/live/phase-over.ts'
import { phaseIdSchema } from '../../../src/shared/ids.ts'
import { act, startRun } from '../session/run.ts'

const phaseId = phaseIdSchema.parse('00000000-0000-4000-8000-000000000001')
const otherId = phaseIdSchema.parse('00000000-0000-4000-8000-000000000002')
const at = (leftMs: number, id = phaseId): PhaseTime => ({ phaseId: id, leftMs })

describe('the chime', () => {
  it.each([
    ['as the minutes run out', at(300), at(0), true],
    ['a look later, where seconds are not shown', at(2_000), at(-2_000), true],
    ['and not again', at(0), at(-300), false],
    ['not before', at(600), at(300), false],
    ['not on coming to a phase that is over', null, at(-300), false],
    ['not on leaving a phase', at(100, otherId), at(-100), false],
    ['not for a moment that was slept through', at(60_000), at(-60_000), false],
    ['not while nothing goes on', at(100), null, false],
    ['again when an extended phase runs out', at(100), at(-100), true],
  ])('rings %s', (_, before, now, rings) => {
    expect(hasRunOut(before, now)).toBe(rings)
  })

  it('follows the phase that is on, and rests in a pause', () => {
    const prepared = startRun()
    expect(phaseTime(prepared.state)).toBeNull()
    const running = act(prepared, { type: 'start', end: 'full-length' })
    expect(phaseTime(running.state)?.phaseId).toBe(running.state.currentPhaseId)
    expect(phaseTime(act(running, { type: 'pause', kind: 'pause' }).state)).toBeNull()
  })
})
