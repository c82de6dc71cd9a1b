import { describe, expect, it } from 'vitest'
import { minutesUntilPlannedEnd } from '../../../src/shared/session/decide.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { noteIdSchema } from '../../../src/shared/ids.ts'
import { person, phase, prepareCommand, uuid } from './arbitraries.ts'
import { act, actAll, firstStamp, startRun, step, type Run } from './run.ts'

const minute = 60_000
const dee = person(4)
const ben = person(5)

function started(): Run {
  return actAll(startRun(), [0, { type: 'arrive-all' }], [0, { type: 'start', end: 'full-length' }])
}

function memberOf(run: Run, id = dee) {
  const found = run.state.people.find(({ personId }) => personId === id)
  if (found === undefined) throw new Error('not in this session')
  return found
}

describe('minutes attended', () => {
  it('leave out what a person missed by coming late, stepping out and leaving early', () => {
    const run = actAll(
      startRun(),
      [0, { type: 'start', end: 'full-length' }],
      [9 * minute, { type: 'arrive', personId: dee }],
      [20 * minute, { type: 'step-out', personId: dee }],
      [4 * minute, { type: 'return', personId: dee }],
      [30 * minute, { type: 'leave', personId: dee }],
      [27 * minute, { type: 'end' }],
    )
    expect(run.state.elapsedMs).toBe(90 * minute)
    expect(memberOf(run).presentMs).toBe(50 * minute)
    expect(memberOf(run).changes.map(({ presence, atMs }) => [presence, atMs / minute])).toEqual([
      ['present', 9],
      ['out', 29],
      ['present', 33],
      ['left', 63],
    ])
  })

  it('tell breaks apart, so that they can be left out', () => {
    const run = actAll(
      started(),
      [50 * minute, { type: 'pause', kind: 'break' }],
      [10 * minute, { type: 'resume' }],
      [30 * minute, { type: 'end' }],
    )
    expect(memberOf(run)).toMatchObject({ presentMs: 90 * minute, breakMs: 10 * minute })
    expect(run.state.time.breakMs).toBe(10 * minute)
  })

  it('count nothing before the start, and whoever never came is absent at the end', () => {
    const run = actAll(
      startRun(),
      [0, { type: 'arrive', personId: dee }],
      [15 * minute, { type: 'start', end: 'full-length' }],
      [minute, { type: 'end' }],
    )
    expect(memberOf(run).presentMs).toBe(minute)
    expect(memberOf(run, ben).presence).toBe('absent')
  })
})

describe('the floor', () => {
  it('can be with several at once, and the time is told apart', () => {
    const run = actAll(
      started(),
      [10_000, { type: 'give-floor', personId: dee }],
      [20_000, { type: 'give-floor', personId: ben }],
      [5_000, { type: 'release-floor', personId: dee }],
      [15_000, { type: 'release-floor', personId: ben }],
      [10_000, { type: 'pause', kind: 'pause' }],
    )
    expect(run.state.time).toEqual({
      silenceMs: 20_000,
      oneMs: 35_000,
      severalMs: 5_000,
      breakMs: 0,
      unobservedMs: 0,
    })
    expect(memberOf(run).talkMs).toBe(25_000)
    expect(memberOf(run, ben).talkMs).toBe(20_000)
  })

  it('is laid down by whoever leaves the room, and by everybody at a break', () => {
    const both = actAll(
      started(),
      [0, { type: 'give-floor', personId: dee }],
      [0, { type: 'give-floor', personId: ben }],
      [0, { type: 'step-out', personId: dee }],
    )
    expect(both.state.floor).toEqual([ben])
    expect(act(both, { type: 'pause', kind: 'break' }).state.floor).toEqual([])
  })

  it('is not taken to have been held while the console was away', () => {
    const run = act(started(), { type: 'give-floor', personId: dee })
    const back = step(run, {
      passMs: 10 * minute,
      wallJumpMs: 0,
      isNewRun: true,
      command: { type: 'release-floor', personId: dee },
    })
    // The heartbeat was five seconds old: that long she was seen to talk.
    expect(memberOf(back).talkMs).toBe(5_000)
    expect(back.refusal).toBe('no-floor')
    expect(back.state.elapsedMs).toBe(10 * minute)
    expect(memberOf(back).presentMs).toBe(10 * minute)
  })

  const refused: readonly [string, readonly (readonly [number, Command])[], string][] = [
    [
      'someone who is not here',
      [
        [0, { type: 'step-out', personId: dee }],
        [0, { type: 'give-floor', personId: dee }],
      ],
      'not-present',
    ],
    [
      'someone who has it',
      [
        [0, { type: 'give-floor', personId: dee }],
        [0, { type: 'give-floor', personId: dee }],
      ],
      'has-floor',
    ],
    [
      'anyone in a break',
      [
        [0, { type: 'pause', kind: 'break' }],
        [0, { type: 'give-floor', personId: dee }],
      ],
      'on-break',
    ],
    ['a stranger', [[0, { type: 'give-floor', personId: person(99) }]], 'unknown-person'],
    [
      'anyone after the end',
      [
        [0, { type: 'end' }],
        [0, { type: 'give-floor', personId: dee }],
      ],
      'ended',
    ],
  ]
  it.each(refused)('is refused to %s', (_who, commands, refusal) => {
    expect(actAll(started(), ...commands).refusal).toBe(refusal)
  })
})

describe('the agenda', () => {
  it('moves on, back, and keeps each phase its minutes', () => {
    const run = actAll(
      started(),
      [6 * minute, { type: 'next-phase' }],
      [2 * minute, { type: 'previous-phase' }],
      [1 * minute, { type: 'next-phase' }],
      [3 * minute, { type: 'extend-phase', minutes: 5 }],
    )
    expect(
      run.state.phases
        .slice(0, 3)
        .map(({ status, actualMs, minutes, plannedMinutes }) => [
          status,
          actualMs / minute,
          minutes,
          plannedMinutes,
        ]),
    ).toEqual([
      ['done', 7, 5, 5],
      ['current', 5, 15, 10],
      ['ahead', 0, 15, 15],
    ])
  })

  it('skips with a reason, and the way on passes a skipped phase over', () => {
    const run = actAll(
      started(),
      [0, { type: 'skip-phase', phaseId: phase(1), reason: 'no-time' }],
      [0, { type: 'next-phase' }],
    )
    expect(run.state.phases[1]).toMatchObject({ status: 'skipped', skipReason: 'no-time' })
    expect(run.state.currentPhaseId).toBe(phase(2))
  })

  it('is fitted to the planned end when the session starts late', () => {
    const prepare = { ...prepareCommand(), plannedStartMs: firstStamp.wallMs - 5 * minute }
    const run = act(startRun(prepare), { type: 'start', end: 'as-scheduled' })
    expect(minutesUntilPlannedEnd(prepare, firstStamp)).toBe(85)
    expect(run.state.lengthMinutes).toBe(85)
    expect(run.state.phases.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(85)
    expect(run.state.phases.at(-1)?.minutes).toBe(5)
  })

  it('does not go below a minimum', () => {
    const run = act(started(), { type: 'replan', minutes: [{ phaseId: phase(3), minutes: 19 }] })
    expect(run.refusal).toBe('below-minimum')
  })
})

describe('the end', () => {
  it('still takes a mark, for someone who was there', () => {
    const ended = actAll(started(), [80 * minute, { type: 'end' }])
    const marked = act(ended, { type: 'mark', personId: dee, mark: 'risk' }, 5 * minute)
    expect(marked.state.marks).toMatchObject([{ personId: dee, mark: 'risk', atMs: 80 * minute }])
    expect(marked.state.elapsedMs).toBe(80 * minute)
  })

  it('can be taken back for a quarter of an hour, and then the session has gone on', () => {
    const ended = actAll(started(), [80 * minute, { type: 'end' }])
    const goesOn = act(ended, { type: 'undo' }, 15 * minute)
    expect(goesOn.state).toMatchObject({ stage: 'running', elapsedMs: 95 * minute })
    expect(act(ended, { type: 'undo' }, 15 * minute + 1).refusal).toBe('ended')
  })

  it('does not keep a note that was written after it from being taken back, however late', () => {
    const noteId = noteIdSchema.parse(uuid('d', 1))
    const noted = actAll(started(), [0, { type: 'end' }], [0, { type: 'keep-private-note', noteId }])
    const undone = act(noted, { type: 'undo' }, 60 * minute)
    expect(undone.state).toMatchObject({ stage: 'ended', notes: [] })
  })
})

describe('starting when the planned end has passed', () => {
  it('is refused as too short, and can be done in full length', () => {
    const prepare = { ...prepareCommand(), plannedStartMs: firstStamp.wallMs - 100 * minute }
    expect(act(startRun(prepare), { type: 'start', end: 'as-scheduled' }).refusal).toBe('too-short')
    expect(act(startRun(prepare), { type: 'start', end: 'full-length' }).refusal).toBeNull()
  })
})
