import { personIdSchema, type PersonId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import {
  flagSchema,
  readAll,
  readOne,
  transact,
  type ReadableDb,
  type WritableDb,
} from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import { joinParts } from './search-entry.ts'
import { insertItem, itemRowSchema, removeItem } from './search-items.ts'

/**
 * Brings what a member is found by in step with the roster: what they are called, their chart, and the other words that
 * tell who they are. Nothing of somebody who is not on file. To be called in the transaction that changed it.
 */
export function indexMember(db: WritableDb<'record'>, personId: PersonId): void {
  const known = readOne(
    db,
    sql`SELECT item, label, person_id AS personId, text FROM search_text
        WHERE person_id = ${personId} AND item < 0`,
    itemRowSchema,
  )
  const text = readMemberText(db, personId)
  if (known?.text === text) return
  if (known !== undefined) removeItem(db, known.item)
  if (text !== undefined) insertItem(db, { item: known?.item ?? nextItem(db), label: '', personId, text })
}

/** Lets everyone be found who is on file from before there was a search; two counts where there is nobody like that. */
export function indexOlderMembers(db: WritableDb<'record'>): void {
  const isOlder = readOne(
    db,
    sql`SELECT (SELECT count(*) FROM member) > (SELECT count(*) FROM search_text WHERE item < 0) AS isOlder`,
    z.strictObject({ isOlder: flagSchema }),
  )
  if (isOlder?.isOlder !== true) return
  const older = readAll(
    db,
    sql`SELECT person_id AS personId FROM member
        WHERE NOT EXISTS (SELECT 1 FROM search_text WHERE search_text.person_id = member.person_id AND item < 0)`,
    z.strictObject({ personId: personIdSchema }),
  )
  transact(db, () => {
    for (const { personId } of older) indexMember(db, personId)
  })
}

/** Items of members are below nought, past those of sessions. */
export function nextItem(db: ReadableDb<'record'>): number {
  const row = readOne(
    db,
    sql`SELECT min(item) AS item FROM search_text`,
    z.strictObject({ item: z.int().nullable() }),
  )
  return Math.min(row?.item ?? 0, 0) - 1
}

function readMemberText(db: ReadableDb<'record'>, personId: PersonId): string | undefined {
  const rows = readAll(
    db,
    sql`SELECT preferred_name AS text FROM member WHERE person_id = ${personId}
        UNION ALL SELECT chart_id FROM member WHERE person_id = ${personId}
        UNION ALL SELECT * FROM (SELECT text FROM member_alias WHERE person_id = ${personId} ORDER BY position)`,
    z.strictObject({ text: z.string() }),
  )
  if (rows.length === 0) return undefined
  const written = rows.filter(({ text }) => text.trim() !== '')
  return joinParts(written.map(({ text }) => ({ heading: '', text })))
}
