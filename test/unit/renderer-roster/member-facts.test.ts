import { describe, expect, it } from 'vitest'
import { dataSentences } from '../../../src/shared/record/data-sentences.ts'
import { memberFacts } from '../../../src/shared/record/member-facts.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { clock, evening, personIn, seat } from './evening.ts'

const factsOf = (state: SessionState, number: number) => memberFacts(state, personIn(state, number), clock)
const dataOf = (state: SessionState, number: number) => dataSentences(state, personIn(state, number), clock)

describe('what the log knows about a member', () => {
  it('of one who was there from start to close', () => {
    const state = evening([[-2, { type: 'arrive', personId: seat(1) }]])
    expect(factsOf(state, 1)).toEqual({
      attendance: '90 min',
      hasCome: true,
      remarks: [],
      marks: [],
      hasRisk: false,
      numbers: [],
    })
    expect(dataOf(state, 1)).toEqual(['Present for all 90 minutes.'])
  })

  it('of one who came late, stepped out, came back and left', () => {
    const state = evening([
      [9, { type: 'arrive', personId: seat(2) }],
      [38, { type: 'step-out', personId: seat(2) }],
      [44, { type: 'return', personId: seat(2) }],
      [70, { type: 'leave', personId: seat(2) }],
    ])
    expect(factsOf(state, 2)).toMatchObject({
      attendance: '55 min',
      remarks: ['from 18:09', 'out 18:38 to 18:44', 'left 19:10'],
    })
    expect(dataOf(state, 2)).toEqual([
      'Present for 55 of 90 minutes.',
      'Arrived at 18:09.',
      'Stepped out at 18:38 and came back at 18:44.',
      'Left at 19:10, before the close.',
    ])
  })

  it('of one who stepped out and then left for good: one absence', () => {
    const state = evening([
      [-1, { type: 'arrive', personId: seat(1) }],
      [30, { type: 'step-out', personId: seat(1) }],
      [40, { type: 'leave', personId: seat(1) }],
    ])
    expect(factsOf(state, 1).remarks).toEqual(['left 18:30'])
  })

  it('of one who stepped out and was not seen again', () => {
    const state = evening([
      [-1, { type: 'arrive', personId: seat(1) }],
      [30, { type: 'step-out', personId: seat(1) }],
    ])
    expect(factsOf(state, 1)).toMatchObject({ attendance: '30 min', remarks: ['out 18:30'] })
    expect(dataOf(state, 1)).toContain('Stepped out at 18:30; no return was recorded.')
  })

  it('of those who never came', () => {
    const state = evening([
      [5, { type: 'excuse', personId: seat(1) }],
      [5, { type: 'mark-absent', personId: seat(2) }],
      [5, { type: 'delay', personId: seat(3) }],
    ])
    expect([1, 2, 3, 4].map((number) => factsOf(state, number).attendance)).toEqual([
      'excused',
      'no-show',
      'no-show',
      'no-show',
    ])
    expect(dataOf(state, 1)).toEqual(['Did not attend; excused.'])
    expect(dataOf(state, 4)).toEqual(['Did not attend; no-show.'])
  })

  it('of one without an agreement on file', () => {
    const state = evening([[-1, { type: 'arrive', personId: seat(6) }]])
    expect(dataOf(state, 6).at(-1)).toBe('No confidentiality agreement was on file at the close.')
  })

  it('of breaks, which are counted apart', () => {
    const state = evening([
      [-1, { type: 'arrive', personId: seat(1) }],
      [40, { type: 'pause', kind: 'break' }],
      [50, { type: 'resume' }],
    ])
    expect(dataOf(state, 1)).toContain('10 minutes of these fell into breaks.')
  })

  it('of marks, in the order in which they were first made, risk by itself', () => {
    const state = evening([
      [-1, { type: 'arrive', personId: seat(1) }],
      [6, { type: 'mark', personId: seat(1), mark: 'skill' }],
      [7, { type: 'next-phase' }],
      [12, { type: 'mark', personId: seat(1), mark: 'shared' }],
      [13, { type: 'mark', personId: seat(1), mark: 'shared' }],
      [14, { type: 'mark', personId: seat(1), mark: 'risk' }],
    ])
    expect(factsOf(state, 1)).toMatchObject({ marks: ['skill', 'shared 2'], hasRisk: true })
    expect(dataOf(state, 1).slice(1)).toEqual([
      'Used or practised a skill at 18:06 (Opening & agreements).',
      'Shared at 18:12 (Check-in round) and at 18:13 (Check-in round).',
      'Risk was marked at 18:14 (Check-in round).',
    ])
  })

  it('and nothing of what was undone, nor of talk', () => {
    const state = evening([
      [-1, { type: 'arrive', personId: seat(1) }],
      [6, { type: 'give-floor', personId: seat(1) }],
      [9, { type: 'release-floor', personId: seat(1) }],
      [10, { type: 'mark', personId: seat(1), mark: 'conflict' }],
      [11, { type: 'undo' }],
    ])
    expect(dataOf(state, 1)).toEqual(['Present for all 90 minutes.'])
  })

  it('rounds minutes down, never up', () => {
    const state = evening([[1.5, { type: 'arrive', personId: seat(1) }]])
    expect(factsOf(state, 1).attendance).toBe('88 min')
    expect(dataOf(state, 1)[0]).toBe('Present for 88 of 90 minutes.')
  })
})
