import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance } from '../../../src/shared/session/advance.ts'
import {
  askedSamples,
  groupMs,
  heardShare,
  openSample,
  sampleMs,
  samplesAnswered,
  spansOver,
} from '../../../src/shared/session/sampling.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { commandArbitrary, person } from './arbitraries.ts'
import { act, actAll, startRun, type Run } from './run.ts'

const minute = 60_000

function sampling(): Run {
  return actAll(
    startRun(),
    [0, { type: 'arrive-all' }],
    [0, { type: 'observe', observation: 'sampling' }],
    [0, { type: 'start', end: 'full-length' }],
  )
}

function answer(sample: number, heard: readonly number[], isComplete = true) {
  return { type: 'answer-sample', sample, heardIds: heard.map(person), isComplete } as const
}

function later({ state, stamp }: Run, minutes: number): SessionState {
  const ms = minutes * minute
  return advance(state, { ...stamp, wallMs: stamp.wallMs + ms, monoMs: stamp.monoMs + ms })
}

function heardIn({ state }: Run): number[] {
  return state.people.map((one) => one.heardIn.length)
}

describe('the question', () => {
  it('comes every five minutes, and goes when nobody else was heard', () => {
    expect(openSample(later(sampling(), 4.9))).toBeNull()
    expect(openSample(later(sampling(), 5))).toEqual({ sample: 0, heardIds: [] })
    const begun = act(sampling(), answer(0, [2], false), 5 * minute)
    expect(openSample(begun.state)).toEqual({ sample: 0, heardIds: [person(2)] })
    const done = act(begun, answer(0, [2, 4]), minute)
    expect(openSample(done.state)).toBeNull()
    expect(openSample(later(done, 4))).toEqual({ sample: 1, heardIds: [] })
  })

  it('tells nobody from not answered', () => {
    const run = actAll(sampling(), [5 * minute, answer(0, [])], [10 * minute, answer(2, [2])])
    expect(samplesAnswered(run.state)).toEqual({ asked: 3, answered: 2 })
    const heard = run.state.people.find(({ personId }) => personId === person(2))
    expect(heardShare(run.state, heard?.heardIn ?? [])).toBe(0.5)
  })

  it('does not ask about breaks, nor about the time before the mode was on', () => {
    const paused = act(sampling(), { type: 'pause', kind: 'break' }, 4 * minute)
    expect(openSample(later(paused, 60))).toBeNull()
    const resumed = act(paused, { type: 'resume' }, 60 * minute)
    expect(openSample(later(resumed, 1))).toMatchObject({ sample: 0 })
    const taps = act(
      act(sampling(), { type: 'observe', observation: 'floor' }, minute),
      { type: 'set-topic', topic: '' },
      20 * minute,
    )
    const again = act(taps, { type: 'observe', observation: 'sampling' }, 0)
    expect(openSample(again.state)).toBeNull()
    expect(askedSamples(later(again, 4))).toEqual([4])
  })

  it('can be corrected, and undo takes one answer back as a whole', () => {
    const first = act(sampling(), answer(0, [2, 3]), 6 * minute)
    const corrected = act(first, answer(0, [3]))
    expect(heardIn(corrected)).toEqual([0, 0, 0, 1, 0, 0, 0, 0])
    expect(heardIn(act(corrected, { type: 'undo' }))).toEqual([0, 0, 1, 1, 0, 0, 0, 0])
  })

  it.each([
    ['about a span that is not over', answer(1, [2]), 'not-possible'],
    ['with a stranger', answer(0, [40]), 'unknown-person'],
  ] as const)('takes no answer %s', (_, command, refusal) => {
    expect(act(sampling(), command, 6 * minute).refusal).toBe(refusal)
  })

  it('takes no answer about someone who never came, nor while turns are tapped', () => {
    const alone = actAll(
      startRun(),
      [0, { type: 'observe', observation: 'sampling' }],
      [0, { type: 'start', end: 'full-length' }],
    )
    expect(act(alone, answer(0, [2]), 6 * minute).refusal).toBe('not-present')
    const tapped = act(sampling(), { type: 'observe', observation: 'floor' }, 6 * minute)
    expect(act(tapped, answer(0, [2])).refusal).toBe('not-sampling')
  })
})

it('after any commands, samples and answers agree with each other and with the people', () => {
  const steps = fc.array(fc.tuple(fc.nat({ max: 6 * minute }), commandArbitrary), { maxLength: 40 })
  fc.assert(
    fc.property(steps, (commands) => {
      const { state } = actAll(sampling(), ...commands)
      const asked = askedSamples(state)
      expect(asked.every((sample) => (sample + 1) * sampleMs <= groupMs(state))).toBe(true)
      expect(new Set(asked).size).toBe(asked.length)
      const { answered } = samplesAnswered(state)
      expect(answered).toBeLessThanOrEqual(asked.length)
      for (const one of state.people) {
        const named = state.sampling.answers
          .filter(({ heardIds }) => heardIds.includes(one.personId))
          .map(({ sample }) => sample)
        expect(one.heardIn).toEqual(named)
        expect(heardShare(state, one.heardIn)).toBeLessThanOrEqual(1)
      }
      const open = openSample(state)
      if (open !== null) expect(open.sample).toBe(spansOver(state) - 1)
    }),
    { numRuns: 300 },
  )
})
