import { goalIdSchema } from '../../../shared/ids.ts'
import type { goalCalls } from '../../../shared/ipc/goal-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { findMember } from '../roster/roster-repository.ts'
import type { WritableDb } from '../vault/database.ts'
import { changeGoal, insertGoal, readGoals } from './goal-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly random: Random
}

export function goalHandlers({ record, random }: Sources): Handlers<keyof typeof goalCalls> {
  return {
    'goals.read': ({ personId }) => succeed(readGoals(record, personId)),
    'goals.set': ({ personId, text }) => {
      if (findMember(record, personId) === undefined) return fail({ code: 'not-found' })
      const goalId = goalIdSchema.parse(random.uuid())
      insertGoal(record, { goalId, personId, text: text.toWellFormed(), isOpen: true })
      return succeed({ goalId })
    },
    'goals.change': ({ goalId, text, isOpen }) =>
      changeGoal(record, goalId, { text: text.toWellFormed(), isOpen })
        ? succeed(null)
        : fail({ code: 'not-found' }),
  }
}
