import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance } from '../../../src/shared/session/advance.ts'
import { currentPhase } from '../../../src/shared/session/decision.ts'
import { currentRound, nextInRound, roundForecast, type Round } from '../../../src/shared/session/round.ts'
import { isFacilitator } from '../../../src/shared/session/vocabulary.ts'
import { commandArbitrary, person } from './arbitraries.ts'
import { act, actAll, startRun, type Run } from './run.ts'

const second = 1_000
const minute = 60 * second
const order = [2, 3, 4, 5, 6, 7].map(person)
const passOn = (index: number | null) =>
  ({ type: 'pass-on', personId: index === null ? null : person(index) }) as const

/** In the check-in round of a relapse-prevention group: 10 minutes for six members. */
function inRound(): Run {
  return actAll(
    startRun(),
    [0, { type: 'arrive-all' }],
    [0, { type: 'start', end: 'full-length' }],
    [5 * minute, { type: 'next-phase' }],
  )
}

function roundOf({ state }: Run): Round {
  const round = currentRound(state)
  if (round === null) throw new Error('not in a round')
  return round
}

describe('minutes per person', () => {
  it('are what remains divided by who remains', () => {
    expect(roundOf(inRound()).shareMs).toBe(100 * second)
    const late = act(inRound(), { type: 'step-out', personId: person(7) }, 2 * minute)
    expect(roundOf(late).shareMs).toBe((8 * minute) / 5)
  })

  it('follow arrivals, departures and passing', () => {
    const begun = act(inRound(), { type: 'leave', personId: person(7) })
    expect(roundOf(begun).shareMs).toBe(2 * minute)
    const back = act(begun, { type: 'return', personId: person(7) })
    expect(roundOf(back).shareMs).toBe(100 * second)
    const passed = act(back, { type: 'mark', personId: person(3), mark: 'passed' })
    expect(roundOf(passed)).toMatchObject({ shareMs: 2 * minute, goneIds: [person(3)] })
  })

  it('stand still while somebody uses their share, and shrink for the others when it becomes more', () => {
    const speaking = act(inRound(), passOn(2))
    const after = (ms: number) => roundOf(act(speaking, { type: 'set-topic', topic: '' }, ms))
    expect(after(60 * second)).toMatchObject({
      shareMs: 100 * second,
      turn: { personId: person(2), tookMs: 60 * second, shareMs: 100 * second },
    })
    expect(after(150 * second)).toMatchObject({
      shareMs: (450 * second) / 5,
      turn: { tookMs: 150 * second, shareMs: 100 * second },
    })
    expect(after(20 * minute).shareMs).toBe(0)
  })
})

describe('the way round the circle', () => {
  it('goes on after whoever had the last turn, and past those who passed or are out', () => {
    const run = actAll(
      inRound(),
      [0, passOn(4)],
      [minute, { type: 'mark', personId: person(7), mark: 'passed' }],
      [0, { type: 'step-out', personId: person(5) }],
    )
    const round = roundOf(run)
    expect(round.lastTurnId).toBe(person(4))
    expect(nextInRound(round, order)).toBe(person(6))
    expect(nextInRound(roundOf(act(run, passOn(6))), order)).toBe(person(2))
  })

  it('takes in who answers somebody else only when their own turn comes', () => {
    const run = actAll(inRound(), [0, passOn(2)], [minute, { type: 'give-floor', personId: person(5) }])
    expect(roundOf(run)).toMatchObject({ turn: { personId: person(2) }, goneIds: [person(2)] })
    expect(roundOf(run).leftIds).toContain(person(5))
  })

  it('ends with the floor free, and has nothing more to pass on', () => {
    const all = actAll(inRound(), ...[2, 3, 4, 5, 6, 7].map((index) => [minute, passOn(index)] as const))
    expect(nextInRound(roundOf(all), order)).toBeNull()
    const done = act(all, passOn(null))
    expect(done.state.floor).toEqual([])
    expect(act(done, passOn(null)).refusal).toBe('no-floor')
  })

  it('goes through everyone once for any who come, leave, pass and speak up midway', () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: minute }), commandArbitrary), { maxLength: 25 })
    fc.assert(
      fc.property(steps, (commands) => {
        let run = actAll(inRound(), ...commands.filter(([, { type }]) => !endsRound.has(type)))
        const seen: string[] = []
        for (let round = currentRound(run.state); round !== null; round = currentRound(run.state)) {
          const next = nextInRound(
            round,
            run.state.people.map(({ personId }) => personId),
          )
          if (next === null) break
          expect(seen).not.toContain(next)
          seen.push(next)
          if (run.state.stage !== 'running') run = act(run, { type: 'resume' })
          run = act(run, { type: 'pass-on', personId: next }, second)
          expect(run.refusal).toBeNull()
        }
        expect(currentRound(run.state)?.leftIds).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

const endsRound = new Set([
  'next-phase',
  'previous-phase',
  'skip-phase',
  'end',
  'undo',
  'judge-gap',
  'pause',
  'resume',
])

it('a round, after any commands, holds everyone in the room once and divides what remains', () => {
  const steps = fc.array(fc.tuple(fc.nat({ max: 2 * minute }), commandArbitrary), { maxLength: 40 })
  fc.assert(
    fc.property(steps, fc.nat({ max: 20 * minute }), (commands, laterMs) => {
      const run = actAll(inRound(), ...commands)
      const { wallMs, monoMs } = run.stamp
      const state = advance(run.state, { ...run.stamp, wallMs: wallMs + laterMs, monoMs: monoMs + laterMs })
      const round = currentRound(state)
      const phase = currentPhase(state)
      if (round === null || phase === undefined) return
      const here = state.people.filter(({ role, presence }) => presence === 'present' && !isFacilitator(role))
      for (const { personId } of here) {
        const times = [...round.goneIds, ...round.leftIds].filter((id) => id === personId).length
        expect(times).toBe(1)
      }
      const remainingMs = Math.max(0, phase.minutes * minute - phase.actualMs)
      expect(round.shareMs * round.leftIds.length).toBeLessThanOrEqual(remainingMs + 1)
      if (round.turn === null) return
      expect(state.floor).toContain(round.turn.personId)
      expect(round.shareMs).toBeLessThanOrEqual(round.turn.shareMs)
    }),
    { numRuns: 300 },
  )
})

it('a round that lies ahead gives each from its minimum to its plan', () => {
  expect(roundForecast({ minutes: 5, minimumMinutes: 3 }, 10)).toEqual({ fromSeconds: 18, toSeconds: 30 })
  expect(roundForecast({ minutes: 5, minimumMinutes: 3 }, 0)).toBeNull()
})
