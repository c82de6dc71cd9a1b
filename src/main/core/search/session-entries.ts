import { personIdSchema, type PersonId, type SessionId } from '../../../shared/ids.ts'
import { documentTimes } from '../../../shared/record/document-times.ts'
import { notePieces } from '../../../shared/record/note-pieces.ts'
import { noteSections } from '../../../shared/record/note-sections.ts'
import { type SignedNote, type SignedText, signedTextSchema } from '../../../shared/record/note.ts'
import { nameOfMark } from '../../../shared/session/mark-words.ts'
import { markSchema } from '../../../shared/session/vocabulary.ts'
import { z } from '../../../shared/zod.ts'
import { readSharedPart } from '../debrief/debrief-repository.ts'
import { parseJson } from '../parse-json.ts'
import { readAll, readOne, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import type { EntryPart, SearchEntry } from './search-entry.ts'

type Db = ReadableDb<'record'>

interface Searchable {
  readonly entries: readonly SearchEntry[]
  /** When it was held, or is to be: milliseconds since 1970 UTC. */
  readonly orderMs: number
}

/**
 * Everything of a session that can be found, as the tables beside its log tell it; nothing of a session that was
 * discarded. What is only begun about a member is not a document yet: no guard has looked at it, and it changes as it is
 * written. What was written for the group is printed as it stands, so it is found as it stands.
 */
export function readSearchable(db: Db, sessionId: SessionId): Searchable {
  const session = readOne(
    db,
    sql`SELECT topic, coalesce(started_at_ms, planned_start_ms, prepared_at_ms) AS orderMs
        FROM session WHERE session_id = ${sessionId} AND is_discarded = 0`,
    z.strictObject({ topic: z.string(), orderMs: z.int() }),
  )
  if (session === undefined) return { entries: [], orderMs: 0 }
  const signed = readSigned(db, sessionId)
  const entries = [
    ...entry('topic', [{ heading: '', text: session.topic }]),
    ...entry('phase', readPhases(db, sessionId)),
    ...entry('mark', readMarkNames(db, sessionId)),
    ...readNotes(db, sessionId),
    ...readClosed(db, sessionId),
    ...entry('shared-part', sharedParts(db, sessionId, signed)),
    ...signed.flatMap(({ personId, text }) =>
      entry('signed-note', partsOf(text)).map((one) => ({ ...one, personId })),
    ),
  ]
  return { entries, orderMs: session.orderMs }
}

/** One entry, or none where nobody wrote anything. */
function entry(kind: SearchEntry['kind'], parts: readonly EntryPart[]): SearchEntry[] {
  const written = parts.filter(({ text }) => text.trim() !== '')
  return written.length === 0 ? [] : [{ kind, label: '', personId: null, parts: written }]
}

function readPhases(db: Db, sessionId: SessionId): EntryPart[] {
  return readAll(
    db,
    sql`SELECT '' AS heading, name AS text FROM session_phase WHERE session_id = ${sessionId} ORDER BY position`,
    z.strictObject({ heading: z.string(), text: z.string() }),
  )
}

// As they are called, once each: a mark of the same name a hundred times says no more.
function readMarkNames(db: Db, sessionId: SessionId): EntryPart[] {
  return readAll(
    db,
    sql`SELECT mark FROM session_mark WHERE session_id = ${sessionId} GROUP BY mark ORDER BY min(seq)`,
    z.strictObject({ mark: markSchema }),
  ).map(({ mark }) => ({ heading: '', text: nameOfMark(mark) }))
}

/** Record notes that stand: what was taken back is on the disk, and is not found. */
function readNotes(db: Db, sessionId: SessionId): SearchEntry[] {
  return readAll(
    db,
    sql`SELECT text, coalesce((SELECT name FROM session_phase AS phase
          WHERE phase.session_id = place.session_id AND phase.phase_id = place.phase_id), '') AS label
        FROM session_note AS place JOIN record_note USING (note_id)
        WHERE place.session_id = ${sessionId} ORDER BY at_ms, place.wall_ms`,
    z.strictObject({ text: z.string(), label: z.string() }),
  ).flatMap(({ text, label }) =>
    entry('record-note', [{ heading: '', text }]).map((one) => ({ ...one, label })),
  )
}

/** What was signed when follow-ups were closed. */
function readClosed(db: Db, sessionId: SessionId): SearchEntry[] {
  return readAll(
    db,
    sql`SELECT text, person_id AS personId FROM follow_up JOIN record_note USING (note_id)
        WHERE follow_up.session_id = ${sessionId} ORDER BY mark`,
    z.strictObject({ text: z.string(), personId: personIdSchema }),
  ).flatMap(({ text, personId }) =>
    entry('signed-note', [{ heading: 'Follow-up', text }]).map((one) => ({ ...one, personId })),
  )
}

interface Signed {
  readonly personId: PersonId
  readonly text: SignedText
}

/** What is signed and stands in the log. A text that cannot be read is not found; whoever opens it is told. */
function readSigned(db: Db, sessionId: SessionId): Signed[] {
  return readAll(
    db,
    sql`SELECT signed_note.person_id AS personId, body FROM note_signature JOIN signed_note USING (note_id)
        WHERE note_signature.session_id = ${sessionId} ORDER BY signed_at_ms, note_id`,
    z.strictObject({ personId: personIdSchema, body: z.string() }),
  ).flatMap(({ personId, body }) => {
    const text = signedTextSchema.safeParse(parseJson(body))
    return text.success ? [{ personId, text: text.data }] : []
  })
}

// What was written for the group stands in every member's note: it is found once, and again only where a note was signed
// with other words than those that stand now.
function sharedParts(db: Db, sessionId: SessionId, signed: readonly Signed[]): EntryPart[] {
  const { groupProcess, plan, homePractice, interventions } = readSharedPart(db, sessionId)
  const now = [
    { heading: 'The group', text: groupProcess },
    { heading: 'Plan for everyone', text: plan },
    { heading: 'To practise', text: homePractice },
    ...interventions.map(({ text }) => ({ heading: 'Interventions', text })),
  ]
  const asSigned = signed.flatMap(({ text }) =>
    text.kind === 'note'
      ? [
          { heading: 'The group', text: text.facts.groupProcess },
          { heading: 'Plan for everyone', text: text.facts.groupPlan },
          { heading: 'To practise', text: text.facts.homePractice },
          ...text.facts.facilitators.map(({ interventions: own }) => ({
            heading: 'Interventions',
            text: own,
          })),
        ]
      : [],
  )
  const all = new Map([...now, ...asSigned].map((part) => [`${part.heading}\n${part.text}`, part]))
  return [...all.values()]
}

const amendmentNames = {
  'late-entry': 'Late entry',
  addendum: 'Addendum',
  correction: 'Correction',
  attestation: 'Attestation',
} as const

/** A signed text's own words, each part under the heading that it has on paper. */
function partsOf(text: SignedText): readonly EntryPart[] {
  switch (text.kind) {
    case 'note':
      return ownPartsOf(text)
    case 'co-signature':
      return []
    default:
      return [{ heading: amendmentNames[text.kind], text: text.text }]
  }
}

function ownPartsOf({ facts, words }: SignedNote): readonly EntryPart[] {
  const own = {
    facts: {
      ...facts,
      facilitators: [],
      groupProcess: '',
      groupPlan: '',
      homePractice: '',
    },
    words,
  }
  const times = documentTimes(facts.zone)
  return noteSections[words.format].flatMap(({ name, parts }) =>
    notePieces(parts, own, times).map(({ text }) => ({ heading: name, text })),
  )
}
