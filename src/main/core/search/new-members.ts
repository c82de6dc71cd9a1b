import type { PersonId } from '../../../shared/ids.ts'
import type { MemberDraft } from '../../../shared/roster/member.ts'
import { write, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import { nextItem } from './member-index.ts'
import { joinParts, splitParts } from './search-entry.ts'
import { indexWords } from './tokens.ts'

/** What a new member is found by, as the index keeps it. */
export interface MemberWords {
  readonly personId: PersonId
  readonly text: string
  readonly words: string
}

/** What `indexMember` would keep of somebody without other words that tell who they are. Reads nothing. */
export function wordsOfNewMember(
  personId: PersonId,
  { preferredName, chartId }: Pick<MemberDraft, 'preferredName' | 'chartId'>,
): MemberWords {
  const written = [preferredName, chartId].filter((text) => text.trim() !== '')
  const text = joinParts(written.map((part) => ({ heading: '', text: part })))
  return { personId, text, words: indexWords(splitParts(text).map((part) => part.text)) }
}

/** Lets many new members be found, in two statements. To be called in the transaction that puts them on file. */
export function indexNewMembers(db: WritableDb<'record'>, members: readonly MemberWords[]): void {
  const first = nextItem(db)
  const rows = members.map(({ personId, text, words }, index) => [first - index, personId, text, words])
  const items = JSON.stringify(rows)
  write(
    db,
    sql`INSERT INTO search_text (item, label, person_id, text)
        SELECT value ->> 0, '', value ->> 1, value ->> 2 FROM json_each(${items}) ORDER BY key`,
  )
  write(
    db,
    sql`INSERT INTO search_words (rowid, words)
        SELECT value ->> 0, value ->> 3 FROM json_each(${items}) ORDER BY key`,
  )
}

/** Lets many members be found no longer. To be called in the transaction that takes them off the file. */
export function unindexMembers(db: WritableDb<'record'>, personIds: readonly PersonId[]): void {
  const people = JSON.stringify(personIds)
  const found = sql`SELECT item FROM search_text
    WHERE item < 0 AND person_id IN (SELECT value FROM json_each(${people}))`
  write(db, sql`DELETE FROM search_words WHERE rowid IN (${found})`)
  write(
    db,
    sql`DELETE FROM search_text WHERE item < 0 AND person_id IN (SELECT value FROM json_each(${people}))`,
  )
}
