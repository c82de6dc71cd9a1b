import type { GoalId } from '../../shared/ids.ts'
import { goalMaxLength, goalSchema, type Goal } from '../../shared/ipc/goal-calls.ts'
import { ruleWords } from '../app/field-words.ts'
import { textLimit } from '../app/text-limit.ts'

/** A member's goal or objective as it stands in the form. */
export interface GoalDraft {
  /** Tells the lines of the form apart. */
  readonly key: string
  /** Null until it is on file. */
  readonly goalId: GoalId | null
  /** The line of the goal that an objective leads to; null for a goal. */
  readonly parentKey: string | null
  readonly text: string
  readonly isOpen: boolean
  /** Taken out of the list: saving sets it aside where a note addresses it, and deletes it where none does. */
  readonly isAside: boolean
  readonly isAddressed: boolean
}

export function draftsOf(goals: readonly Goal[]): GoalDraft[] {
  return goals.map(({ goalId, parentId, isSetAside, text, isOpen, isAddressed }) => ({
    key: goalId,
    goalId,
    parentKey: parentId,
    text,
    isOpen,
    isAside: isSetAside,
    isAddressed,
  }))
}

/** An empty line for one more goal, or for an objective of a goal. */
export function newGoal(parentKey: string | null): GoalDraft {
  return {
    key: crypto.randomUUID(),
    goalId: null,
    parentKey,
    text: '',
    isOpen: true,
    isAside: false,
    isAddressed: false,
  }
}

/** Goals without one of them. What is not on file yet is gone with its objectives; all else can be brought back. */
export function withoutGoal(drafts: readonly GoalDraft[], { key, goalId }: GoalDraft): GoalDraft[] {
  if (goalId === null) return drafts.filter((one) => one.key !== key && one.parentKey !== key)
  return drafts.map((one) => (one.key === key ? { ...one, isAside: true } : one))
}

/** Goals that differ from what is on file, in their order; a line that was added and left empty is none. */
export function changedGoals(drafts: readonly GoalDraft[], kept: readonly Goal[]): GoalDraft[] {
  const aside = new Set(drafts.filter(({ isAside }) => isAside).map(({ key }) => key))
  return drafts.filter((draft) => {
    const { goalId, parentKey, text, isOpen, isAside } = draft
    // Objectives go with their goal.
    if (parentKey !== null && aside.has(parentKey)) return false
    if (goalId === null) return text.trim() !== ''
    const known = kept.find((goal) => goal.goalId === goalId)
    if (known === undefined) return !isAside
    return known.text !== text.trim() || known.isOpen !== isOpen || known.isSetAside !== isAside
  })
}

/** What keeps a goal from being saved, in words; undefined when nothing does. */
export function goalProblem({ goalId, text, isAside }: GoalDraft): string | undefined {
  if (isAside || (goalId === null && text.trim() === '')) return undefined
  const { isTooLong, words } = goalRoom(text)
  if (isTooLong && words !== null) return `${words}.`
  const issue = goalSchema.shape.text.safeParse(text).error?.issues[0]
  return issue === undefined ? undefined : ruleWords(issue.message)
}

/** The room that is left for a goal, said near its limit. */
export function goalRoom(text: string): ReturnType<typeof textLimit> {
  return textLimit(text.trim().length, goalMaxLength, 40)
}
