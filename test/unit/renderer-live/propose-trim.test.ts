import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paceOf } from '../../../src/renderer/live/pace.ts'
import {
  openProposal,
  proposeTrim,
  putAsideNow,
  trimCommand,
  trimWords,
} from '../../../src/renderer/live/propose-trim.ts'
import { totalMinutes } from '../../../src/shared/agenda/phase.ts'
import { advance } from '../../../src/shared/session/advance.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { prepareArbitrary, prepareCommand } from '../session/arbitraries.ts'
import { act, actAll, startRun, type Run } from '../session/run.ts'

const minute = 60_000

function running(prepare = prepareCommand()): Run {
  return act(startRun(prepare), { type: 'start', end: 'full-length' })
}

function after(run: Run, ms: number) {
  return advance(run.state, { ...run.stamp, wallMs: run.stamp.wallMs + ms, monoMs: run.stamp.monoMs + ms })
}

function wordsOf(state: SessionState): string {
  const proposal = proposeTrim(state)
  return proposal === null ? '' : trimWords(proposal)
}

describe('a session that runs late', () => {
  test('is told to trim what can give most, and what stays whole', () => {
    const run = actAll(running(), [8 * minute, { type: 'next-phase' }])
    expect(proposeTrim(run.state)).toMatchObject({
      behindMinutes: 3,
      remainingMinutes: 0,
      kept: ['Check-out round'],
    })
    expect(wordsOf(run.state)).toBe('Trim Discussion to 27; Check-out round stays whole.')
    expect(wordsOf(after(running(), 18 * minute))).toBe(
      'Trim Discussion to 23 and High-risk situations to 14; Check-out round stays whole.',
    )
  })

  test('is left alone below two minutes, on time, ahead, before the start and after the end', () => {
    expect(proposeTrim(startRun().state)).toBeNull()
    expect(proposeTrim(after(running(), 4 * minute))).toBeNull()
    expect(proposeTrim(after(running(), 6.9 * minute))).toBeNull()
    expect(proposeTrim(actAll(running(), [40 * minute, { type: 'end' }]).state)).toBeNull()
  })

  test('hears plainly that trimming is not enough, and of the two other ways', () => {
    const late = after(running(), 50 * minute)
    expect(proposeTrim(late)).toMatchObject({ behindMinutes: 45, remainingMinutes: 18 })
    expect(wordsOf(late)).toBe(
      'Trimming to the minimum wins 27; Check-out round stays whole. Run 18 min longer, or leave a phase out.',
    )
    expect(proposeTrim(late)?.spareable.map(({ name }) => name)).toEqual([
      'Check-in round',
      'Topic',
      'Discussion',
      'High-risk situations',
      'Plan until next session',
    ])
  })

  test('has nothing to trim in its last phase, and hears of the end', () => {
    const last = actAll(
      running(),
      ...Array.from({ length: 6 }, () => [minute, { type: 'next-phase' }] as const),
    )
    const over = after(last, 91 * minute)
    const proposal = proposeTrim(over)
    expect(proposal).toMatchObject({ behindMinutes: 7, trims: [], remainingMinutes: 7 })
    expect(proposal === null ? null : trimCommand(proposal)).toBeNull()
    expect(wordsOf(over)).toBe('Nothing can be trimmed. Run 10 min longer, or close when the circle is done.')
  })

  test('is not asked again before it is three minutes later than at its best since', () => {
    const late = after(running(), 9 * minute)
    expect(openProposal(late, null)?.behindMinutes).toBe(4)
    expect(openProposal(late, 4)).toBeNull()
    expect(openProposal(late, 1)?.behindMinutes).toBe(4)
    expect(putAsideNow(late, null)).toBeNull()
    expect(putAsideNow(late, 10)).toBe(4)
    expect(putAsideNow(late, 3)).toBe(3)
    // It has come back, and what was put aside then is over: less of a delay does not hide it again.
    expect(putAsideNow(late, 1)).toBeNull()
    expect(putAsideNow(after(running(), 5 * minute), 10)).toBeNull()
  })

  test('names no more than three phases', () => {
    const run = actAll(running(prepareCommand('psychoeducation')), [20 * minute, { type: 'next-phase' }])
    expect(wordsOf(run.state)).toBe('Trim Teaching to 17 and Discussion to 13; Check-out round stays whole.')
    expect(wordsOf(after(running(prepareCommand('psychoeducation')), 35 * minute))).toMatch(
      /^Trim 4 phases by 30 min; Check-out round stays whole\.$/,
    )
  })
})

test('an accepted proposal is taken by the session, keeps minima and protected phases, and ends on time where it can', () => {
  fc.assert(
    fc.property(prepareArbitrary, fc.nat({ max: 90 }), fc.nat({ max: 4 }), (prepare, late, steps) => {
      const moves = Array.from({ length: steps }, () => [minute, { type: 'next-phase' }] as const)
      const run = actAll(running(prepare), ...moves, [late * minute, { type: 'previous-phase' }])
      const proposal = proposeTrim(run.state)
      if (proposal === null) return
      const command = trimCommand(proposal)
      if (command === null) return
      const trimmed = act(run, command)
      expect(trimmed.refusal).toBeNull()
      for (const phase of trimmed.state.phases) {
        const before = run.state.phases.find(({ id }) => id === phase.id)
        expect(phase.minutes).toBeGreaterThanOrEqual(Math.min(phase.minimumMinutes, before?.minutes ?? 0))
        if (phase.isProtected || phase.kind === 'break') expect(phase.minutes).toBe(before?.minutes)
      }
      const won = totalMinutes(run.state.phases) - totalMinutes(trimmed.state.phases)
      expect(won).toBe(proposal.behindMinutes - proposal.remainingMinutes)
    }),
    { numRuns: 200 },
  )
})

describe('pace', () => {
  test('counts pauses, longer phases and phases left out', () => {
    const onTime = after(running(), 3 * minute)
    expect(paceOf(onTime)).toMatchObject({ behindMinutes: 0, leftMs: 87 * minute })
    const paused = actAll(running(), [minute, { type: 'pause', kind: 'pause' }])
    expect(paceOf(after(paused, 4 * minute))?.behindMinutes).toBe(4)
    const longer = actAll(running(), [minute, { type: 'extend-phase', minutes: 5 }])
    expect(paceOf(longer.state)?.behindMinutes).toBe(5)
    const discussion = running().state.phases[3]
    if (discussion === undefined) throw new Error('The template has no fourth phase')
    const skipped = act(running(), { type: 'skip-phase', phaseId: discussion.id, reason: 'no-time' })
    expect(paceOf(skipped.state)?.behindMinutes).toBe(-30)
  })

  test('ends when the length is over, also by a clock that was moved', () => {
    const run = running()
    const startedAtMs = run.state.startedAtMs ?? 0
    expect(paceOf(after(run, 10 * minute))?.endsAtMs).toBe(startedAtMs + 90 * minute)
    const moved = advance(run.state, {
      ...run.stamp,
      wallMs: run.stamp.wallMs + 70 * minute,
      monoMs: run.stamp.monoMs + 10 * minute,
    })
    expect(paceOf(moved)?.endsAtMs).toBe(startedAtMs + 150 * minute)
  })
})
