import type { PersonProgress } from '../session/state.ts'
import type { Presence } from '../session/vocabulary.ts'
import { absencesOf, arrivalOf, isLate, wholeMinutes, type Absence } from './member-facts.ts'

/**
 * How somebody attended a session that is over. Wall times are milliseconds since 1970 UTC; minutes are whole and rounded
 * down, by the same rule as in the sentences of their note.
 */
export type Attendance =
  /** They never came; what is known of them instead. */
  | { readonly kind: 'away'; readonly presence: Presence }
  | {
      readonly kind: 'came'
      readonly isWalkIn: boolean
      readonly arrivedAtMs: number
      /** Whole minutes after the start at which they first came in; 0 for whoever was there in time. */
      readonly lateMinutes: number
      /** Times away that they came back from. */
      readonly absences: readonly (Absence & { readonly toMs: number })[]
      /** The last time away, where they were not seen to come back from it; null for whoever stayed to the end. */
      readonly departure: { readonly kind: Absence['kind']; readonly atMs: number } | null
      /** In the room, pauses and breaks included. */
      readonly minutes: number
      /** The same without pauses and breaks, for payers that leave these out. */
      readonly minutesWithoutBreaks: number
    }

/** What the log tells of one person's attendance. */
export function attendanceOf(person: PersonProgress): Attendance {
  const arrival = arrivalOf(person)
  if (arrival === null) return { kind: 'away', presence: person.presence }
  const absences = absencesOf(person)
  const last = absences.at(-1)
  return {
    kind: 'came',
    isWalkIn: person.isWalkIn,
    arrivedAtMs: arrival.wallMs,
    lateMinutes: isLate(arrival) ? wholeMinutes(arrival.atMs) : 0,
    absences: absences.flatMap(({ kind, fromMs, toMs }) => (toMs === null ? [] : [{ kind, fromMs, toMs }])),
    departure: last?.toMs === null ? { kind: last.kind, atMs: last.fromMs } : null,
    minutes: wholeMinutes(person.presentMs),
    minutesWithoutBreaks: wholeMinutes(person.presentMs - person.breakMs),
  }
}

/** Whether somebody left for good a minute or more before the end; going as the door opens is no leaving early. */
export function hasLeftEarly(attendance: Attendance, endedAtMs: number): boolean {
  if (attendance.kind === 'away' || attendance.departure === null) return false
  const { kind, atMs } = attendance.departure
  return kind === 'left' && endedAtMs - atMs >= 60_000
}

/** How many attended how. People who came may be counted as late and as having left early. */
export interface AttendanceCounts {
  readonly expected: number
  readonly came: number
  readonly late: number
  readonly leftEarly: number
  readonly walkIns: number
  readonly excused: number
  readonly noShow: number
  readonly seenAlone: number
}

export function countAttendance(attendances: readonly Attendance[], endedAtMs: number): AttendanceCounts {
  const came = attendances.filter((one) => one.kind === 'came')
  const away = (presence: Presence) =>
    attendances.filter((one) => one.kind === 'away' && one.presence === presence).length
  return {
    expected: attendances.length,
    came: came.length,
    late: came.filter(({ lateMinutes }) => lateMinutes > 0).length,
    leftEarly: came.filter((one) => hasLeftEarly(one, endedAtMs)).length,
    walkIns: came.filter(({ isWalkIn }) => isWalkIn).length,
    excused: away('excused'),
    noShow: away('absent'),
    seenAlone: away('substituted'),
  }
}

/** Somebody with the word that they stand by on a paper. */
interface Listed {
  readonly label: string
  readonly person: Pick<PersonProgress, 'role'>
}

// Another locale would be another order, and so another content.
const alphabet = new Intl.Collator('en', { numeric: true })

/** The order of a list of who was there: patients, then who came with them, each by label. It does not tell who sat where. */
export function byLabel(one: Listed, other: Listed): number {
  return (
    Number(one.person.role !== 'member') - Number(other.person.role !== 'member') ||
    alphabet.compare(one.label, other.label)
  )
}
