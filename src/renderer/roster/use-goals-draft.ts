import { useState } from 'react'
import type { GoalId, PersonId } from '../../shared/ids.ts'
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
      const changed = goalsFirst(changedGoals(goals, kept))
      const { saved, isComplete } = await saveGoals(changed, goals, { personId, kept, act })
      // A goal that is on file by now is not set a second time.
      setEdited(saved)
      return isComplete
    },
  }
}

// An objective is set under a goal that is on file.
function goalsFirst(goals: readonly GoalDraft[]): readonly GoalDraft[] {
  return [
    ...goals.filter(({ parentKey }) => parentKey === null),
    ...goals.filter(({ parentKey }) => parentKey !== null),
  ]
}

interface Saving {
  readonly personId: PersonId
  readonly kept: readonly Goal[]
  readonly act: Act['act']
}

// One after the other, so that they stand in the order in which they were typed.
async function saveGoals(
  [first, ...rest]: readonly GoalDraft[],
  all: readonly GoalDraft[],
  saving: Saving,
): Promise<{ readonly saved: readonly GoalDraft[]; readonly isComplete: boolean }> {
  if (first === undefined) return { saved: all, isComplete: true }
  const goalId = await saveGoal(first, all, saving)
  if (goalId === null) return { saved: all, isComplete: false }
  return saveGoals(
    rest,
    all.map((one) => (one.key === first.key ? { ...first, goalId } : one)),
    saving,
  )
}

/** The goal's id when it is on file as it stands in the form; null where that failed. */
async function saveGoal(
  { goalId, parentKey, text, isOpen, isAside }: GoalDraft,
  all: readonly GoalDraft[],
  { personId, kept, act }: Saving,
): Promise<GoalId | null> {
  if (goalId === null) {
    const parentId = all.find(({ key }) => key === parentKey)?.goalId ?? null
    const answer = await act('goals.set', { personId, text, parentId })
    return answer.ok ? answer.value.goalId : null
  }
  const known = kept.find((goal) => goal.goalId === goalId)
  if (isAside) return (await act('goals.remove', { goalId })).ok ? goalId : null
  if (known?.isSetAside === true && !(await act('goals.bring-back', { goalId })).ok) return null
  return (await act('goals.change', { goalId, text, isOpen })).ok ? goalId : null
}
