import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance } from '../../../src/shared/session/advance.ts'
import { sessionEventSchema } from '../../../src/shared/session/events.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { eventsOf } from '../../../src/shared/session/history.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { stepArbitrary } from './arbitraries.ts'
import { lateStepArbitrary, runArbitrary } from './arbitrary-run.ts'
import { contradictions } from './contradictions.ts'
import { act, manyTurns, step, visible } from './run.ts'

describe('any sequence of commands', () => {
  it('keeps minutes, talk time and phase times consistent', () => {
    fc.assert(
      fc.property(runArbitrary, ({ runs }) => {
        expect(runs.flatMap((run) => contradictions(run.state))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('takes back and changes nothing that was signed', () => {
    let signatures = 0
    fc.assert(
      fc.property(
        runArbitrary,
        fc.array(lateStepArbitrary, { size: 'max', maxLength: 30 }),
        ({ runs }, late) => {
          const last = runs.at(-1)
          if (last === undefined) return
          let run = act(last, { type: 'end' }, 1_000)
          for (const next of late) {
            const { signed } = run.state
            run = step(run, next)
            const kept = signed.filter(({ personId }) => !run.state.erasedIds.includes(personId))
            expect(run.state.signed.slice(0, kept.length)).toEqual(kept)
            expect(contradictions(run.state)).toEqual([])
          }
          signatures += run.state.signed.length
        },
      ),
      { numRuns: 150 },
    )
    expect(signatures).toBeGreaterThan(150)
  })

  it('stays consistent at every later moment', () => {
    fc.assert(
      fc.property(runArbitrary, fc.integer({ min: 0, max: 3_600_000 }), ({ runs }, laterMs) => {
        const run = runs.at(-1)
        if (run === undefined) return
        const { wallMs, monoMs } = run.stamp
        const later = advance(run.state, { ...run.stamp, wallMs: wallMs + laterMs, monoMs: monoMs + laterMs })
        expect(contradictions(later)).toEqual([])
      }),
    )
  })

  it('gives the same session from the stored log as it showed live', () => {
    fc.assert(
      fc.property(runArbitrary, ({ runs }) => {
        const run = runs.at(-1)
        if (run === undefined) return
        const stored = run.events.map((event) => sessionEventSchema.parse(JSON.parse(JSON.stringify(event))))
        expect(visible(foldAll(stored))).toEqual(visible(run.state))
        expect(eventsOf(run.state)).toEqual(stored)
      }),
    )
  })

  it('is folded at once into what folding event by event gives, with everything that undo goes back to', () => {
    fc.assert(
      fc.property(runArbitrary, ({ runs }) => {
        const run = runs.at(-1)
        if (run === undefined) return
        expect(withPast(foldAll(run.events))).toEqual(withPast(run.state))
      }),
    )
    const { state, events } = manyTurns()
    expect(withPast(foldAll(events))).toEqual(withPast(state))
    expect(withPast(state).length).toBeGreaterThan(4)
  })

  it('leaves a log that was folded at once as it is, whatever comes after', () => {
    fc.assert(
      fc.property(runArbitrary, stepArbitrary, ({ runs }, next) => {
        const run = runs.at(-1)
        if (run === undefined) return
        const state = foldAll(run.events)
        const before = structuredClone(withPast(state))
        const after = step({ ...run, state }, next)
        act(after, { type: 'undo' })
        expect(withPast(state)).toEqual(before)
      }),
    )
  })

  it('shows the same at any moment, however often it was looked at before', () => {
    fc.assert(
      fc.property(
        runArbitrary,
        fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 5 }),
        ({ runs }, looks) => {
          const run = runs.at(-1)
          if (run === undefined) return
          const at = (ms: number) => ({
            ...run.stamp,
            wallMs: run.stamp.wallMs + ms,
            monoMs: run.stamp.monoMs + ms,
          })
          const moments = looks.toSorted((a, b) => a - b)
          const looked = moments.reduce((state, ms) => advance(state, at(ms)), run.state)
          expect(advance(looked, at(60_000))).toEqual(advance(run.state, at(60_000)))
        },
      ),
    )
  })
})

/** A session with every earlier state of it that was kept. */
function withPast(state: SessionState) {
  const kept = []
  for (let entry = state.history; entry !== null; entry = entry.earlier) {
    if (entry.before !== null) kept.push(visible(entry.before))
  }
  return [visible(state), ...kept]
}

describe('undo', () => {
  it('restores exactly what stood before the act, with only the time gone on', () => {
    fc.assert(
      fc.property(
        runArbitrary,
        stepArbitrary,
        fc.integer({ min: 0, max: 90_000 }),
        ({ runs }, last, laterMs) => {
          const before = runs.at(-1)
          if (before === undefined || last.command.type === 'undo' || last.command.type === 'come-back')
            return
          const done = step(before, { ...last, isNewRun: false })
          if (done.refusal !== null) return
          const undone = act(done, { type: 'undo' }, laterMs)
          if (last.command.type === 'sign-note' || last.command.type === 'erase-chart') {
            expect(undone.refusal).toBe('signed')
            return
          }
          expect(undone.refusal).toBeNull()
          expect(visible(undone.state)).toEqual(visible(advance(before.state, undone.stamp)))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('can be repeated back to the prepared session', () => {
    fc.assert(
      fc.property(runArbitrary, ({ runs }) => {
        let run = runs.at(-1)
        if (run === undefined) return
        do run = act(run, { type: 'undo' })
        while (run.refusal === null)
        const { stage, signed, erasedIds, followUps } = run.state
        const isAnswered = followUps.some(({ closed }) => closed !== null)
        if (stage === 'ended') {
          // A follow-up can be closed before the end as well as after it.
          const standing = signed.length + erasedIds.length > 0 ? ['signed'] : ['signed', 'ended']
          expect(isAnswered ? standing : standing.slice(-1)).toContain(run.refusal)
          return
        }
        if (isAnswered) {
          expect(run.refusal).toBe('signed')
          return
        }
        expect(run.refusal).toBe('nothing-to-undo')
        expect(run.state.stage).toBe('prepared')
        expect(run.state.turns).toEqual([])
        expect(run.state.marks).toEqual([])
      }),
    )
  })
})
