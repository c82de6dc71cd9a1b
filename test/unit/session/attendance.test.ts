import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advance } from '../../../src/shared/session/advance.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import type { PersonProgress } from '../../../src/shared/session/state.ts'
import { person } from './arbitraries.ts'
import { act, actAll, startRun, type Run } from './run.ts'

const minute = 60_000
const someone = person(2)

function minutesOf({ state, stamp }: Run): { present: number; outsideBreaks: number } {
  const found = advance(state, stamp).people.find(({ personId }) => personId === someone)
  if (found === undefined) throw new Error('they are in the circle')
  return { present: found.presentMs / minute, outsideBreaks: (found.presentMs - found.breakMs) / minute }
}

const begun = actAll(
  startRun(),
  [0, { type: 'arrive', personId: person(3) }],
  [0, { type: 'start', end: 'full-length' }],
)

describe('minutes', () => {
  test('of someone who came late, went out, came back and left early, with and without the break', () => {
    const run = actAll(
      begun,
      [9 * minute, { type: 'arrive', personId: someone }],
      [20 * minute, { type: 'step-out', personId: someone }],
      [4 * minute, { type: 'return', personId: someone }],
      [10 * minute, { type: 'pause', kind: 'break' }],
      [10 * minute, { type: 'resume' }],
      [15 * minute, { type: 'leave', personId: someone }],
      [20 * minute, { type: 'end' }],
    )
    expect(run.refusal).toBeNull()
    expect(minutesOf(run)).toEqual({ present: 55, outsideBreaks: 45 })
  })

  test('go on for someone who left and came back after all, and a wrong tap costs none', () => {
    const run = actAll(
      begun,
      [0, { type: 'arrive', personId: someone }],
      [10 * minute, { type: 'leave', personId: someone }],
      [5 * minute, { type: 'return', personId: someone }],
      [10 * minute, { type: 'step-out', personId: someone }],
      [3 * minute, { type: 'undo' }],
      [2 * minute, { type: 'set-topic', topic: '' }],
    )
    expect(minutesOf(run).present).toBe(25)
  })

  test('are none for those who are seen alone, and count from their coming when they come after all', () => {
    const alone = actAll(
      begun,
      [0, { type: 'substitute', personId: someone }],
      [30 * minute, { type: 'set-topic', topic: '' }],
    )
    expect(minutesOf(alone).present).toBe(0)
    expect(
      minutesOf(
        actAll(
          alone,
          [0, { type: 'arrive', personId: someone }],
          [7 * minute, { type: 'pause', kind: 'pause' }],
        ),
      ).present,
    ).toBe(7)
  })

  test('of a co-facilitator follow the same rules', () => {
    const coLead = person(1)
    const run = actAll(
      startRun(),
      [0, { type: 'expect', personId: coLead }],
      [0, { type: 'arrive', personId: person(3) }],
      [0, { type: 'start', end: 'full-length' }],
      [12 * minute, { type: 'arrive', personId: coLead }],
      [30 * minute, { type: 'leave', personId: coLead }],
      [5 * minute, { type: 'end' }],
    )
    expect(run.refusal).toBeNull()
    expect(run.state.people.find(({ personId }) => personId === coLead)?.presentMs).toBe(30 * minute)
  })
})

const presence = fc.constantFrom(
  ...(['arrive', 'delay', 'step-out', 'return', 'leave', 'excuse', 'mark-absent', 'substitute'] as const),
)
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: presence.map((type) => ({ type, personId: someone })) },
  { weight: 1, arbitrary: fc.constant({ type: 'pause' as const, kind: 'break' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'resume' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'next-phase' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'undo' as const }) },
)

/** Counted from the changes of presence alone, as somebody with a sheet of paper would. */
function countByHand({ changes }: PersonProgress, elapsedMs: number): number {
  return changes.reduce((sum, change, index) => {
    const untilMs = changes[index + 1]?.atMs ?? elapsedMs
    return change.presence === 'present' ? sum + untilMs - change.atMs : sum
  }, 0)
}

test('minutes are what the comings and goings add up to, whatever happens', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 15 * minute }), command), { maxLength: 40 }),
      (steps) => {
        const run = steps.reduce((so, [passMs, next]) => act(so, next, passMs), begun)
        const state = advance(run.state, run.stamp)
        for (const one of state.people) {
          expect(one.presentMs).toBe(countByHand(one, state.elapsedMs))
          expect(one.breakMs).toBeLessThanOrEqual(one.presentMs)
        }
      },
    ),
  )
})
