import { goalIdSchema, type GoalId } from '../../../shared/ids.ts'
import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { goalCalls } from '../../../shared/ipc/goal-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { findMember } from '../roster/roster-repository.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { changeGoal, deleteGoal, findGoal, insertGoal, readGoals, setGoalAside } from './goal-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly random: Random
}

const notFound = fail({ code: 'not-found' } as const)

export function goalHandlers(sources: Sources): Handlers<keyof typeof goalCalls> {
  const { record } = sources
  return {
    'goals.read': ({ personId }) => succeed(readGoals(record, personId)),
    'goals.set': (input) => setGoal(sources, input),
    'goals.change': ({ goalId, text, isOpen }) =>
      changeGoal(record, goalId, { text: text.toWellFormed(), isOpen }) ? succeed(null) : notFound,
    'goals.remove': ({ goalId }) => remove(record, goalId),
    'goals.bring-back': ({ goalId }) => (setGoalAside(record, goalId, false) ? succeed(null) : notFound),
  }
}

function setGoal(
  { record, random }: Sources,
  { personId, text, parentId }: ParsedInputOf<'goals.set'>,
): Answer<'goals.set'> {
  if (findMember(record, personId) === undefined) return notFound
  const parent = parentId === null ? undefined : findGoal(record, parentId)
  const isLost = parentId !== null && (parent === undefined || parent.parentId !== null)
  if (isLost || (parent !== undefined && parent.personId !== personId)) return notFound
  const goalId = goalIdSchema.parse(random.uuid())
  insertGoal(record, { goalId, personId, parentId, text: text.toWellFormed() })
  return succeed({ goalId })
}

function remove(record: WritableDb<'record'>, goalId: GoalId): Answer<'goals.remove'> {
  return transact(record, () => {
    const goal = findGoal(record, goalId)
    if (goal === undefined) return notFound
    if (goal.isAddressed) setGoalAside(record, goalId, true)
    else deleteGoal(record, goalId)
    return succeed({ isSetAside: goal.isAddressed })
  })
}
