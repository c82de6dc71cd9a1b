import type { Goal } from '../ipc/goal-calls.ts'
import type { GoalAddressed, NoteWords } from './note.ts'

/** A goal and the objectives that lead to it, each in the order in which they were set. */
export interface GoalWithObjectives {
  readonly goal: Goal
  readonly objectives: readonly Goal[]
}

/** A member's goals, each with its objectives. */
export function goalsWithObjectives(goals: readonly Goal[]): readonly GoalWithObjectives[] {
  return goals
    .filter(({ parentId }) => parentId === null)
    .map((goal) => ({ goal, objectives: goals.filter(({ parentId }) => parentId === goal.goalId) }))
}

/** What a note can address: what is open and not set aside, and what it addresses already. */
export function goalsOffered(
  goals: readonly Goal[],
  addressed: readonly Pick<GoalAddressed, 'goalId'>[],
): readonly GoalWithObjectives[] {
  const chosen = new Set(addressed.map(({ goalId }) => goalId))
  return goalsWithObjectives(goals).flatMap(({ goal, objectives }) => {
    const shown = objectives.filter(
      (objective) => chosen.has(objective.goalId) || (isOffered(goal) && isOffered(objective)),
    )
    const isShown = isOffered(goal) || chosen.has(goal.goalId) || shown.length > 0
    return isShown ? [{ goal, objectives: shown }] : []
  })
}

function isOffered({ isOpen, isSetAside }: Goal): boolean {
  return isOpen && !isSetAside
}

/** A goal that a note addresses, by itself or by its objectives, with how far the member came. */
export interface GoalInNote {
  readonly text: string
  /** Empty where nobody wrote any, and where the note addresses its objectives alone. */
  readonly progress: string
  readonly objectives: readonly { readonly text: string; readonly progress: string }[]
}

/** The goals of a note in the order in which they were addressed, each with its objectives below it. */
export function goalsInNote(goals: NoteWords['goals']): readonly GoalInNote[] {
  const isGoal = (name: string) => goals.some(({ text, under }) => under === undefined && text === name)
  const named = new Set<string>()
  return goals.flatMap(({ text, progress, under }) => {
    // A goal that is not addressed itself stands where its first objective does.
    if (under !== undefined && isGoal(under)) return []
    const name = under ?? text
    const isFirst = !named.has(name)
    named.add(name)
    if (under !== undefined && !isFirst) return []
    const objectives = isFirst ? goals.filter((one) => one.under === name) : []
    return [
      {
        text: name,
        progress: under === undefined ? progress : '',
        objectives: objectives.map((one) => ({ text: one.text, progress: one.progress })),
      },
    ]
  })
}
