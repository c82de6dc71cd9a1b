import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuieter, spanShare, talkShare, type Baseline } from '../../../src/shared/session/baseline.ts'
import { advance } from '../../../src/shared/session/advance.ts'
import type { PersonProgress, SessionState } from '../../../src/shared/session/state.ts'
import { person } from './arbitraries.ts'
import { act, actAll, startRun, type Run } from './run.ts'

const minute = 60_000
const [ana, ben] = [person(2), person(3)]

/** Ben has spoken for ten minutes and Ana for as many seconds as are given; then time passes. */
function session(anaMs: number, restMs: number): Run {
  return actAll(
    startRun(),
    [0, { type: 'arrive-all' }],
    [0, { type: 'start', end: 'full-length' }],
    [0, { type: 'give-floor', personId: ben }],
    [10 * minute, { type: 'release-floor', personId: ben }],
    [0, { type: 'give-floor', personId: ana }],
    [anaMs, { type: 'release-floor', personId: ana }],
    [restMs, { type: 'set-topic', topic: '' }],
  )
}

function usual(personId: PersonProgress['personId'], ...talked: number[]): Baseline {
  return { personId, talked, heard: [] }
}

describe('quieter than usual', () => {
  test('is whoever has talked for less than half of their own median', () => {
    const { state } = session(30_000, 15 * minute)
    expect(findQuieter(state, [usual(ana, 0.1, 0.1, 0.1, 0.1)])).toEqual([ana])
    expect(findQuieter(state, [usual(ana, 0.03, 0.03, 0.03)])).toEqual([])
  })

  test('needs three sessions of their own', () => {
    const { state } = session(1_000, 15 * minute)
    expect(findQuieter(state, [usual(ana, 0.2, 0.2)])).toEqual([])
    expect(findQuieter(state, [])).toEqual([])
  })

  test('takes the median, so that one loud or silent session changes little', () => {
    const { state } = session(30_000, 15 * minute)
    expect(findQuieter(state, [usual(ana, 0.02, 0.02, 0.9)])).toEqual([])
    expect(findQuieter(state, [usual(ana, 0, 0.1, 0.1, 0.1)])).toEqual([ana])
  })

  test('is never said of those who usually say next to nothing', () => {
    const { state } = session(0, 15 * minute)
    expect(findQuieter(state, [usual(ana, 0.01, 0.01, 0.01)])).toEqual([])
  })

  test('waits until they have been there for twenty minutes outside breaks', () => {
    const early = session(1_000, 8 * minute)
    expect(findQuieter(early.state, [usual(ana, 0.2, 0.2, 0.2)])).toEqual([])
    const rested = actAll(early, [0, { type: 'pause', kind: 'break' }], [20 * minute, { type: 'resume' }])
    expect(findQuieter(rested.state, [usual(ana, 0.2, 0.2, 0.2)])).toEqual([])
    const later = act(early, { type: 'set-topic', topic: 'x' }, 5 * minute)
    expect(findQuieter(later.state, [usual(ana, 0.2, 0.2, 0.2)])).toEqual([ana])
  })

  test('leaves out who passed or listens by choice, who is out, who speaks now, and facilitators', () => {
    const run = session(1_000, 20 * minute)
    const baselines = [usual(ana, 0.2, 0.2, 0.2), usual(person(0), 0.2, 0.2, 0.2)]
    expect(findQuieter(run.state, baselines)).toEqual([ana])
    for (const mark of ['passed', 'quiet'] as const) {
      expect(findQuieter(act(run, { type: 'mark', personId: ana, mark }).state, baselines)).toEqual([])
    }
    expect(findQuieter(act(run, { type: 'step-out', personId: ana }).state, baselines)).toEqual([])
    expect(findQuieter(act(run, { type: 'give-floor', personId: ana }).state, baselines)).toEqual([])
  })

  test('says nothing where turns were hardly tapped, before the start and after the close', () => {
    const idle = actAll(
      startRun(),
      [0, { type: 'arrive-all' }],
      [0, { type: 'start', end: 'full-length' }],
      [40 * minute, { type: 'set-topic', topic: '' }],
    )
    expect(findQuieter(idle.state, [usual(ana, 0.2, 0.2, 0.2)])).toEqual([])
    const closed = act(session(0, 20 * minute), { type: 'end' })
    expect(findQuieter(closed.state, [usual(ana, 0.2, 0.2, 0.2)])).toEqual([])
  })

  test('compares spans with spans in the sampling mode', () => {
    let run = actAll(
      startRun(),
      [0, { type: 'arrive-all' }],
      [0, { type: 'start', end: 'full-length' }],
      [0, { type: 'observe', observation: 'sampling' }],
    )
    for (let sample = 0; sample < 5; sample += 1) {
      run = act(run, { type: 'answer-sample', sample, heardIds: [ben], isComplete: true }, 5 * minute)
      expect(run.refusal).toBeNull()
    }
    const state = advance(run.state, run.stamp)
    const baselines = [ana, ben].map((personId) => ({ personId, talked: [], heard: [0.5, 0.5, 0.5] }))
    expect(findQuieter(state, baselines)).toEqual([ana])
    // A past of tapped turns says nothing about spans.
    expect(findQuieter(state, [usual(ana, 0.2, 0.2, 0.2)])).toEqual([])
  })
})

function isQuieter(state: SessionState, past: readonly number[]): boolean {
  return findQuieter(state, [usual(ana, ...past)]).includes(ana)
}

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 })
const anaMs = fc.integer({ min: 0, max: 15 * minute })

describe('properties', () => {
  test('others never matter: only one’s own past decides', () => {
    fc.assert(
      fc.property(anaMs, shares, shares, (talkedMs, own, others) => {
        const { state } = session(talkedMs, 20 * minute)
        const alone = findQuieter(state, [usual(ana, ...own)])
        const together = findQuieter(state, [usual(ben, ...others), usual(ana, ...own)])
        expect(together.includes(ana)).toBe(alone.includes(ana))
      }),
      { numRuns: 60 },
    )
  })

  test('more talk never makes anybody quieter, and a louder past never less so', () => {
    fc.assert(
      fc.property(anaMs, shares, (talkedMs, own) => {
        const less = session(talkedMs, 20 * minute).state
        const more = session(talkedMs + minute, 19 * minute).state
        if (isQuieter(more, own)) expect(isQuieter(less, own)).toBe(true)
        if (isQuieter(less, own))
          expect(
            isQuieter(
              less,
              own.map((one) => one * 1.5),
            ),
          ).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('shares lie between none and all', () => {
    const time = fc.integer({ min: 0, max: 300 * minute })
    fc.assert(
      fc.property(time, time, time, fc.integer({ min: 0, max: 90 }), (presentMs, one, two, samplesHeard) => {
        const breakMs = Math.min(one, presentMs)
        const talkMs = Math.min(two, presentMs - breakMs)
        for (const share of [
          talkShare({ presentMs, breakMs, talkMs }),
          spanShare({ presentMs, breakMs, samplesHeard }),
        ]) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
