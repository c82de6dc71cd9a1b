import { sessionIdSchema } from '../../../shared/ids.ts'
import type { SearchFilters } from '../../../shared/ipc/search-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, type ReadableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'
import { hitKinds } from './search-entry.ts'
import { matchExpression, parseQuery, type Term } from './search-query.ts'

type Db = ReadableDb<'record'>

/** Sessions shown at once: more than anybody reads before typing another letter. */
const shownSessions = 200

const keySchema = z.strictObject({ key: z.int(), sessionId: sessionIdSchema })
const countSchema = z.strictObject({ count: z.int() })

export interface FoundKeys {
  /** Newest first. */
  readonly newest: readonly z.infer<typeof keySchema>[]
  readonly sessionCount: number
}

/** The sessions of which one text holds everything that is sought. */
export function findSessions(db: Db, terms: readonly Term[], filters: SearchFilters): FoundKeys {
  const { keys, count } = lookup(terms, allowedKeys(filters))
  const newest = readAll(
    db,
    sql`SELECT key, session_id AS sessionId
        FROM (${keys}) JOIN search_session USING (key) JOIN session_tally USING (session_id)
        ORDER BY order_ms DESC, key DESC`,
    keySchema,
  )
  return { newest, sessionCount: readOne(db, count, countSchema)?.count ?? 0 }
}

/**
 * One word stands in a text of a session when it stands in the session; several have to stand in the same text. The
 * newest keys come out of the index in their order, so that it is left when there are enough of them.
 */
function lookup(terms: readonly Term[], allowed: Query): { readonly keys: Query; readonly count: Query } {
  const match = matchExpression(terms)
  if (terms.length === 1 && terms[0]?.tokens.length === 1) {
    // As an expression: a rowid by itself would be looked up in the index once for every session that is allowed.
    const from = sql`FROM search_session_words WHERE search_session_words MATCH ${match} AND (rowid >> 0) ${allowed}`
    return {
      keys: sql`SELECT rowid AS key ${from} ORDER BY rowid DESC LIMIT ${shownSessions}`,
      count: sql`SELECT count(*) AS count ${from}`,
    }
  }
  const from = sql`FROM search_words WHERE search_words MATCH ${match} AND rowid > 0 AND (rowid >> 20) ${allowed}`
  return {
    keys: sql`SELECT DISTINCT rowid >> 20 AS key ${from} ORDER BY search_words.rowid DESC LIMIT ${shownSessions}`,
    count: sql`SELECT count(DISTINCT rowid >> 20) AS count ${from}`,
  }
}

/** What the key of a session has to be. */
function allowedKeys(filters: SearchFilters): Query {
  const { groupId, groupType, personId, fromMs, toMs, theme, hasRisk } = filters
  const parts = [
    ...(groupId === null
      ? []
      : [sql`session_id IN (SELECT session_id FROM session WHERE group_id = ${groupId})`]),
    ...(groupType === null
      ? []
      : [sql`session_id IN (SELECT session_id FROM session WHERE group_type = ${groupType})`]),
    ...(personId === null
      ? []
      : [sql`session_id IN (SELECT session_id FROM session_person WHERE person_id = ${personId})`]),
    ...(fromMs === null ? [] : [sql`order_ms >= ${fromMs}`]),
    ...(toMs === null ? [] : [sql`order_ms < ${toMs}`]),
    ...(theme === null ? [] : [ofTheme(theme)]),
    // Every mark of risk opens a follow-up, and those are few.
    ...(hasRisk ? [sql`session_id IN (SELECT session_id FROM follow_up)`] : []),
  ]
  const [first, ...rest] = parts
  if (first === undefined) return sql`IS NOT NULL`
  const all = rest.reduce((before, part) => sql`${before} AND ${part}`, first)
  return sql`IN (SELECT key FROM search_session JOIN session_tally USING (session_id) WHERE ${all})`
}

function ofTheme(theme: string): Query {
  const terms = parseQuery(theme)
  // Nothing that could be found in a topic is in none.
  if (terms.length === 0) return sql`false`
  return sql`key IN (SELECT rowid >> 20 FROM search_words WHERE search_words MATCH ${matchExpression(terms)}
    AND rowid > 0 AND (rowid >> 16 & 15) = ${hitKinds.indexOf('topic')})`
}
