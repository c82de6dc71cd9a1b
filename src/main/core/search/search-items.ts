import { personIdSchema } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { write, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import { splitParts } from './search-entry.ts'
import { indexWords, tokensOf } from './tokens.ts'

/** A text that can be found, as it lies in the record. */
export const itemRowSchema = z.strictObject({
  item: z.int(),
  label: z.string(),
  personId: personIdSchema.nullable(),
  text: z.string(),
})
export type ItemRow = z.infer<typeof itemRowSchema>

/** Text and words are written together. To be called in a transaction. */
export function insertItem(db: WritableDb<'record'>, { item, label, personId, text }: ItemRow): void {
  const words = indexWords(splitParts(text).map((part) => part.text))
  write(
    db,
    sql`INSERT INTO search_text (item, label, person_id, text) VALUES (${item}, ${label}, ${personId}, ${text})`,
  )
  write(db, sql`INSERT INTO search_words (rowid, words) VALUES (${item}, ${words})`)
}

/** To be called in a transaction. */
export function removeItem(db: WritableDb<'record'>, item: number): void {
  write(db, sql`DELETE FROM search_words WHERE rowid = ${item}`)
  write(db, sql`DELETE FROM search_text WHERE item = ${item}`)
}

/**
 * Keeps which words stand anywhere in a session, where a single word is looked for first; none for no texts. To be called
 * in a transaction.
 */
export function saveSessionWords(db: WritableDb<'record'>, key: number, texts: readonly string[]): void {
  write(db, sql`DELETE FROM search_session_words WHERE rowid = ${key}`)
  const words = new Set(texts.flatMap((text) => tokensOf(text.normalize('NFC')).map(({ folded }) => folded)))
  if (words.size === 0) return
  const all = [...words].join(' ')
  write(db, sql`INSERT INTO search_session_words (rowid, words) VALUES (${key}, ${all})`)
}

/**
 * Words that were taken out of the index lie in it, unreachable, until it is next put together. To be called by whoever
 * erases something for good; it takes seconds in an old vault.
 */
export function sweepIndex(db: WritableDb<'record'>): void {
  write(db, sql`INSERT INTO search_words (search_words) VALUES ('optimize')`)
  write(db, sql`INSERT INTO search_session_words (search_session_words) VALUES ('optimize')`)
}
