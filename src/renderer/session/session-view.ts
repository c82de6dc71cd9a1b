import type { MeasureId, NoteId, PersonId, PhaseId, SessionId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { OpenedSession } from '../../shared/ipc/session-calls.ts'
import type { Measure, Measures } from '../../shared/measures/measure.ts'
import { foldAll } from '../../shared/session/fold.ts'
import { readLog } from '../../shared/session/log-text.ts'
import { scoreOf, type Score, type ScoreLine } from '../../shared/session/score.ts'
import { startZone } from '../../shared/session/start-zone.ts'
import type { PhaseProgress, SessionState } from '../../shared/session/state.ts'
import { nameIn, seatPeople, type Seated } from '../live/seated.ts'

/** Someone's line with the name that stands before it. */
export interface NamedLine extends ScoreLine {
  readonly seated: Seated
}

/** A record note with its place in the session. */
export interface RecordNote {
  readonly noteId: NoteId
  readonly atMs: number
  readonly wallMs: number
  readonly phase: string
  readonly text: string
}

/** One session as the page shows it. */
export interface SessionView {
  readonly sessionId: SessionId
  /** As it was read. */
  readonly opened: OpenedSession
  readonly state: SessionState
  readonly score: Score
  readonly roster: Roster
  readonly groupName: string
  readonly members: readonly NamedLine[]
  readonly facilitators: readonly NamedLine[]
  readonly notes: readonly RecordNote[]
  /** What numbers were given for in this session, what the group is asked first. */
  readonly measures: readonly Measure[]
  /** Where it was held. */
  readonly zone: string
  readonly nameOf: (personId: PersonId) => string
  readonly phaseOf: (phaseId: PhaseId | null) => PhaseProgress | undefined
}

export function sessionView(opened: OpenedSession, roster: Roster, measures: Measures): SessionView {
  const state = foldAll(readLog(opened.log))
  const score = scoreOf(state)
  const seated = seatPeople(state, roster, false)
  const bySeat = new Map(seated.map((person) => [person.personId, person]))
  const named = (lines: readonly ScoreLine[]) =>
    lines.flatMap((line): readonly NamedLine[] => {
      const person = bySeat.get(line.person.personId)
      return person === undefined ? [] : [{ ...line, seated: person }]
    })
  const phases = new Map(state.phases.map((phase) => [phase.id, phase]))
  const phaseOf = (phaseId: PhaseId | null) => (phaseId === null ? undefined : phases.get(phaseId))
  return {
    sessionId: opened.sessionId,
    opened,
    state,
    score,
    roster,
    groupName: roster.groups.find(({ id }) => id === state.groupId)?.name ?? 'A former group',
    members: named(score.members),
    facilitators: named(score.facilitators),
    notes: notesOf(opened, score, phaseOf),
    measures: measuresGiven(state, measures),
    zone: startZone(state),
    nameOf: (personId) => nameIn(seated, personId),
    phaseOf,
  }
}

/** Marks whose moment is known: what was ticked on paper has none. */
export function marksInTime(
  { state }: Pick<SessionView, 'state'>,
  { marks }: Pick<ScoreLine, 'marks'>,
): ScoreLine['marks'] {
  return state.enteredLateAtMs === null ? marks : []
}

function notesOf(
  { recordNotes }: OpenedSession,
  { notes }: Score,
  phaseOf: SessionView['phaseOf'],
): RecordNote[] {
  const texts = new Map(recordNotes.map(({ noteId, text }) => [noteId, text]))
  return notes.flatMap(({ noteId, atMs, wallMs, phaseId }) => {
    const text = texts.get(noteId)
    return text === undefined ? [] : [{ noteId, atMs, wallMs, text, phase: phaseOf(phaseId)?.name ?? '' }]
  })
}

function measuresGiven({ groupId, checkIns }: SessionState, { measures, asked }: Measures): Measure[] {
  const given = new Set<MeasureId>(checkIns.map(({ measureId }) => measureId))
  const order = asked.find((one) => one.groupId === groupId)?.measureIds ?? []
  const placeOf = ({ id }: Measure) => (order.includes(id) ? order.indexOf(id) : order.length)
  return measures.filter(({ id }) => given.has(id)).toSorted((a, b) => placeOf(a) - placeOf(b))
}
