import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastHandover, notHeard, silenceMs, speakingNow } from '../../../src/renderer/live/floor-summary.ts'
import { phaseSpans } from '../../../src/renderer/live/phase-spans.ts'
import { timelineOf } from '../../../src/renderer/live/timeline-model.ts'
import { timelineSentence } from '../../../src/renderer/live/timeline-words.ts'
import { scoreOf } from '../../../src/shared/session/score.ts'
import { commandArbitrary, person } from '../session/arbitraries.ts'
import { act, actAll, startRun } from '../session/run.ts'

const minute = 60_000
const running = actAll(startRun(), [0, { type: 'arrive-all' }], [0, { type: 'start', end: 'full-length' }])
const give = (index: number) => ({ type: 'give-floor', personId: person(index) }) as const
const release = (index: number) => ({ type: 'release-floor', personId: person(index) }) as const

describe('not heard in this phase', () => {
  test('begins again with every phase, and leaves out facilitators', () => {
    expect(notHeard(running.state)).toEqual([2, 3, 4, 5, 6, 7].map(person))
    const one = actAll(running, [minute, give(2)], [minute, release(2)])
    expect(notHeard(one.state)).toEqual([3, 4, 5, 6, 7].map(person))
    const next = act(one, { type: 'next-phase' }, minute)
    expect(notHeard(next.state)).toContain(person(2))
  })

  test('begins with the session and ends with it', () => {
    expect(notHeard(startRun().state)).toEqual([])
    expect(notHeard(act(running, { type: 'end' }).state)).toEqual([])
  })

  test('a turn that goes on into a phase counts for both, but is no turn of a round', () => {
    const round = actAll(running, [minute, give(2)], [minute, { type: 'next-phase' }])
    expect(notHeard(round.state)).toContain(person(2))
    const topic = act(round, { type: 'next-phase' }, minute)
    expect(notHeard(topic.state)).not.toContain(person(2))
  })

  test('a turn of the first visit counts when the group goes back', () => {
    const run = actAll(
      running,
      [minute, give(2)],
      [minute, release(2)],
      [minute, { type: 'next-phase' }],
      [minute, give(3)],
      [minute, release(3)],
      [minute, { type: 'previous-phase' }],
    )
    expect(notHeard(run.state)).not.toContain(person(2))
    expect(notHeard(run.state)).toContain(person(3))
  })

  test('leaves out who passes or listens by choice, and who is not in the room', () => {
    const run = actAll(
      running,
      [minute, { type: 'mark', personId: person(4), mark: 'passed' }],
      [minute, { type: 'mark', personId: person(5), mark: 'quiet' }],
      [minute, { type: 'mark', personId: person(6), mark: 'shared' }],
      [minute, { type: 'step-out', personId: person(7) }],
    )
    expect(notHeard(run.state)).toEqual([person(2), person(3), person(6)])
    expect(notHeard(act(run, { type: 'next-phase' }).state)).toContain(person(4))
  })
})

test('who speaks, who spoke before, and how long nobody has', () => {
  expect(silenceMs(running.state)).toBeNull()
  const one = actAll(running, [minute, give(2)])
  expect(lastHandover(one.state)).toBeNull()
  const two = actAll(one, [minute, release(2)], [minute, give(3)], [0, give(4)])
  expect(lastHandover(two.state)).toEqual([person(3), person(4)])
  expect(silenceMs(two.state)).toBeNull()
  const quiet = actAll(
    two,
    [minute, release(3)],
    [0, release(4)],
    [25_000, { type: 'extend-phase', minutes: 2 }],
  )
  expect(silenceMs(quiet.state)).toBe(25_000)
  expect(speakingNow(act(two, { type: 'extend-phase', minutes: 2 }, 20_000).state)).toEqual([
    { personId: person(3), turnMs: 20_000 },
    { personId: person(4), turnMs: 20_000 },
  ])
})

test('what nobody saw is no silence, nor is a pause: it counts anew from there', () => {
  const quiet = actAll(
    running,
    [minute, give(2)],
    [minute, release(2)],
    [25_000, { type: 'extend-phase', minutes: 2 }],
  )
  expect(silenceMs(quiet.state)).toBe(25_000)
  const locked = act(
    quiet,
    { type: 'come-back', awayMs: 4 * minute, passedMs: null, watchedMs: 4 * minute },
    4 * minute,
  )
  expect(silenceMs(locked.state)).toBe(0)
  const unlocked = act(locked, { type: 'extend-phase', minutes: 2 }, 10_000)
  expect(silenceMs(unlocked.state)).toBe(10_000)
  const paused = actAll(unlocked, [0, { type: 'pause', kind: 'pause' }], [5 * minute, { type: 'resume' }])
  expect(silenceMs(paused.state)).toBe(0)
  expect(silenceMs(act(paused, { type: 'extend-phase', minutes: 2 }, 7_000).state)).toBe(7_000)
})

test('the silence on the screen is never longer than what the session page says of it, for any run of commands', () => {
  const steps = fc.array(fc.tuple(fc.nat({ max: 20 * minute }), commandArbitrary), { maxLength: 40 })
  fc.assert(
    fc.property(steps, (commands) => {
      const { state } = actAll(running, ...commands)
      const shown = silenceMs(state)
      if (shown === null || shown === 0) return
      const last = scoreOf(state).silences.at(-1)
      expect(last?.endMs).toBe(state.elapsedMs)
      expect(shown).toBeLessThanOrEqual(state.elapsedMs - (last?.startMs ?? 0))
    }),
    { numRuns: 150 },
  )
})

test('spans of phases follow each other without a gap up to now, for any run of commands', () => {
  const steps = fc.array(fc.tuple(fc.nat({ max: 20 * minute }), commandArbitrary), { maxLength: 40 })
  fc.assert(
    fc.property(steps, (commands) => {
      const { state } = actAll(running, ...commands)
      const spans = phaseSpans(state.history)
      expect(spans[0]?.startMs ?? 0).toBe(0)
      spans.forEach((span, index) => {
        const next = spans[index + 1]
        expect(span.endMs).toBe(
          next === undefined ? (state.stage === 'ended' ? state.elapsedMs : null) : next.startMs,
        )
      })
      for (const phase of state.phases.filter(({ enteredAtMs }) => enteredAtMs !== null)) {
        const own = spans.filter(({ phaseId }) => phaseId === phase.id)
        const lasted = own.reduce((sum, { startMs, endMs }) => sum + (endMs ?? state.elapsedMs) - startMs, 0)
        expect(lasted).toBeGreaterThanOrEqual(phase.actualMs)
      }
      const line = timelineOf(state)
      for (const { startMs, endMs } of line.segments) {
        expect(startMs).toBeGreaterThanOrEqual(0)
        expect(endMs).toBeGreaterThanOrEqual(startMs)
        expect(endMs).toBeLessThanOrEqual(line.lengthMs)
      }
      for (const { startMs, endMs } of line.turns) expect(endMs ?? line.nowMs).toBeGreaterThanOrEqual(startMs)
    }),
    { numRuns: 150 },
  )
})

test('the timeline is told in words, and concealed it does not tell of notes', () => {
  const line = timelineOf(actAll(running, [6 * minute, give(2)], [minute, { type: 'next-phase' }]).state)
  expect(timelineSentence(line, false)).toMatch(
    /^Timeline: Opening & agreements 7 min; Check-in round now, for 0 min; Topic planned 15 min; .* 1 turn, 0 marks, 0 notes\.$/,
  )
  expect(timelineSentence(line, true)).not.toContain('note')
})
