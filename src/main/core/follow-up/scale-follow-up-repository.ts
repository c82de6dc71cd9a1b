import {
  followUpIdSchema,
  personIdSchema,
  scaleResultIdSchema,
  type FollowUpId,
  type PersonId,
} from '../../../shared/ids.ts'
import { canonicalJson } from '../../../shared/canonical-json.ts'
import type { ScaleFollowUp } from '../../../shared/ipc/scale-follow-up-calls.ts'
import { z } from '../../../shared/zod.ts'
import { commitTo } from '../notes/commitment.ts'
import { readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

type Opened = Pick<ScaleFollowUp, 'followUpId' | 'resultId' | 'personId' | 'item9' | 'openedAtMs'>

export interface Closing {
  readonly text: string
  readonly signedById: PersonId
  readonly closedAtMs: number
  readonly salt: Uint8Array
}

const rowSchema = z
  .strictObject({
    followUpId: followUpIdSchema,
    resultId: scaleResultIdSchema,
    personId: personIdSchema,
    item9: z.int(),
    openedAtMs: z.int(),
    ownerId: personIdSchema.nullable(),
    text: z.string().nullable(),
    signedById: personIdSchema.nullable(),
    closedAtMs: z.int().nullable(),
    salt: z.instanceof(Uint8Array).nullable(),
    commitment: z.string().nullable(),
  })
  .transform(({ text, signedById, closedAtMs, salt, commitment, ...opened }): ScaleFollowUp => {
    if (text === null || signedById === null || closedAtMs === null || salt === null)
      return { ...opened, closed: null }
    const isAsSigned = commitToClosing(opened, { text, signedById, closedAtMs, salt }) === commitment
    return { ...opened, closed: { text, signedById, closedAtMs, isAsSigned } }
  })

function selectFollowUps(condition: Query): Query {
  return sql`SELECT follow_up_id AS followUpId, result_id AS resultId, person_id AS personId, item9,
      opened_at_ms AS openedAtMs,
      (SELECT owner_id FROM scale_follow_up_owner AS owner
        WHERE owner.follow_up_id = scale_follow_up.follow_up_id ORDER BY seq DESC LIMIT 1) AS ownerId,
      text, signed_by_id AS signedById, closed_at_ms AS closedAtMs, salt, commitment
    FROM scale_follow_up LEFT JOIN scale_follow_up_closing USING (follow_up_id) ${condition}`
}

/** Follow-ups of questionnaires that nobody has signed. */
export function listOpenScaleFollowUps(db: ReadableDb<'record'>): ScaleFollowUp[] {
  return readAll(db, selectFollowUps(sql`WHERE closed_at_ms IS NULL ORDER BY opened_at_ms`), rowSchema)
}

export function readScaleFollowUpsOf(db: ReadableDb<'record'>, personId: PersonId): ScaleFollowUp[] {
  return readAll(db, selectFollowUps(sql`WHERE person_id = ${personId} ORDER BY opened_at_ms`), rowSchema)
}

export function findScaleFollowUp(
  db: ReadableDb<'record'>,
  followUpId: FollowUpId,
): ScaleFollowUp | undefined {
  return readOne(db, selectFollowUps(sql`WHERE follow_up_id = ${followUpId}`), rowSchema)
}

export function insertScaleFollowUp(db: WritableDb<'record'>, opened: Opened): void {
  const { followUpId, resultId, personId, item9, openedAtMs } = opened
  write(
    db,
    sql`INSERT INTO scale_follow_up (follow_up_id, result_id, person_id, item9, opened_at_ms)
        VALUES (${followUpId}, ${resultId}, ${personId}, ${item9}, ${openedAtMs})`,
  )
}

/** Names who sees to it from now on; who did before stays on file. */
export function insertOwner(
  db: WritableDb<'record'>,
  owner: { readonly followUpId: FollowUpId; readonly ownerId: PersonId; readonly namedAtMs: number },
): void {
  write(
    db,
    sql`INSERT INTO scale_follow_up_owner (follow_up_id, owner_id, named_at_ms)
        VALUES (${owner.followUpId}, ${owner.ownerId}, ${owner.namedAtMs})`,
  )
}

export function insertClosing(db: WritableDb<'record'>, opened: Opened, closing: Closing): void {
  const { text, signedById, closedAtMs, salt } = closing
  write(
    db,
    sql`INSERT INTO scale_follow_up_closing (follow_up_id, text, signed_by_id, closed_at_ms, salt, commitment)
        VALUES (${opened.followUpId}, ${text}, ${signedById}, ${closedAtMs}, ${salt},
          ${commitToClosing(opened, closing)})`,
  )
}

// All of what is signed: what was done, by whom and when, and about which risk.
function commitToClosing(opened: Opened, { text, signedById, closedAtMs, salt }: Closing): string {
  const { followUpId, resultId, personId, item9, openedAtMs } = opened
  const signed = { followUpId, resultId, personId, item9, openedAtMs, text, signedById, closedAtMs }
  return commitTo(salt, canonicalJson(signed))
}

const draftSchema = z.strictObject({ followUpId: followUpIdSchema, text: z.string() })

export function readScaleFollowUpDrafts(db: ReadableDb<'record'>): z.infer<typeof draftSchema>[] {
  return readAll(
    db,
    sql`SELECT follow_up_id AS followUpId, text FROM scale_follow_up_draft ORDER BY follow_up_id`,
    draftSchema,
  )
}

/** Replaces what was begun about one follow-up; nothing written is nothing kept. */
export function saveScaleFollowUpDraft(db: WritableDb<'record'>, followUpId: FollowUpId, text: string): void {
  if (text.trim() === '') return deleteScaleFollowUpDraft(db, followUpId)
  write(
    db,
    sql`INSERT INTO scale_follow_up_draft (follow_up_id, text) VALUES (${followUpId}, ${text})
        ON CONFLICT (follow_up_id) DO UPDATE SET text = excluded.text`,
  )
}

export function deleteScaleFollowUpDraft(db: WritableDb<'record'>, followUpId: FollowUpId): void {
  write(db, sql`DELETE FROM scale_follow_up_draft WHERE follow_up_id = ${followUpId}`)
}
