import { groupTypeNames } from '../agenda/group-type.ts'
import type { PersonId } from '../ids.ts'
import { isoDay } from '../iso-day.ts'
import { isoLocalTime } from '../iso-time.ts'
import { startZone } from '../session/start-zone.ts'
import type { PersonProgress, SessionState } from '../session/state.ts'
import { isFacilitator, isUnderPart2, type Part2 } from '../session/vocabulary.ts'
import { attendanceOf, byLabel } from './attendance.ts'
import { absenceWords, wholeMinutes } from './member-facts.ts'
import { part2Statement2 } from './part2-statements.ts'

/** How somebody stands in a table: by their preferred name or their initials, as was chosen. */
interface TableMember {
  readonly label: string
  readonly chartId: string
}

/** One session with what the log does not know: names, and what it is under. */
export interface AttendanceSources {
  readonly code: string
  readonly state: SessionState
  readonly groupName: string
  /** The stricter of what the group was then and what it is now. */
  readonly part2: Part2
  readonly memberOf: (personId: PersonId) => TableMember
}

/** The columns that a bill is made of. Times are local with their offset; spans are whole minutes, rounded down. */
export const attendanceHeadings = [
  'Session',
  'Group',
  'Type',
  'Date',
  'Start',
  'Stop',
  'Time zone',
  'Chart id',
  'Member',
  'Role',
  'State',
  'Arrived',
  'Left',
  'Minutes attended',
  'Minutes without breaks',
  'Minutes late',
  'Minutes left early',
  'Notice',
] as const

type Cells = (string | number | null)[]

/**
 * Everyone who was expected or came, save facilitators, patients first, by their labels; none of a session that has not ended.
 * The minutes are those of the notes. A cell is empty where there is nothing to say: whoever never came has no times.
 */
export function attendanceRows(sources: AttendanceSources): readonly Cells[] {
  const { state, code, groupName, part2, memberOf } = sources
  const { startedAtMs, endedAtMs } = state
  if (startedAtMs === null || endedAtMs === null) return []
  const zone = startZone(state)
  const time = (wallMs: number) => isoLocalTime(wallMs, zone)
  const session = [
    code,
    groupName,
    groupTypeNames[state.groupType],
    isoDay(startedAtMs, zone),
    time(startedAtMs),
    time(endedAtMs),
    zone,
  ]
  // No page carries a table's notice, so that each line does.
  const notice = isUnderPart2(part2) ? part2Statement2 : ''
  return state.people
    .filter(({ role }) => !isFacilitator(role))
    .map((person) => ({ person, ...memberOf(person.personId) }))
    .toSorted(byLabel)
    .map(({ person, label, chartId }) => [
      ...session,
      chartId,
      label,
      person.role,
      ...attendance(state, endedAtMs, person, time),
      notice,
    ])
}

function attendance(
  state: SessionState,
  endedAtMs: number,
  person: PersonProgress,
  time: (wallMs: number) => string,
): Cells {
  const attended = attendanceOf(person)
  if (attended.kind === 'away') return [absenceWords(person), null, null, 0, 0, null, null]
  const { presence, changes } = person
  // Stepping out and then leaving is one going: at the time of the first.
  const gone = changes[changes.findLastIndex((change) => change.presence === 'present') + 1] ?? null
  return [
    gone === null ? 'attended' : presence === 'left' ? 'left early' : 'stepped out',
    time(attended.arrivedAtMs),
    time(gone?.wallMs ?? endedAtMs),
    attended.minutes,
    attended.minutesWithoutBreaks,
    attended.lateMinutes,
    gone === null ? 0 : wholeMinutes(state.elapsedMs - gone.atMs),
  ]
}
