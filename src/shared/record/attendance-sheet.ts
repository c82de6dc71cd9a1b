import type { GroupType } from '../agenda/group-type.ts'
import type { SessionId } from '../ids.ts'
import { isoDay } from '../iso-day.ts'
import type { Modality, Part2, Presence, Role } from '../session/vocabulary.ts'
import type { Attendance } from './attendance.ts'
import { sessionCode } from './group-summary.ts'

/** Someone on a list. */
interface Listed {
  /** The preferred name, or the initials, as was chosen. */
  readonly label: string
  readonly role: Role
}

/** Before the end: a list to sign in on. Wall times are milliseconds since 1970 UTC. */
export interface SignIn {
  readonly kind: 'sign-in'
  /** The scheduled start; null when it is on no schedule. */
  readonly plannedStartMs: number | null
  readonly lengthMinutes: number
  /** When the sheet was made: its date, where the session has none yet. */
  readonly printedAtMs: number
  readonly people: readonly (Listed & { readonly presence: Presence })[]
}

/** After the end: who attended, and how long. */
export interface Attended {
  readonly kind: 'attended'
  readonly startedAtMs: number
  readonly endedAtMs: number
  /** When it was entered from paper; null for a session that was run on the console. */
  readonly enteredLateAtMs: number | null
  /** Start to stop by the clock that never jumps, and the part of it that was pause or break. */
  readonly elapsedMs: number
  readonly breakMs: number
  readonly people: readonly (Listed & { readonly attendance: Attendance })[]
}

export interface SheetFacilitator {
  readonly name: string
  readonly credentials: string
  readonly role: 'lead' | 'co-lead' | 'observer'
}

/**
 * What the attendance sheet of a session shows. It lists who was in a group, and is a document of its own: it belongs in
 * nobody's chart. People stand in the order of the alphabet, which tells nothing about where anybody sat.
 */
export interface AttendanceSheetFacts {
  readonly sessionId: SessionId
  readonly clinic: string
  readonly groupName: string
  readonly groupType: GroupType
  readonly part2: Part2
  readonly modality: Modality
  /** Counts the sessions of the group from 1. */
  readonly number: number
  readonly topic: string
  readonly zone: string
  /** By name whatever is chosen for the others: they sign for the sheet. */
  readonly facilitators: readonly SheetFacilitator[]
  readonly session: SignIn | Attended
}

/** As neutral as the name of a summary: `2026-11-24-M4T9-attendance.pdf`. */
export function attendanceFileName({ sessionId, zone, session }: AttendanceSheetFacts): string {
  const isOver = session.kind === 'attended'
  const dayMs = isOver ? session.startedAtMs : (session.plannedStartMs ?? session.printedAtMs)
  return `${isoDay(dayMs, zone)}-${sessionCode(sessionId)}-${isOver ? 'attendance' : 'sign-in'}.pdf`
}
