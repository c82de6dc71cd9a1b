import type { SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type {
  AttendanceSheetFacts,
  Attended,
  SheetFacilitator,
  SignIn,
} from '../../../shared/record/attendance-sheet.ts'
import { attendanceOf, byLabel } from '../../../shared/record/attendance.ts'
import { hasCome } from '../../../shared/record/member-facts.ts'
import { hasLed } from '../../../shared/record/note-facts.ts'
import type { SheetNaming } from '../../../shared/record/tick-sheet.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Stamp } from '../../../shared/session/stamp.ts'
import { startZone } from '../../../shared/session/start-zone.ts'
import type { PersonProgress, SessionState } from '../../../shared/session/state.ts'
import { isFacilitator } from '../../../shared/session/vocabulary.ts'
import { findMember, listFacilitators } from '../roster/roster-repository.ts'
import { readModality } from '../session/modality-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb } from '../vault/database.ts'
import { findWithGroup, headingOf, labelOf } from './session-heading.ts'

/**
 * What the attendance sheet of a session shows, taken from record.db alone: a list to sign in on until the session has
 * ended, and then who attended. Fails with `not-found`.
 */
export function readAttendanceFacts(
  record: ReadableDb<'record'>,
  log: SessionLog,
  now: Stamp,
  sessionId: SessionId,
  naming: SheetNaming,
): Result<AttendanceSheetFacts, Failure> {
  const found = findWithGroup(record, log, sessionId)
  if (found === undefined) return fail({ code: 'not-found' })
  const { state, group } = found
  const people = listPeople(record, state, naming)
  const { startedAtMs, endedAtMs } = state
  const isOver = state.stage === 'ended' && startedAtMs !== null && endedAtMs !== null
  return succeed({
    sessionId,
    ...headingOf(record, state, group),
    modality: readModality(record, sessionId),
    zone: startedAtMs === null ? now.zone : startZone(state),
    facilitators: listFacilitating(record, state, isOver),
    session: isOver ? attended(state, people, startedAtMs, endedAtMs) : signIn(state, people, now),
  })
}

interface Named {
  readonly label: string
  readonly person: PersonProgress
}

function listPeople(record: ReadableDb<'record'>, state: SessionState, naming: SheetNaming): Named[] {
  return state.people
    .filter(({ role }) => !isFacilitator(role))
    .map((person) => ({ person, label: labelOf(findMember(record, person.personId), naming) }))
    .toSorted(byLabel)
}

function signIn(state: SessionState, people: readonly Named[], now: Stamp): SignIn {
  return {
    kind: 'sign-in',
    plannedStartMs: state.plannedStartMs,
    lengthMinutes: state.lengthMinutes,
    printedAtMs: now.wallMs,
    people: people.map(({ label, person: { role, presence } }) => ({ label, role, presence })),
  }
}

function attended(
  state: SessionState,
  people: readonly Named[],
  startedAtMs: number,
  endedAtMs: number,
): Attended {
  return {
    kind: 'attended',
    startedAtMs,
    endedAtMs,
    enteredLateAtMs: state.enteredLateAtMs,
    elapsedMs: state.elapsedMs,
    breakMs: state.time.breakMs,
    people: people.map(({ label, person }) => ({
      label,
      role: person.role,
      attendance: attendanceOf(person),
    })),
  }
}

/** Who led and who sat in; before the end, who is expected to. */
function listFacilitating(
  record: ReadableDb<'record'>,
  { people }: SessionState,
  isOver: boolean,
): SheetFacilitator[] {
  const onFile = new Map(listFacilitators(record).map((facilitator) => [facilitator.id, facilitator]))
  return people.flatMap((person) => {
    const { role } = person
    const facilitator = onFile.get(person.personId)
    if (facilitator === undefined || (role !== 'lead' && role !== 'co-lead' && role !== 'observer')) return []
    const wasThere = role === 'observer' ? hasCome(person) : hasLed(person)
    if (isOver && !wasThere) return []
    const { name, credentials } = facilitator
    return [{ name, credentials, role }]
  })
}
