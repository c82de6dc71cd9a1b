import { personIdSchema, type SessionId } from '../../../shared/ids.ts'
import type { Found, FoundSession, SearchFilters } from '../../../shared/ipc/search-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import { countTerms, cutSnippet } from './cut-snippet.ts'
import { findSessions } from './find-sessions.ts'
import { kindOf, perSession, splitParts, type EntryPart } from './search-entry.ts'
import { itemRowSchema } from './search-items.ts'
import { matchExpression, parseQuery, type Term } from './search-query.ts'

type Db = ReadableDb<'record'>

/** More than anybody reads before typing another letter. */
const shownMembers = 20

/** Finds texts of which each holds everything that was typed; nothing when nothing that could be found was typed. */
export function searchRecord(db: Db, typed: string, filters: SearchFilters): Found {
  const terms = parseQuery(typed)
  if (terms.length === 0) return { sessions: [], sessionCount: 0, members: [] }
  const match = matchExpression(terms)
  const { newest, sessionCount } = findSessions(db, terms, filters)
  const hits = findHits(
    db,
    match,
    newest.map(({ key }) => key),
  )
  return {
    sessions: newest.flatMap(({ key, sessionId }) => {
      const hit = hits.get(key)
      return hit === undefined ? [] : [describe(sessionId, hit, terms)]
    }),
    sessionCount,
    members: findMembers(db, match, terms),
  }
}

const hitSchema = z.strictObject({
  key: z.int(),
  count: z.int(),
  ...itemRowSchema.shape,
})
type Hit = z.infer<typeof hitSchema>

/** How often something fits in each of these sessions, and the best text of it. */
function findHits(db: Db, match: string, keys: readonly number[]): ReadonlyMap<number, Hit> {
  if (keys.length === 0) return new Map()
  // As a whole number for SQLite too, which knows only those for bounds of rowids.
  const lowest = BigInt(Math.min(...keys)) * BigInt(perSession)
  // From the newest text on, and no further than the oldest of these sessions.
  const rows = readAll(
    db,
    sql`SELECT key, count, item, label, person_id AS personId, text
        FROM (SELECT rowid >> 20 AS key, count(*) AS count, min(rowid) AS best FROM search_words
            WHERE search_words MATCH ${match} AND rowid >= ${lowest} GROUP BY 1)
          JOIN search_text ON item = best
        WHERE key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`,
    hitSchema,
  )
  return new Map(rows.map((row) => [row.key, row]))
}

function describe(sessionId: SessionId, { count, ...best }: Hit, terms: readonly Term[]): FoundSession {
  const part = bestPart(splitParts(best.text), terms)
  return {
    sessionId,
    count,
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

function findMembers(db: Db, match: string, terms: readonly Term[]): Found['members'] {
  const rows = readAll(
    db,
    sql`SELECT person_id AS personId, text FROM search_words JOIN search_text ON item = search_words.rowid
        WHERE search_words MATCH ${match} AND search_words.rowid < 0
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
