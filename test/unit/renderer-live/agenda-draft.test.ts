import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  balanceWords,
  canRelease,
  draftBalance,
  draftBounds,
  draftCommand,
  draftMinutes,
  keptWords,
  openDraft,
  release,
  setDraftMinutes,
  type AgendaDraft,
} from '../../../src/renderer/live/agenda/agenda-draft.ts'
import { moveCommand, orderCommand } from '../../../src/renderer/live/agenda/order-commands.ts'
import { paceOf } from '../../../src/renderer/live/pace.ts'
import { advance } from '../../../src/shared/session/advance.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { phase, prepareArbitrary, prepareCommand } from '../session/arbitraries.ts'
import { act, actAll, firstStamp, startRun, type Run } from '../session/run.ts'

const minute = 60_000

function running(prepare = prepareCommand()): Run {
  return act(startRun(prepare), { type: 'start', end: 'full-length' })
}

function after(run: Run, minutes: number): SessionState {
  const ms = minutes * minute
  return advance(run.state, { ...run.stamp, wallMs: run.stamp.wallMs + ms, monoMs: run.stamp.monoMs + ms })
}

function phaseOf(state: SessionState, index: number) {
  const found = state.phases[index]
  if (found === undefined) throw new Error('The template has fewer phases')
  return found
}

const empty: AgendaDraft = { minutes: new Map(), released: new Set() }

describe('changing minutes', () => {
  test('begins with what would be proposed', () => {
    const late = after(running(), 18)
    const draft = openDraft(late, 'as-scheduled')
    expect([...draft.minutes]).toEqual([
      [phase(3), 23],
      [phase(4), 14],
    ])
    const balance = draftBalance(late, draft, 'as-scheduled')
    expect(balance).toMatchObject({ leftMinutes: 72, askedMinutes: 72, overMinutes: 0 })
    expect(balance === null ? '' : balanceWords(balance)).toBe('72 min planned, 72 left: it fits.')
    expect(balance === null ? '' : keptWords(balance)).toBe('Not to be eaten: Check-out round 5.')
  })

  test('says how many are too many or free', () => {
    const state = after(running(), 0)
    const words = (draft: AgendaDraft) => {
      const balance = draftBalance(state, draft, 'as-scheduled')
      return balance === null ? null : balanceWords(balance)
    }
    expect(words(setDraftMinutes(empty, phase(3), 33))).toBe('93 min planned, 90 left: 3 too many.')
    expect(words(setDraftMinutes(empty, phase(3), 26))).toBe('86 min planned, 90 left: 4 free.')
  })

  test('begins before the start with what the agenda would be fitted to', () => {
    const prepared = startRun({ ...prepareCommand(), plannedStartMs: firstStamp.wallMs - 5 * minute })
    const draft = openDraft(prepared.state, 'as-scheduled')
    expect(draftBalance(prepared.state, draft, 'as-scheduled')).toMatchObject({
      leftMinutes: 85,
      overMinutes: 0,
    })
    const command = draftCommand(prepared.state, draft)
    const used = command === null ? prepared : act(prepared, command)
    expect(used.refusal).toBeNull()
    const begun = act(used, { type: 'start', end: 'as-scheduled' })
    expect(begun.events.filter(({ body }) => body.type === 'agenda.replanned')).toHaveLength(1)
  })

  test('takes nothing from a protected phase before it is released, and then not below its minimum', () => {
    const state = running(prepareCommand('trauma')).state
    const close = phaseOf(state, 4)
    expect(draftBounds(empty, close).fewest).toBe(12)
    expect(canRelease(empty, close)).toBe(true)
    const released = release(empty, close.id)
    expect(draftBounds(released, close).fewest).toBe(10)
    expect(canRelease(released, close)).toBe(false)
    // Nothing to release where the minimum is the plan.
    expect(canRelease(empty, phaseOf(state, 5))).toBe(false)
  })

  test('is forgotten for a phase that is over meanwhile', () => {
    const draft = setDraftMinutes(empty, phase(0), 9)
    const state = act(running(), { type: 'next-phase' }).state
    expect(draftMinutes(draft, phaseOf(state, 0))).toBe(5)
    expect(draftCommand(state, draft)).toBeNull()
  })

  test('within its bounds is always taken by the session, and comes out as it was said', () => {
    const wishes = fc.array(fc.tuple(fc.nat({ max: 8 }), fc.integer({ min: 1, max: 90 }), fc.boolean()), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(
        prepareArbitrary,
        wishes,
        fc.nat({ max: 40 }),
        fc.nat({ max: 4 }),
        (prepare, wanted, minutes, moves) => {
          const run = actAll(
            running(prepare),
            ...Array.from({ length: moves }, () => [minute, { type: 'next-phase' }] as const),
            [minutes * minute, { type: 'previous-phase' }],
          )
          const state = advance(run.state, run.stamp)
          const draft = wanted.reduce(
            (so, [index, wish, isReleased]) => {
              const one = state.phases[index]
              if (one === undefined) return so
              const next = isReleased ? release(so, one.id) : so
              const { fewest, most } = draftBounds(next, one)
              return setDraftMinutes(next, one.id, Math.min(most, Math.max(fewest, wish)))
            },
            openDraft(state, 'as-scheduled'),
          )
          const command = draftCommand(state, draft)
          if (command === null) return
          const used = act(run, command)
          expect(used.refusal).toBeNull()
          expect(draftBalance(state, draft, 'as-scheduled')?.overMinutes).toBe(
            paceOf(used.state)?.behindMinutes,
          )
          const undone = act(used, { type: 'undo' })
          expect(undone.state.phases.map((one) => one.minutes)).toEqual(
            run.state.phases.map((one) => one.minutes),
          )
        },
      ),
    )
  })
})

describe('the order', () => {
  test('moves a phase ahead, past no end, and leaves what is over alone', () => {
    const run = actAll(running(), [minute, { type: 'next-phase' }])
    expect(moveCommand(run.state, phase(2), -1)).toBeNull()
    expect(moveCommand(run.state, phase(6), 1)).toBeNull()
    expect(moveCommand(run.state, phase(0), 1)).toBeNull()
    const command = moveCommand(run.state, phase(2), 1)
    const moved = command === null ? run : act(run, command)
    expect(moved.state.phases.map(({ id }) => id)).toEqual([0, 1, 3, 2, 4, 5, 6].map(phase))
    const undone = act(moved, { type: 'undo' })
    expect(undone.state.phases.map(({ id }) => id)).toEqual(run.state.phases.map(({ id }) => id))
  })

  test('is no order of one phase', () => {
    const run = actAll(running(), ...Array.from({ length: 5 }, () => [0, { type: 'next-phase' }] as const))
    expect(orderCommand(run.state, run.state.phases.slice(6))).toBeNull()
  })
})
