import { describe, expect, it } from 'vitest'
import {
  changedGoals,
  draftsOf,
  goalProblem,
  goalRoom,
  type GoalDraft,
} from '../../../src/renderer/roster/goals-draft.ts'
import { goalIdSchema, personIdSchema } from '../../../src/shared/ids.ts'

const personId = personIdSchema.parse(crypto.randomUUID())
const kept = ['Sleep at home', 'Call my sister'].map((text) => ({
  goalId: goalIdSchema.parse(crypto.randomUUID()),
  personId,
  text,
  isOpen: true,
}))
const added = (text: string): GoalDraft => ({ key: crypto.randomUUID(), goalId: null, text, isOpen: true })

describe('goals in the form of a member', () => {
  it('saves what was changed, achieved, opened again or added, and nothing else', () => {
    const drafts = draftsOf(kept)
    expect(changedGoals(drafts, kept)).toEqual([])
    const spaced = drafts.map((goal) => ({ ...goal, text: ` ${goal.text} ` }))
    expect(changedGoals(spaced, kept)).toEqual([])
    const [first, second] = drafts
    if (first === undefined || second === undefined) throw new Error('two goals are kept')
    const achieved = { ...first, isOpen: false }
    const said = { ...second, text: 'Call my sister on Sundays' }
    const more = added('A walk a day')
    expect(changedGoals([achieved, said, added('  '), more], kept)).toEqual([achieved, said, more])
  })

  it('says what cannot be kept, without cutting anything off', () => {
    expect(goalProblem(added(''))).toBeUndefined()
    expect(goalProblem(added('Rest'))).toBeUndefined()
    expect(goalProblem(added('a'.repeat(200)))).toBeUndefined()
    expect(goalProblem(added('a'.repeat(201)))).toBe('1 character too long; nothing is lost.')
    expect(goalProblem(added('one\ttwo'))).toMatch(/a character in here that cannot be kept/)
    const [emptied] = draftsOf(kept).map((goal) => ({ ...goal, text: ' ' }))
    expect(emptied === undefined ? '' : goalProblem(emptied)).toBe('Please fill this in.')
  })

  it('counts near the limit alone', () => {
    expect(goalRoom('a'.repeat(159)).words).toBeNull()
    expect(goalRoom('a'.repeat(160)).words).toBe('40 characters left')
    expect(goalRoom('a'.repeat(200)).words).toBe('0 characters left')
  })
})
