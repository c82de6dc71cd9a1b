import fc from 'fast-check'
import { expect, test } from 'vitest'
import { talkShares } from '../../../src/shared/record/talk-shares.ts'
import { isFacilitator } from '../../../src/shared/session/vocabulary.ts'
import { evening, seat } from '../renderer-roster/evening.ts'
import { runArbitrary } from '../session/arbitrary-run.ts'

const minuteMs = 60_000

test('shares are of the time without breaks: members together, facilitators, several, silence', () => {
  const state = evening([
    [-2, { type: 'arrive', personId: seat(1) }],
    [-2, { type: 'arrive', personId: seat(2) }],
    [0, { type: 'give-floor', personId: seat(1) }],
    [20, { type: 'release-floor', personId: seat(1) }],
    [30, { type: 'pause', kind: 'break' }],
    [40, { type: 'resume' }],
    [40, { type: 'give-floor', personId: seat(2) }],
    [60, { type: 'give-floor', personId: seat(1) }],
    [65, { type: 'release-floor', personId: seat(2) }],
    [70, { type: 'release-floor', personId: seat(1) }],
  ])
  expect(talkShares(state)).toEqual({
    groupMs: 80 * minuteMs,
    membersMs: 45 * minuteMs,
    facilitatorsMs: 0,
    severalMs: 5 * minuteMs,
    silenceMs: 30 * minuteMs,
    unobservedMs: 0,
  })
})

test('where no turn was tapped there is nothing to say', () => {
  expect(talkShares(evening([]))).toBeNull()
})

test('the parts always sum to the time of the group, and the facilitators’ part is what they said alone', () => {
  let shared = 0
  fc.assert(
    fc.property(runArbitrary, ({ runs }) => {
      const state = runs.at(-1)?.state
      const shares = state === undefined ? null : talkShares(state)
      if (state === undefined || shares === null) return
      const { groupMs, ...parts } = shares
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(groupMs)
      expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(0)
      const talked = (isLeading: boolean) =>
        state.people
          .filter(({ role }) => isFacilitator(role) === isLeading)
          .reduce((sum, { talkMs }) => sum + talkMs, 0)
      expect(parts.facilitatorsMs).toBeLessThanOrEqual(talked(true))
      expect(parts.membersMs).toBeLessThanOrEqual(talked(false))
      if (state.time.severalMs === 0) {
        expect(parts.facilitatorsMs).toBe(talked(true))
        if (parts.facilitatorsMs > 0) shared += 1
      }
    }),
    { numRuns: 150 },
  )
  expect(shared).toBeGreaterThan(0)
})
