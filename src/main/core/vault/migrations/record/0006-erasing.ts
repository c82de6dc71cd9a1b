// That something was erased, when and by whom: counts and no words, and for good.
const erasures = `
  CREATE TABLE erasure (
    seq INTEGER PRIMARY KEY,
    erased_at_ms INTEGER NOT NULL,
    erased_by_id TEXT NOT NULL,
    chart_count INTEGER NOT NULL,
    session_count INTEGER NOT NULL,
    text_count INTEGER NOT NULL,
    file_count INTEGER NOT NULL
  ) STRICT;
  CREATE TRIGGER erasure_is_not_changed BEFORE UPDATE ON erasure
  BEGIN SELECT RAISE(ABORT, 'that something was erased is never changed'); END;
  CREATE TRIGGER erasure_is_not_deleted BEFORE DELETE ON erasure
  BEGIN SELECT RAISE(ABORT, 'that something was erased is never forgotten'); END;
  CREATE TRIGGER erasure_is_not_replaced BEFORE INSERT ON erasure
  WHEN EXISTS (SELECT 1 FROM erasure WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'that something was erased is never replaced'); END;
`

// What is being erased, within one transaction: empty before and after it. The rules that nothing is ever deleted let go of
// these charts and sessions alone. A chart on hold or in care, and a session of somebody whose chart stays, do not get in,
// whatever a program wants.
const erasing = `
  CREATE TABLE erasing_chart (
    person_id TEXT PRIMARY KEY
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER erasing_chart_is_free BEFORE INSERT ON erasing_chart
  WHEN EXISTS (SELECT 1 FROM legal_hold
      WHERE lifted_at_ms IS NULL AND (person_id IS NULL OR person_id = NEW.person_id))
    OR EXISTS (SELECT 1 FROM enrolment WHERE person_id = NEW.person_id)
    OR EXISTS (SELECT 1 FROM group_waiting WHERE person_id = NEW.person_id)
    OR EXISTS (SELECT 1 FROM session_person JOIN session USING (session_id)
      WHERE person_id = NEW.person_id AND stage <> 'ended' AND is_discarded = 0)
  BEGIN SELECT RAISE(ABORT, 'a chart on hold or in care is not erased'); END;

  CREATE TABLE erasing_session (
    session_id TEXT PRIMARY KEY
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER erasing_session_is_free BEFORE INSERT ON erasing_session
  WHEN EXISTS (SELECT 1 FROM legal_hold WHERE lifted_at_ms IS NULL AND person_id IS NULL)
    OR EXISTS (SELECT 1 FROM session
      WHERE session_id = NEW.session_id AND stage <> 'ended' AND is_discarded = 0)
    OR EXISTS (SELECT 1 FROM session_person JOIN member USING (person_id)
      WHERE session_id = NEW.session_id AND person_id NOT IN (SELECT person_id FROM erasing_chart))
  BEGIN SELECT RAISE(ABORT, 'a session of a chart that stays is not erased'); END;
`

// Folded from the log: who in a session has no chart any more. And the highest number of a group's sessions that are gone,
// so that none is given twice.
const erased = `
  CREATE TABLE session_erased (
    session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
    person_id TEXT NOT NULL,
    PRIMARY KEY (session_id, person_id)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE therapy_group ADD COLUMN last_erased_number INTEGER NOT NULL DEFAULT 0;
`

// When something was last signed about each member, in one walk along the index: a row of twenty years each lies elsewhere.
const lastSigned = `
  DROP INDEX note_signature_of_person;
  CREATE INDEX note_signature_of_person ON note_signature (person_id, signed_at_ms);
`

const isErasedChart = 'EXISTS (SELECT 1 FROM erasing_chart WHERE person_id = OLD.person_id)'
const isErasedSession = 'EXISTS (SELECT 1 FROM erasing_session WHERE session_id = OLD.session_id)'
const isErasedFollowUp = `EXISTS (SELECT 1 FROM scale_follow_up JOIN erasing_chart USING (person_id)
    WHERE follow_up_id = OLD.follow_up_id)`

/** Which rows of a table may be deleted, and what is said of the others. */
interface Guard {
  readonly table: string
  readonly mayGo: string
  readonly refusal: string
}

const guards: readonly Guard[] = [
  { table: 'session_event', mayGo: isErasedSession, refusal: 'the log is never deleted' },
  {
    table: 'record_note',
    // The words that a follow-up was signed with are about the person whose risk it was.
    mayGo: `${isErasedSession} OR EXISTS (SELECT 1 FROM follow_up JOIN erasing_chart USING (person_id)
      WHERE follow_up.session_id = OLD.session_id AND follow_up.note_id = OLD.note_id)`,
    refusal: 'a recorded note is never deleted',
  },
  {
    table: 'signed_note',
    mayGo: `${isErasedChart} OR ${isErasedSession}`,
    refusal: 'what is signed is never deleted',
  },
  { table: 'care_entry', mayGo: isErasedChart, refusal: 'the history of care is never deleted' },
  { table: 'scale_result', mayGo: isErasedChart, refusal: 'a score is never deleted' },
  { table: 'scale_follow_up', mayGo: isErasedChart, refusal: 'a follow-up is never deleted' },
  {
    table: 'scale_follow_up_owner',
    mayGo: isErasedFollowUp,
    refusal: 'who owned a follow-up is never deleted',
  },
  { table: 'scale_follow_up_closing', mayGo: isErasedFollowUp, refusal: 'what was signed is never deleted' },
  {
    table: 'disclosure',
    mayGo: `${isErasedChart} OR OLD.person_id IS NULL AND ${isErasedSession}`,
    refusal: 'what was disclosed is never deleted',
  },
  {
    table: 'supervision_comment',
    mayGo: `${isErasedSession} OR EXISTS (SELECT 1 FROM signed_note JOIN erasing_chart USING (person_id)
      WHERE signed_note.note_id = OLD.note_id)`,
    refusal: 'a comment is never deleted',
  },
]

function rebuildTrigger({ table, mayGo, refusal }: Guard): string {
  return `
  DROP TRIGGER ${table}_is_not_deleted;
  CREATE TRIGGER ${table}_is_not_deleted BEFORE DELETE ON ${table}
  WHEN NOT (${mayGo})
  BEGIN SELECT RAISE(ABORT, '${refusal}'); END;
`
}

const holdsStay = `
  CREATE TRIGGER legal_hold_is_not_deleted BEFORE DELETE ON legal_hold
  WHEN NOT (OLD.lifted_at_ms IS NOT NULL AND ${isErasedChart})
  BEGIN SELECT RAISE(ABORT, 'a hold is never deleted'); END;
`

/** What the sixth migration needs to let go of what is past its date, and of nothing else. */
export const erasingTables =
  erasures + erasing + erased + lastSigned + guards.map(rebuildTrigger).join('') + holdsStay
