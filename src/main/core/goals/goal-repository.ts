import type { GoalId, PersonId } from '../../../shared/ids.ts'
import { goalSchema, type Goal } from '../../../shared/ipc/goal-calls.ts'
import { flagSchema, readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

const rowSchema = goalSchema.extend({ isOpen: flagSchema })

function selectGoals(condition: Query): Query {
  return sql`SELECT goal_id AS goalId, person_id AS personId, text, is_open AS isOpen FROM goal ${condition}`
}

/** A member's goals in the order in which they were set. */
export function readGoals(db: ReadableDb<'record'>, personId: PersonId): Goal[] {
  return readAll(db, selectGoals(sql`WHERE person_id = ${personId} ORDER BY position`), rowSchema)
}

/** Everyone's goals that are not achieved yet, each member's in their order. */
export function listOpenGoals(db: ReadableDb<'record'>): Goal[] {
  return readAll(db, selectGoals(sql`WHERE is_open = 1 ORDER BY person_id, position`), rowSchema)
}

export function insertGoal(db: WritableDb<'record'>, { goalId, personId, text, isOpen }: Goal): void {
  write(
    db,
    sql`INSERT INTO goal (goal_id, person_id, position, text, is_open)
        SELECT ${goalId}, ${personId}, coalesce(max(position) + 1, 0), ${text}, ${isOpen}
        FROM goal WHERE person_id = ${personId}`,
  )
}

/** Whether there was such a goal to change. */
export function changeGoal(
  db: WritableDb<'record'>,
  goalId: GoalId,
  { text, isOpen }: Pick<Goal, 'text' | 'isOpen'>,
): boolean {
  return write(db, sql`UPDATE goal SET text = ${text}, is_open = ${isOpen} WHERE goal_id = ${goalId}`) > 0
}
