import type Database from 'better-sqlite3'
import { z } from '../../../../shared/zod.ts'
import type { FilledTable } from './fill-anew.ts'
import { quote } from './tables.ts'
import type { Gap } from './read-table.ts'

/** A session whose log is not all there. */
export interface HoledSession {
  readonly sessionId: string
  /** Entries that cannot be read, counted from 1; the last of them may be the log's last. */
  readonly lost: readonly { readonly from: number; readonly to: number }[]
  /** How many entries the log had; null where nothing tells. */
  readonly entryCount: number | null
  /** Whether what was folded from the log when it was whole can still be shown. */
  readonly isListed: boolean
  readonly groupName: string | null
  readonly atMs: number | null
}

/** What is folded from a log, and stays as it was where that can no longer be done. */
const folded = [
  'session_person',
  'session_phase',
  'session_check_in',
  'follow_up',
  'session_mark',
  'session_note',
  'note_signature',
  'taken_back_note',
  'session_erased',
] as const

const sessionRow = z.object({
  sessionId: z.string(),
  lastSeq: z.int().nullable(),
  groupName: z.string().nullable(),
  atMs: z.int().nullable(),
})

/**
 * Finds the logs that have holes. Where the rows that were folded from such a log are all there, they stay; otherwise nothing
 * is left that would show the session as something that it was not. A log of which nobody can tell whether it goes on is
 * taken out: it would be folded as if it ended there.
 */
export function judgeLogs(
  database: Database.Database,
  tables: ReadonlyMap<string, FilledTable>,
): readonly HoledSession[] {
  const gaps = tables.get('session_event')?.gaps ?? []
  const missingRows = tables.get('session')?.missing.keys ?? []
  const known = z.array(sessionRow).parse(
    database
      .prepare(
        `SELECT session_id AS sessionId, last_seq AS lastSeq, therapy_group.name AS groupName,
           coalesce(started_at_ms, planned_start_ms, prepared_at_ms) AS atMs
         FROM (SELECT session_id FROM session UNION SELECT session_id FROM session_event) AS every
           LEFT JOIN session USING (session_id) LEFT JOIN therapy_group USING (group_id)`,
      )
      .all(),
  )
  const named = new Set(known.map(({ sessionId }) => sessionId))
  const rowless = missingRows
    .filter((sessionId) => !named.has(sessionId))
    .map((sessionId) => ({ sessionId, lastSeq: null, groupName: null, atMs: null }))
  return [...known, ...rowless].flatMap((session) => {
    const holed = judge(database, session, gaps)
    if (holed === null) return []
    const isListed =
      session.lastSeq !== null && !folded.some((name) => mayLack(tables.get(name), session.sessionId))
    if (!isListed) takeOut(database, session.sessionId)
    return [{ ...holed, isListed }]
  })
}

function judge(
  database: Database.Database,
  { sessionId, lastSeq, groupName, atMs }: z.infer<typeof sessionRow>,
  gaps: readonly Gap[],
): Omit<HoledSession, 'isListed'> | null {
  const seqs = z
    .array(z.int())
    .parse(
      database
        .prepare('SELECT seq FROM session_event WHERE session_id = ? ORDER BY seq')
        .pluck()
        .all(sessionId),
    )
  const lost: { from: number; to: number }[] = []
  let next = 1
  for (const seq of seqs) {
    if (seq > next) lost.push({ from: next, to: seq - 1 })
    next = seq + 1
  }
  if (lastSeq !== null && next <= lastSeq) lost.push({ from: next, to: lastSeq })
  const isEndUnknown = lastSeq === null && gaps.some((gap) => mayHoldEndOf(gap, sessionId))
  if (lost.length === 0 && !isEndUnknown && seqs.length > 0) return null
  return { sessionId, lost, entryCount: lastSeq, groupName, atMs }
}

/** Whether entries behind the last one that was read of a session may have stood in a gap. */
function mayHoldEndOf({ after, before }: Gap, sessionId: string): boolean {
  const first = keyOf(after)
  const last = keyOf(before)
  return (first === null || first <= sessionId) && (last === null || last > sessionId)
}

function mayLack(table: FilledTable | undefined, sessionId: string): boolean {
  if ((table?.refusedCount ?? 0) > 0) return true
  return (table?.gaps ?? []).some(({ after, before }) => {
    const [first, last] = [keyOf(after), keyOf(before)]
    return (first === null || first <= sessionId) && (last === null || last >= sessionId)
  })
}

function keyOf(values: Gap['after']): string | null {
  const key = values?.[0]
  return typeof key === 'string' ? key : null
}

function takeOut(database: Database.Database, sessionId: string): void {
  for (const name of ['session', 'session_event', 'session_alive', 'session_modality', ...folded]) {
    const isThere = database
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")
      .get(name)
    if (isThere !== undefined)
      database.prepare(`DELETE FROM ${quote(name)} WHERE session_id = ?`).run(sessionId)
  }
}
