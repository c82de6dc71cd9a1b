import { personIdSchema, type SessionId } from '../../../shared/ids.ts'
import type { Found, FoundSession, SearchFilters } from '../../../shared/ipc/search-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import { countTerms, cutSnippet } from './cut-snippet.ts'
import { findSessions } from './find-sessions.ts'
import { kindOf, splitParts, type EntryPart } from './search-entry.ts'
import { itemRowSchema, type ItemRow } from './search-items.ts'
import { matchExpression, parseQuery, type Term } from './search-query.ts'

type Db = ReadableDb<'record'>

/** More than anybody reads before typing another letter. */
const shownMembers = 20

const nothing: Found = { sessionIds: [], areAll: true, sessions: [], isWhole: true, members: [] }

/**
 * Finds texts of which each holds everything that was typed; nothing when nothing that could be found was typed. What was
 * found is told of the `newest` sessions alone: texts lie far apart in the file, and each costs more than its place.
 */
export function searchRecord(db: Db, typed: string, filters: SearchFilters, newest: number): Found {
  const terms = parseQuery(typed)
  if (terms.length === 0) return nothing
  const { sessionIds, areAll, told } = findSessions(db, terms, filters, newest)
  const rows = readItems(
    db,
    told.map(({ item }) => item),
  )
  return {
    sessionIds: [...sessionIds],
    areAll,
    sessions: told.flatMap(({ sessionId, item }) => {
      const row = rows.get(item)
      return row === undefined ? [] : [describe(sessionId, row, terms)]
    }),
    isWhole: sessionIds.length <= newest,
    members: findMembers(db, terms),
  }
}

function readItems(db: Db, items: readonly number[]): ReadonlyMap<number, ItemRow> {
  const rows = readAll(
    db,
    sql`SELECT item, label, person_id AS personId, text FROM search_text
        WHERE item IN (SELECT value FROM json_each(${JSON.stringify(items)}))`,
    itemRowSchema,
  )
  return new Map(rows.map((row) => [row.item, row]))
}

function describe(sessionId: SessionId, best: ItemRow, terms: readonly Term[]): FoundSession {
  const part = bestPart(splitParts(best.text), terms)
  return {
    sessionId,
    kind: kindOf(best.item),
    label: best.label === '' ? part.heading : best.label,
    personId: best.personId,
    snippet: cutSnippet(part.text, terms),
  }
}

/** The part that holds most of what was sought. */
function bestPart(parts: readonly EntryPart[], terms: readonly Term[]): EntryPart {
  const [first = { heading: '', text: '' }] = parts
  if (parts.length < 2) return first
  let best = first
  let most = 0
  for (const part of parts) {
    const count = countTerms(part.text, terms)
    if (count === terms.length) return part
    if (count > most) {
      best = part
      most = count
    }
  }
  return best
}

function findMembers(db: Db, terms: readonly Term[]): Found['members'] {
  // Where one word is no member's, the index would seek the others' texts through the whole record for nothing.
  if (terms.length > 1 && !terms.every((term) => isOfMember(db, term))) return []
  const rows = readAll(
    db,
    sql`SELECT person_id AS personId, text FROM search_words JOIN search_text ON item = search_words.rowid
        WHERE search_words MATCH ${matchExpression(terms)} AND search_words.rowid < 0
        ORDER BY search_words.rowid LIMIT ${shownMembers}`,
    z.strictObject({ personId: personIdSchema, text: z.string() }),
  )
  return rows.map(({ personId, text }) => ({
    personId,
    snippet: cutSnippet(
      splitParts(text)
        .map((part) => part.text)
        .join(' · '),
      terms,
    ),
  }))
}

function isOfMember(db: Db, term: Term): boolean {
  const row = readOne(
    db,
    sql`SELECT rowid AS item FROM search_words
        WHERE search_words MATCH ${matchExpression([term])} AND rowid < 0 ORDER BY rowid LIMIT 1`,
    z.strictObject({ item: z.int() }),
  )
  return row !== undefined
}
