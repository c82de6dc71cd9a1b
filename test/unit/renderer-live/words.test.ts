import { describe, expect, test } from 'vitest'
import { chosenPlan, startChoice } from '../../../src/renderer/live/late-start.ts'
import { namesThatFit } from '../../../src/renderer/live/names-that-fit.ts'
import { noteLimit } from '../../../src/renderer/live/note-limit.ts'
import { phaseTone } from '../../../src/renderer/live/pace.ts'
import { clockWords, phaseLeftWords } from '../../../src/renderer/live/phase-words.ts'
import { roomWords } from '../../../src/renderer/live/room-words.ts'
import { runStep } from '../../../src/renderer/live/run-step.ts'
import { seatPeople } from '../../../src/renderer/live/seated.ts'
import { undoWords } from '../../../src/renderer/live/undo-words.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { person, prepareCommand } from '../session/arbitraries.ts'
import { act, actAll, firstStamp, startRun, type Run } from '../session/run.ts'
import { names, prepared, roster, running } from './people.ts'

const minute = 60_000
function undo(run: Run, isConcealed = false) {
  return undoWords(run.state, seatPeople(run.state, roster, isConcealed), isConcealed)
}

describe('what undo takes back', () => {
  const phaseId = running.state.phases[3]?.id

  test.each<readonly [string, Command]>([
    ['Ben has the floor', { type: 'give-floor', personId: person(3) }],
    ['You have the floor', { type: 'give-floor', personId: person(0) }],
    ['Check-in round begins', { type: 'next-phase' }],
    ['Opening & agreements +5 min', { type: 'extend-phase', minutes: 5 }],
    ['break', { type: 'pause', kind: 'break' }],
    ['Cal: risk', { type: 'mark', personId: person(4), mark: 'risk' }],
    ['Dee stepped out', { type: 'step-out', personId: person(5) }],
    ['Ben has agreed', { type: 'record-agreement', personId: person(3) }],
    ['change of the topic', { type: 'set-topic', topic: 'Sleep' }],
    ['end of the session', { type: 'end' }],
  ])('%s', (words, command) => {
    const run = act(running, command)
    expect(run.refusal).toBeNull()
    expect(undo(run)).toBe(words)
  })

  test('names what an act was for, not what it brought along', () => {
    if (phaseId === undefined) throw new Error('The template has no fourth phase')
    expect(undo(act(running, { type: 'skip-phase', phaseId, reason: 'no-time' }))).toBe('Discussion left out')
    const speaking = act(running, { type: 'give-floor', personId: person(3) })
    expect(undo(act(speaking, { type: 'leave', personId: person(3) }))).toBe('Ben left')
    expect(undo(running)).toBe('start of the session')
    expect(undo(act(prepared, { type: 'arrive-all' }))).toBe('6 people are here')
  })

  test('goes back act by act, and is silent when there is none', () => {
    const run = actAll(running, [0, { type: 'give-floor', personId: person(3) }], [0, { type: 'undo' }])
    expect(undo(run)).toBe('start of the session')
    expect(undo(prepared)).toBeNull()
  })

  test('names no name when concealed', () => {
    expect(undo(act(running, { type: 'give-floor', personId: person(3) }), true)).toBe('Seat 2 has the floor')
    const risk = act(running, { type: 'mark', personId: person(4), mark: 'risk' })
    expect(undo(risk, true)).toBe('last act')
  })
})

test('concealed, nothing about a person is left but the seat', () => {
  const concealed = JSON.stringify(
    seatPeople(running.state, roster, true).map(({ name, initials, isYou }) => ({ name, initials, isYou })),
  )
  for (const name of [...names, 'Robin', 'Maya']) expect(concealed).not.toContain(name)
  expect(concealed).toContain('Seat 6')
})

describe('the phase clock', () => {
  test.each([
    [8 * minute + 40_000, true, '8:40', null],
    [1, true, '0:01', null],
    [0, true, '0:00', null],
    [-1, true, '0', 'min left'],
    [-130_000, true, '2', 'min over'],
    [75 * minute, true, '75:00', null],
    [8 * minute + 40_000, false, '9', 'about'],
    [0, false, '0', 'min left'],
    [-130_000, false, '2', 'min over'],
  ] as const)('%d ms left, seconds %s: %s', (leftMs, showsSeconds, figure, reading) => {
    expect(clockWords(leftMs, showsSeconds)).toEqual({ figure, reading })
  })

  test('says the same in a line', () => {
    expect(phaseLeftWords(520_000, true)).toBe('8:40 left')
    expect(phaseLeftWords(-130_000, true)).toBe('2 min over')
    expect(phaseLeftWords(0, true)).toBe('0:00 left')
    expect(phaseLeftWords(-10_000, true)).toBe('time is up')
    expect(phaseLeftWords(520_000, false)).toBe('about 9 min')
    expect(phaseLeftWords(-10_000, false)).toBe('time is up')
  })

  test.each([
    [7, 'calm'],
    [8, 'amber'],
    [9.5, 'deep'],
    [10, 'over'],
    [12, 'over'],
  ] as const)('after %d of 10 minutes is %s', (minutes, tone) => {
    expect(phaseTone({ minutes: 10, actualMs: minutes * minute })).toBe(tone)
  })
})

function at(minutes: number) {
  return { ...firstStamp, wallMs: firstStamp.wallMs + minutes * minute }
}

function stepName(run: Run) {
  return runStep(run.state, 'as-scheduled').name
}

function missing(run: Run) {
  return roomWords(seatPeople(run.state, roster, false))
}

describe('starting', () => {
  const planned = startRun({ ...prepareCommand(), plannedStartMs: firstStamp.wallMs })

  test('late offers the planned end with a fitted agenda, or the full length', () => {
    const choice = startChoice(planned.state, at(5))
    expect(choice).toMatchObject({
      lateMinutes: 5,
      asScheduled: { lengthMinutes: 85 },
      fullLength: { lengthMinutes: 90 },
    })
    expect(choice.asScheduled.phases?.map(({ minutes }) => minutes).reduce((sum, one) => sum + one, 0)).toBe(
      85,
    )
    expect(chosenPlan(choice, 'as-scheduled').end).toBe('as-scheduled')
  })

  test('too late falls back to the full length; on time there is nothing to choose', () => {
    expect(chosenPlan(startChoice(planned.state, at(80)), 'as-scheduled').end).toBe('full-length')
    expect(startChoice(planned.state, at(0)).lateMinutes).toBe(0)
    expect(startChoice(prepared.state, at(300)).lateMinutes).toBe(0)
  })

  test('the large button leads from the start to the notes', () => {
    const last = actAll(
      running,
      ...Array.from({ length: 6 }, () => [minute, { type: 'next-phase' }] as const),
    )
    const paused = act(running, { type: 'pause', kind: 'pause' })
    expect([prepared, running, paused, last, act(last, { type: 'end' })].map(stepName)).toEqual([
      'Start the session',
      'Next phase',
      'Resume',
      'End the session',
      'Write the notes',
    ])
  })

  test('says who is missing', () => {
    expect(missing(prepared)).toBe('6 are expected')
    const most = actAll(
      prepared,
      ...[2, 3, 4, 5].map((index) => [0, { type: 'arrive', personId: person(index) }] as const),
      [0, { type: 'delay', personId: person(6) }],
    )
    expect(missing(most)).toBe('Eli is on the way, Fay is expected')
    expect(missing(running)).toBe('Everyone is here or accounted for')
  })
})

test('the note field counts only near its limit', () => {
  expect(noteLimit('a'.repeat(9_000))).toEqual({ isTooLong: false, words: null })
  expect(noteLimit('a'.repeat(9_990))).toMatchObject({ isTooLong: false, words: '10 characters left' })
  expect(noteLimit('a'.repeat(10_002))).toMatchObject({
    isTooLong: true,
    words: '2 characters too long; nothing is lost',
  })
  expect(noteLimit('a'.repeat(9_999)).words).toBe('1 character left')
  expect(noteLimit('a'.repeat(10_000)).words).toBe('0 characters left')
  expect(noteLimit('a'.repeat(10_001)).words).toBe('1 character too long; nothing is lost')
})

test('names that do not fit into the bar are counted instead', () => {
  const people = Array.from({ length: 20 }, () => ({ name: 'Dee' }))
  expect(namesThatFit(people.slice(0, 3), 700, { speakers: 1, hasBefore: true })).toHaveLength(3)
  const few = namesThatFit(people, 700, { speakers: 1, hasBefore: false }).length
  expect(few).toBeGreaterThan(0)
  expect(few).toBeLessThan(8)
  expect(namesThatFit(people, 200, { speakers: 1, hasBefore: false })).toHaveLength(0)
})
