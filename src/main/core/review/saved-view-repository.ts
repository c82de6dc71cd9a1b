import { canonicalJson } from '../../../shared/canonical-json.ts'
import { savedViewSchema, sessionViewSchema, type SavedView } from '../../../shared/review/session-view.ts'
import { jsonSchema, readAll, transact, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const rowSchema = savedViewSchema.extend({ view: jsonSchema(sessionViewSchema) })

/** The views of the table of sessions that have a name, in the order of their tabs. */
export function listSavedViews(db: ReadableDb<'record'>): SavedView[] {
  return readAll(
    db,
    sql`SELECT view_id AS viewId, name, body AS view FROM saved_view ORDER BY position`,
    rowSchema,
  )
}

export function replaceSavedViews(db: WritableDb<'record'>, views: readonly SavedView[]): void {
  transact(db, () => {
    write(db, sql`DELETE FROM saved_view`)
    for (const [position, { viewId, name, view }] of views.entries()) {
      write(
        db,
        sql`INSERT INTO saved_view (view_id, name, body, position)
            VALUES (${viewId}, ${name}, ${canonicalJson(view)}, ${position})`,
      )
    }
  })
}
