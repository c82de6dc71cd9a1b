import { useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Goal } from '../../shared/ipc/goal-calls.ts'
import { useRead, type Act, type Read } from '../app/api.ts'
import { changedGoals, draftsOf, goalProblem, type GoalDraft } from './goals-draft.ts'

export interface GoalsDraft {
  readonly read: Read<readonly Goal[]>
  readonly goals: readonly GoalDraft[]
  readonly change: (goals: readonly GoalDraft[]) => void
  /** Something in them cannot be kept; the form says what. */
  readonly hasProblem: boolean
  /** False when one could not be saved; those before it are on file, and saving again goes on with the rest. */
  readonly save: () => Promise<boolean>
}

/** A member's goals while they are changed. */
export function useGoalsDraft(personId: PersonId, act: Act['act']): GoalsDraft {
  const read = useRead('goals.read', { personId })
  const kept = read.status === 'ready' ? read.value : []
  const [edited, setEdited] = useState<readonly GoalDraft[] | null>(null)
  const goals = edited ?? draftsOf(kept)
  return {
    read,
    goals,
    change: setEdited,
    hasProblem: goals.some((goal) => goalProblem(goal) !== undefined),
    save: async () => {
      const { saved, isComplete } = await saveGoals(changedGoals(goals, kept), personId, act)
      // A goal that is on file by now is not set a second time.
      setEdited(goals.map((goal) => saved.find(({ key }) => key === goal.key) ?? goal))
      return isComplete
    },
  }
}

// One after the other, so that they stand in the order in which they were typed.
async function saveGoals(
  [first, ...rest]: readonly GoalDraft[],
  personId: PersonId,
  act: Act['act'],
): Promise<{ readonly saved: readonly GoalDraft[]; readonly isComplete: boolean }> {
  if (first === undefined) return { saved: [], isComplete: true }
  const goal = await saveGoal(first, personId, act)
  if (goal === null) return { saved: [], isComplete: false }
  const after = await saveGoals(rest, personId, act)
  return { ...after, saved: [goal, ...after.saved] }
}

async function saveGoal(goal: GoalDraft, personId: PersonId, act: Act['act']): Promise<GoalDraft | null> {
  const { goalId, text, isOpen } = goal
  if (goalId === null) {
    const answer = await act('goals.set', { personId, text })
    return answer.ok ? { ...goal, goalId: answer.value.goalId } : null
  }
  return (await act('goals.change', { goalId, text, isOpen })).ok ? goal : null
}
