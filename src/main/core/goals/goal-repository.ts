import type { GoalId, PersonId } from '../../../shared/ids.ts'
import { goalSchema, type Goal } from '../../../shared/ipc/goal-calls.ts'
import { flagSchema, readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

const rowSchema = goalSchema.extend({
  isOpen: flagSchema,
  isSetAside: flagSchema,
  isAddressed: flagSchema,
})

// What is signed has no row of its own: the draft that it was signed from stays, and can no longer be changed.
function selectGoals(condition: Query): Query {
  return sql`SELECT goal_id AS goalId, person_id AS personId, parent_id AS parentId, text, is_open AS isOpen,
      is_set_aside AS isSetAside,
      EXISTS (SELECT 1 FROM debrief_goal WHERE debrief_goal.goal_id = goal.goal_id
        OR debrief_goal.goal_id IN (SELECT below.goal_id FROM goal AS below WHERE below.parent_id = goal.goal_id)
      ) AS isAddressed
    FROM goal ${condition}`
}

/** A member's goals and objectives in the order in which they were set. */
export function readGoals(db: ReadableDb<'record'>, personId: PersonId): Goal[] {
  return readAll(db, selectGoals(sql`WHERE person_id = ${personId} ORDER BY position`), rowSchema)
}

export function findGoal(db: ReadableDb<'record'>, goalId: GoalId): Goal | undefined {
  return readOne(db, selectGoals(sql`WHERE goal_id = ${goalId}`), rowSchema)
}

/** Everyone's goals that are neither achieved nor set aside, each member's in their order; so for their objectives. */
export function listOpenGoals(db: ReadableDb<'record'>): Goal[] {
  return readAll(
    db,
    selectGoals(sql`WHERE is_open = 1 AND is_set_aside = 0
      AND NOT EXISTS (SELECT 1 FROM goal AS above
        WHERE above.goal_id = goal.parent_id AND (above.is_open = 0 OR above.is_set_aside = 1))
      ORDER BY person_id, position`),
    rowSchema,
  )
}

type NewGoal = Pick<Goal, 'goalId' | 'personId' | 'parentId' | 'text'>

export function insertGoal(db: WritableDb<'record'>, { goalId, personId, parentId, text }: NewGoal): void {
  write(
    db,
    sql`INSERT INTO goal (goal_id, person_id, parent_id, position, text, is_open)
        SELECT ${goalId}, ${personId}, ${parentId}, coalesce(max(position) + 1, 0), ${text}, 1
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

/** Whether there was such a goal. */
export function setGoalAside(db: WritableDb<'record'>, goalId: GoalId, isSetAside: boolean): boolean {
  return write(db, sql`UPDATE goal SET is_set_aside = ${isSetAside} WHERE goal_id = ${goalId}`) > 0
}

/** Deletes a goal that no note addresses, and its objectives before it. To be called in a transaction. */
export function deleteGoal(db: WritableDb<'record'>, goalId: GoalId): void {
  write(db, sql`DELETE FROM goal WHERE parent_id = ${goalId}`)
  write(db, sql`DELETE FROM goal WHERE goal_id = ${goalId}`)
}
