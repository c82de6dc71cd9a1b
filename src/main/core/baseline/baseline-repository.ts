import type { PersonId, SessionId } from '../../../shared/ids.ts'
import { baselineSessions, settledMs } from '../../../shared/session/baseline.ts'
import type { Observation } from '../../../shared/session/vocabulary.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, type ReadableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

const participationSchema = z.strictObject({
  presentMs: z.int(),
  breakMs: z.int(),
  talkMs: z.int(),
  samplesHeard: z.int(),
})
export type Participation = z.infer<typeof participationSchema>

/**
 * A person's last sessions of one mode before this one, newest first: those that they were in for long enough, and in
 * which somebody's turn was tapped, or somebody was heard. A session from paper has neither.
 */
export function listParticipation(
  db: ReadableDb<'record'>,
  personId: PersonId,
  before: SessionId,
  observation: Observation,
): Participation[] {
  return readAll(db, selectParticipation(personId, before, observation), participationSchema)
}

/** The query itself, so that a test can look at its plan. */
export function selectParticipation(personId: PersonId, before: SessionId, observation: Observation): Query {
  const wasObserved = observation === 'floor' ? sql`other.turns > 0` : sql`other.samples_heard > 0`
  return sql`SELECT present_ms AS presentMs, break_ms AS breakMs, talk_ms AS talkMs, samples_heard AS samplesHeard
    FROM session_person JOIN session USING (session_id)
    WHERE person_id = ${personId} AND session_id <> ${before} AND stage = 'ended' AND observation = ${observation}
      AND started_at_ms < (SELECT coalesce(started_at_ms, 9e18) FROM session WHERE session_id = ${before})
      AND present_ms - break_ms >= ${settledMs}
      AND EXISTS (SELECT 1 FROM session_person AS other
        WHERE other.session_id = session_person.session_id AND ${wasObserved})
    ORDER BY started_at_ms DESC LIMIT ${baselineSessions}`
}
