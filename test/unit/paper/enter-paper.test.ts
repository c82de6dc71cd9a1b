import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/shared/session/commands.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { contradictions } from '../session/contradictions.ts'
import { person, phase } from '../session/arbitraries.ts'
import { act, firstStamp, startRun, visible, type Run } from '../session/run.ts'

type EnterPaper = Extract<Command, { type: 'enter-paper' }>
type Line = EnterPaper['sheet']['people'][number]

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const startedAtMs = firstStamp.wallMs
const here: Omit<Line, 'personId'> = { presence: 'present', cameAfterMinutes: null, leftAfterMinutes: null }

/** Ninety minutes: five, ten and sixty in the first three phases, fifteen in none. */
function sheet(people: readonly Line[], change: Partial<EnterPaper['sheet']> = {}): EnterPaper {
  return {
    type: 'enter-paper',
    sheet: {
      startedAtMs,
      endedAtMs: startedAtMs + 90 * minuteMs,
      phases: [5, 10, 60].map((minutes, index) => ({ phaseId: phase(index), minutes })),
      people: [...people],
      ...change,
    },
    marks: [],
  }
}

function enter(command: EnterPaper, run: Run = startRun()): Run {
  return act(run, command, dayMs)
}

function personOf(state: SessionState, index: number) {
  return state.people.find(({ personId }) => personId === person(index))
}

function skip(index: number): Command {
  return { type: 'skip-phase', phaseId: phase(index), reason: 'group-need' }
}

describe('a sheet', () => {
  test('makes a session that is over, with the minutes that stand on it, and says when it was entered', () => {
    const { state } = enter(
      sheet([
        { personId: person(2), ...here },
        { personId: person(3), ...here, cameAfterMinutes: 9 },
        { personId: person(4), ...here, cameAfterMinutes: 9, leftAfterMinutes: 70 },
        { personId: person(5), ...here, presence: 'excused' },
      ]),
    )
    expect(contradictions(state)).toEqual([])
    expect(state).toMatchObject({ stage: 'ended', startedAtMs, enteredLateAtMs: startedAtMs + dayMs })
    const minutes = [2, 3, 4, 5].map((index) => (personOf(state, index)?.presentMs ?? 0) / minuteMs)
    expect(minutes).toEqual([90, 81, 61, 0])
    expect([personOf(state, 4)?.presence, personOf(state, 6)?.presence]).toEqual(['left', 'absent'])
    expect(state.phases.slice(0, 4).map(({ status, actualMs }) => [status, actualMs / minuteMs])).toEqual([
      ['done', 5],
      ['done', 10],
      ['done', 60],
      ['skipped', 0],
    ])
    // Nobody saw who spoke.
    expect(state.time).toMatchObject({ unobservedMs: 90 * minuteMs, silenceMs: 0, oneMs: 0 })
  })

  test('is taken back with its marks, however late, and can be entered anew', () => {
    const before = startRun()
    const marked = {
      ...sheet([{ personId: person(2), ...here }]),
      marks: [{ personId: person(2), mark: 'risk' as const }],
    }
    const entered = enter(marked, before)
    expect(entered.state.followUps).toHaveLength(1)
    const undone = act(entered, { type: 'undo' }, 3 * dayMs)
    expect({ ...visible(undone.state), stamp: null }).toEqual({ ...visible(before.state), stamp: null })
    expect(enter(marked, undone).refusal).toBeNull()
  })

  test('holds a phase that was left out beforehand, and keeps the reason of one that stayed out', () => {
    const run = act(act(startRun(), skip(1)), skip(3))
    const { state } = enter(sheet([]), run)
    expect(state.phases.slice(1, 4).map(({ skipReason }) => skipReason)).toEqual([null, null, 'group-need'])
  })
})

describe('is refused and changes nothing', () => {
  const line = (change: Partial<Line>): EnterPaper => sheet([{ personId: person(2), ...here, ...change }])
  const wrong: readonly (readonly [string, EnterPaper])[] = [
    ['more minutes in phases than there were', sheet([], { phases: [{ phaseId: phase(0), minutes: 91 }] })],
    ['an end before the start', sheet([], { endedAtMs: startedAtMs - minuteMs })],
    [
      'an end ahead of now',
      sheet([], { startedAtMs: startedAtMs + dayMs, endedAtMs: startedAtMs + dayMs + minuteMs }),
    ],
    ['a phase of another session', sheet([], { phases: [{ phaseId: phase(99), minutes: 1 }] })],
    ['a person of another session', sheet([{ personId: person(99), ...here }])],
    [
      'a person twice',
      sheet([
        { personId: person(2), ...here },
        { personId: person(2), ...here },
      ]),
    ],
    ['somebody who left before they came', line({ cameAfterMinutes: 30, leftAfterMinutes: 20 })],
    ['somebody who came when it was over', line({ cameAfterMinutes: 90 })],
    ['somebody who left after the end', line({ leftAfterMinutes: 91 })],
    ['somebody absent who came', line({ presence: 'absent', cameAfterMinutes: 5 })],
  ]
  test.each(wrong)('%s', (_what, command) => {
    const run = enter(command)
    expect(run.refusal).toBe('not-a-sheet')
    expect(run.state.stage).toBe('prepared')
  })

  test('a mark of somebody who was not there', () => {
    const marks = [{ personId: person(2), mark: 'shared' as const }]
    expect(enter({ ...line({ presence: 'absent' }), marks }).refusal).toBe('not-present')
  })

  test('a session that has begun', () => {
    const running = act(startRun(), { type: 'start', end: 'full-length' })
    expect(enter(sheet([]), running).refusal).toBe('already-started')
  })
})
