import { describe, expect, test } from 'vitest'
import { closingSentence, closingWords } from '../../../src/renderer/live/agenda/closing-words.ts'
import {
  agendaMinutes,
  chosenPlan,
  missingMinutes,
  startChoice,
  startCommand,
} from '../../../src/renderer/live/late-start.ts'
import { paceOf } from '../../../src/renderer/live/pace.ts'
import { wallTime } from '../../../src/renderer/live/time-words.ts'
import type { Closing } from '../../../src/shared/session/closing.ts'
import { phase, prepareCommand } from '../session/arbitraries.ts'
import { act, actAll, firstStamp, startRun } from '../session/run.ts'

const minute = 60_000
const hour = 60 * minute

function planned(plannedStartMs: number) {
  return startRun({ ...prepareCommand(), plannedStartMs })
}

describe('starting', () => {
  test.each([
    ['20 minutes early', -20, 110],
    ['on time', 0, 90],
    ['12 minutes late', 12, 78],
  ])('%s keeps the planned end, or the length from now', (_name, lateMinutes, untilEnd) => {
    const now = { ...firstStamp, wallMs: firstStamp.wallMs + lateMinutes * minute }
    const choice = startChoice(planned(firstStamp.wallMs).state, now)
    expect(choice.lateMinutes).toBe(lateMinutes)
    expect(choice.asScheduled).toMatchObject({
      lengthMinutes: untilEnd,
      endsAtMs: firstStamp.wallMs + 90 * minute,
    })
    expect(choice.fullLength).toMatchObject({ lengthMinutes: 90, endsAtMs: now.wallMs + 90 * minute })
  })

  test('too late for the planned end begins in full length, as the screen says, and is not refused', () => {
    const late = {
      ...firstStamp,
      wallMs: firstStamp.wallMs + 80 * minute,
      monoMs: firstStamp.monoMs + 80 * minute,
    }
    const run = planned(firstStamp.wallMs)
    expect(startCommand(run.state, late, 'as-scheduled')).toEqual({ type: 'start', end: 'full-length' })
    expect(act(run, startCommand(run.state, late, 'as-scheduled'), 80 * minute).refusal).toBeNull()
  })

  test.each([
    // Clocks go back at 02:00 on 1 November 2026 and forward at 02:00 on 14 March 2027.
    ['the long night', Date.UTC(2026, 10, 1, 5, 0), '1:00 AM', '1:30 AM'],
    ['the short night', Date.UTC(2027, 2, 14, 6, 15), '1:15 AM', '3:45 AM'],
  ])('in %s ends after real minutes, by the clock on the wall', (_name, startMs, begins, ends) => {
    const zone = 'America/New_York'
    const begin = { ...firstStamp, zone, wallMs: startMs }
    const run = act({ ...startRun(), stamp: begin }, { type: 'set-topic', topic: 'Sleep' })
    const scheduled = { ...run.state, plannedStartMs: startMs }
    const late = { ...begin, wallMs: startMs + 10 * minute, monoMs: begin.monoMs + 10 * minute }
    const choice = startChoice(scheduled, late)
    expect(wallTime(startMs, zone).replaceAll(/\s/gu, ' ')).toBe(begins)
    expect(choice).toMatchObject({ lateMinutes: 10, asScheduled: { lengthMinutes: 80 } })
    expect(wallTime(choice.asScheduled.endsAtMs, zone).replaceAll(/\s/gu, ' ')).toBe(ends)
  })

  test('passes over what was left out before it, and does not give its minutes to nobody', () => {
    const run = actAll(
      planned(firstStamp.wallMs),
      [0, { type: 'skip-phase', phaseId: phase(0), reason: 'already-covered' }],
      [0, { type: 'skip-phase', phaseId: phase(3), reason: 'not-today' }],
    )
    expect(agendaMinutes(run.state)).toBe(55)
    const begun = act(run, { type: 'start', end: 'full-length' })
    expect(begun.state.currentPhaseId).toBe(phase(1))
    expect(begun.state.phases.map(({ status }) => status).slice(0, 4)).toEqual([
      'skipped',
      'current',
      'ahead',
      'skipped',
    ])
    expect(paceOf(begun.state)?.behindMinutes).toBe(0)
    const plan = chosenPlan(startChoice(run.state, run.stamp), 'as-scheduled').phases
    expect(plan?.map(({ minutes }) => minutes)).toEqual(begun.state.phases.map(({ minutes }) => minutes))
  })

  test('an agenda that cannot be made to fit names what is missing, and runs longer by just that', () => {
    const inserted = {
      id: phase(20),
      name: 'Film',
      kind: 'plain' as const,
      minutes: 40,
      minimumMinutes: 40,
      isProtected: false,
    }
    const run = act(planned(firstStamp.wallMs), {
      type: 'insert-phase',
      phase: inserted,
      beforePhaseId: phase(2),
    })
    const missing = missingMinutes(startChoice(run.state, run.stamp), run.state)
    expect(missing).toBe(11)
    expect(act(run, { type: 'start', end: 'full-length' }).refusal).toBe('too-short')
    const longer = act(run, { type: 'extend-session', minutes: missing })
    expect(longer.refusal).toBeNull()
    expect(act(longer, { type: 'start', end: 'full-length' }).refusal).toBeNull()
    expect(act(act(longer, { type: 'undo' }), { type: 'start', end: 'full-length' }).refusal).toBe(
      'too-short',
    )
  })

  test('the end follows the session when it is extended', () => {
    const run = act(startRun(), { type: 'start', end: 'full-length' })
    const longer = actAll(run, [10 * minute, { type: 'extend-session', minutes: 5 }])
    expect(paceOf(longer.state)?.endsAtMs).toBe((run.state.startedAtMs ?? 0) + 95 * minute)
    expect(paceOf(longer.state)?.behindMinutes).toBe(0)
    const far = actAll(run, [hour, { type: 'extend-session', minutes: 15 }], [0, { type: 'undo' }])
    expect(paceOf(far.state)?.endsAtMs).toBe((run.state.startedAtMs ?? 0) + 90 * minute)
  })
})

describe('the words of the close', () => {
  const close = { name: 'Check-out round', moreCount: 0, minutes: 5, isOn: false }

  test.each<readonly [string, string, Closing]>([
    ['10 min left', 'Check-out round needs 5', { leftMinutes: 10, close, fit: 'fits' }],
    ['5 min left', 'now Check-out round, to keep its 5', { leftMinutes: 5, close, fit: 'now' }],
    ['3 min left', 'Check-out round no longer fits', { leftMinutes: 3, close, fit: 'short' }],
    [
      '15 min left',
      'Check-out round and 1 more no longer fit',
      { leftMinutes: 15, close: { ...close, moreCount: 1, minutes: 17 }, fit: 'short' },
    ],
    ['4 min left', '', { leftMinutes: 4, close: { ...close, isOn: true }, fit: 'fits' }],
    ['time is up', '', { leftMinutes: 0, close: null, fit: 'fits' }],
    ['2 min over the end', '', { leftMinutes: -2, close: null, fit: 'fits' }],
  ])('%s · %s', (time, needs, closing) => {
    const words = closingWords(closing)
    expect(words.time).toBe(time)
    expect(Object.values(words.close ?? {}).join('')).toBe(needs)
  })

  test('are said aloud in sentences', () => {
    expect(closingSentence({ leftMinutes: 10, close, fit: 'fits' })).toBe(
      '10 minutes left. Check-out round needs 5 minutes.',
    )
    expect(closingSentence({ leftMinutes: 3, close, fit: 'short' })).toBe(
      '3 minutes left. Check-out round needs 5 minutes and no longer fits.',
    )
    expect(closingSentence({ leftMinutes: 0, close: null, fit: 'fits' })).toBe('The time is up.')
  })
})
