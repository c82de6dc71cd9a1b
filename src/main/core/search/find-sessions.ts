import { sessionIdSchema, type SessionId } from '../../../shared/ids.ts'
import { maxFoundSessions, type SearchFilters } from '../../../shared/ipc/search-calls.ts'
import { matchTopic } from '../../../shared/review/match-sessions.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readWhile, type ReadableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'
import { perSession } from './search-entry.ts'
import { matchExpression, type Term } from './search-query.ts'

type Db = ReadableDb<'record'>

const keySchema = z.strictObject({ key: z.int() })
const topicSchema = z.strictObject({ topic: z.string() })
const itemSchema = z.strictObject({ item: z.int() })
const bestSchema = z.strictObject({ key: z.int(), best: z.int() })
const placedSchema = z.strictObject({ key: z.int(), sessionId: sessionIdSchema })

interface FoundKeys {
  /** Newest first, as far as they are shown and one more. */
  readonly keys: readonly number[]
  /** The most telling item of the first of them, by key: as many as were asked for, or more. */
  readonly best: ReadonlyMap<number, number>
}

export interface FoundPlaces {
  /** Newest first. */
  readonly sessionIds: readonly SessionId[]
  readonly areAll: boolean
  /** The most telling item of the newest ones, in their order. */
  readonly told: readonly { readonly sessionId: SessionId; readonly item: number }[]
}

/** The sessions of which one text holds everything that is sought; where in them, for the `newest`. */
export function findSessions(
  db: Db,
  terms: readonly Term[],
  filters: SearchFilters,
  newest: number,
): FoundPlaces {
  const [first] = terms
  const allowed = allowedKeys(db, filters)
  const isOneWord = terms.length === 1 && first?.tokens.length === 1
  const { keys, best } = isOneWord
    ? findWord(db, matchExpression(terms), allowed, newest)
    : findTexts(db, matchExpression(terms), allowed)
  const shown = keys.slice(0, maxFoundSessions)
  const placed = readAll(
    db,
    sql`SELECT key, session_id AS sessionId FROM search_session
        WHERE key IN (SELECT value FROM json_each(${JSON.stringify(shown)})) ORDER BY key DESC`,
    placedSchema,
  )
  return {
    sessionIds: placed.map(({ sessionId }) => sessionId),
    areAll: keys.length <= maxFoundSessions,
    told: placed.slice(0, newest).flatMap(({ key, sessionId }) => {
      const item = best.get(key)
      return item === undefined ? [] : [{ sessionId, item }]
    }),
  }
}

/** One word stands in a text of a session when it stands in the session, and those have a far smaller index. */
function findWord(db: Db, match: string, allowed: Query, newest: number): FoundKeys {
  // As an expression: a rowid by itself would be looked up in the index once for every session that is allowed.
  const keys = readAll(
    db,
    sql`SELECT rowid AS key FROM search_session_words
        WHERE search_session_words MATCH ${match} AND (rowid >> 0) ${allowed}
        ORDER BY rowid DESC LIMIT ${maxFoundSessions + 1}`,
    keySchema,
  ).map(({ key }) => key)
  return { keys, best: findBest(db, match, keys.slice(0, newest)) }
}

function findBest(db: Db, match: string, keys: readonly number[]): ReadonlyMap<number, number> {
  if (keys.length === 0) return new Map()
  // As a whole number for SQLite too, which knows only those for bounds of rowids.
  const lowest = BigInt(Math.min(...keys)) * BigInt(perSession)
  const rows = readAll(
    db,
    sql`SELECT rowid >> 20 AS key, min(rowid) AS best FROM search_words
        WHERE search_words MATCH ${match} AND rowid >= ${lowest}
          AND (rowid >> 20) IN (SELECT value FROM json_each(${JSON.stringify(keys)}))
        GROUP BY 1`,
    bestSchema,
  )
  return new Map(rows.map(({ key, best }) => [key, best]))
}

/**
 * Several words have to stand in the same text. Those come out of the index newest first, so that it is left when there
 * are enough sessions; of each, the last one that comes is the most telling.
 */
function findTexts(db: Db, match: string, allowed: Query): FoundKeys {
  const best = new Map<number, number>()
  readWhile(
    db,
    sql`SELECT rowid AS item FROM search_words
        WHERE search_words MATCH ${match} AND rowid > 0 AND (rowid >> 20) ${allowed} ORDER BY rowid DESC`,
    itemSchema,
    ({ item }) => {
      const key = Math.floor(item / perSession)
      best.set(key, item)
      return best.size <= maxFoundSessions
    },
  )
  return { keys: [...best.keys()], best }
}

/** What the key of a session has to be. */
function allowedKeys(db: Db, filters: SearchFilters): Query {
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
    ...(theme === null ? [] : [ofTheme(db, theme)]),
    // Every mark of risk opens a follow-up, and those are few.
    ...(hasRisk ? [sql`session_id IN (SELECT session_id FROM follow_up)`] : []),
  ]
  const [first, ...rest] = parts
  if (first === undefined) return sql`IS NOT NULL`
  const all = rest.reduce((before, part) => sql`${before} AND ${part}`, first)
  return sql`IN (SELECT key FROM search_session JOIN session_tally USING (session_id) WHERE ${all})`
}

// Tested as the table tests them, so that a search leaves no session out that the table shows. Topics come again and
// again: there are few.
function ofTheme(db: Db, theme: string): Query {
  const isWanted = matchTopic(theme)
  if (isWanted === null) return sql`true`
  const topics = readAll(db, sql`SELECT DISTINCT topic FROM session`, topicSchema)
  const wanted = topics.filter(({ topic }) => isWanted(topic)).map(({ topic }) => topic)
  return sql`session_id IN (SELECT session_id FROM session
    WHERE topic IN (SELECT value FROM json_each(${JSON.stringify(wanted)})))`
}
