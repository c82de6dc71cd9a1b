import { describe, expect, it } from 'vitest'
import {
  changedGoals,
  draftsOf,
  goalProblem,
  goalRoom,
  newGoal,
  withoutGoal,
  type GoalDraft,
} from '../../../src/renderer/roster/goals-draft.ts'
import { goalIdSchema, personIdSchema, type GoalId } from '../../../src/shared/ids.ts'
import type { Goal } from '../../../src/shared/ipc/goal-calls.ts'

const personId = personIdSchema.parse(crypto.randomUUID())
const keptGoal = (text: string, parentId: GoalId | null = null): Goal => ({
  goalId: goalIdSchema.parse(crypto.randomUUID()),
  personId,
  parentId,
  text,
  isOpen: true,
  isSetAside: false,
  isAddressed: false,
})
const sleep = keptGoal('Sleep at home')
const kept = [sleep, keptGoal('Call my sister'), keptGoal('In bed by eleven', sleep.goalId)]
const added = (text: string, parentKey: string | null = null): GoalDraft => ({ ...newGoal(parentKey), text })

function draftsOfKept(): readonly [GoalDraft, GoalDraft, GoalDraft] {
  const [first, second, third] = draftsOf(kept)
  if (first === undefined || second === undefined || third === undefined) throw new Error('three are kept')
  return [first, second, third]
}

describe('goals in the form of a member', () => {
  it('saves what was changed, achieved, opened again or added, and nothing else', () => {
    const drafts = draftsOf(kept)
    expect(changedGoals(drafts, kept)).toEqual([])
    const spaced = drafts.map((goal) => ({ ...goal, text: ` ${goal.text} ` }))
    expect(changedGoals(spaced, kept)).toEqual([])
    const [first, second] = draftsOfKept()
    const achieved = { ...first, isOpen: false }
    const said = { ...second, text: 'Call my sister on Sundays' }
    const more = added('A walk a day')
    const below = added('No phone after ten', first.key)
    const changed = [achieved, said, more, below]
    expect(changedGoals([achieved, said, added('  '), more, below], kept)).toEqual(changed)
  })

  it('takes a goal out with its objectives, and lets it be brought back', () => {
    const [first, second, third] = draftsOfKept()
    const below = added('No phone after ten', first.key)
    const without = withoutGoal([first, second, third, below], first)
    const aside = { ...first, isAside: true }
    expect(without).toEqual([aside, second, third, below])
    expect(changedGoals(without, kept)).toEqual([aside])
    // Deleted on the disk, and nothing more to save.
    expect(changedGoals(without, kept.slice(1))).toEqual([])
    const setAside = kept.map((goal) => ({ ...goal, isSetAside: goal === sleep }))
    expect(changedGoals([first, second, third], setAside)).toEqual([first])
  })

  it('drops a line that is not on file, with the objectives below it', () => {
    const goal = added('A walk a day')
    const below = added('Shoes by the door', goal.key)
    expect(withoutGoal([...draftsOf(kept), goal, below], goal)).toEqual(draftsOf(kept))
  })

  it('says what cannot be kept, without cutting anything off', () => {
    expect(goalProblem(added(''))).toBeUndefined()
    expect(goalProblem(added('Rest'))).toBeUndefined()
    expect(goalProblem(added('a'.repeat(200)))).toBeUndefined()
    expect(goalProblem(added('a'.repeat(201)))).toBe('1 character too long; nothing is lost.')
    expect(goalProblem(added('one\ttwo'))).toMatch(/a character in here that cannot be kept/)
    const [first] = draftsOfKept()
    expect(goalProblem({ ...first, text: ' ' })).toBe('Please fill this in.')
    expect(goalProblem({ ...first, text: ' ', isAside: true })).toBeUndefined()
  })

  it('counts near the limit alone', () => {
    expect(goalRoom('a'.repeat(159)).words).toBeNull()
    expect(goalRoom('a'.repeat(160)).words).toBe('40 characters left')
    expect(goalRoom('a'.repeat(200)).words).toBe('0 characters left')
  })
})
