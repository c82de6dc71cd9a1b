import type { GoalId } from '../../shared/ids.ts'
import { goalMaxLength, goalSchema, type Goal } from '../../shared/ipc/goal-calls.ts'
import { ruleWords } from '../app/field-words.ts'
import { textLimit } from '../app/text-limit.ts'

/** A member's goal as it stands in the form. */
export interface GoalDraft {
  /** Tells the lines of the form apart. */
  readonly key: string
  /** Null until it is on file. */
  readonly goalId: GoalId | null
  readonly text: string
  readonly isOpen: boolean
}

export function draftsOf(goals: readonly Goal[]): GoalDraft[] {
  return goals.map(({ goalId, text, isOpen }) => ({ key: goalId, goalId, text, isOpen }))
}

/** Goals that differ from what is on file, in their order; a line that was added and left empty is none. */
export function changedGoals(drafts: readonly GoalDraft[], kept: readonly Goal[]): GoalDraft[] {
  return drafts.filter(({ goalId, text, isOpen }) => {
    if (goalId === null) return text.trim() !== ''
    const known = kept.find((goal) => goal.goalId === goalId)
    return known?.text !== text.trim() || known.isOpen !== isOpen
  })
}

/** What keeps a goal from being saved, in words; undefined when nothing does. */
export function goalProblem({ goalId, text }: GoalDraft): string | undefined {
  if (goalId === null && text.trim() === '') return undefined
  const { isTooLong, words } = goalRoom(text)
  if (isTooLong && words !== null) return `${words}.`
  const issue = goalSchema.shape.text.safeParse(text).error?.issues[0]
  return issue === undefined ? undefined : ruleWords(issue.message)
}

/** The room that is left for a goal, said near its limit. */
export function goalRoom(text: string): ReturnType<typeof textLimit> {
  return textLimit(text.trim().length, goalMaxLength, 40)
}
