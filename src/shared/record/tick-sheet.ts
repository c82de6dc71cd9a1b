import type { GroupType } from '../agenda/group-type.ts'
import type { PhaseKind } from '../agenda/phase.ts'
import type { SessionId } from '../ids.ts'
import { isoDay } from '../iso-day.ts'
import type { Part2 } from '../session/vocabulary.ts'
import { z } from '../zod.ts'
import { sessionCode } from './group-summary.ts'

/** How people stand on a sheet: a roster with names tells more to whoever finds it. */
export const sheetNamingSchema = z.enum(['names', 'initials'])
export type SheetNaming = z.infer<typeof sheetNamingSchema>

export const paperSchema = z.enum(['Letter', 'A4'])
export type Paper = z.infer<typeof paperSchema>

interface SheetPhase {
  readonly name: string
  readonly kind: PhaseKind
  readonly isProtected: boolean
  readonly plannedMinutes: number
}

interface SheetSeat {
  /** The preferred name, or the initials, as was chosen. */
  readonly label: string
  readonly isFacilitator: boolean
}

/** Everything that a tick sheet shows: who is expected and what is planned, and no word about anybody. */
export interface TickSheetFacts {
  readonly sessionId: SessionId
  readonly clinic: string
  readonly groupName: string
  readonly groupType: GroupType
  readonly part2: Part2
  /** Counts the sessions of the group from 1. */
  readonly number: number
  readonly topic: string
  readonly zone: string
  /** The scheduled start, milliseconds since 1970 UTC; null when it is on no schedule. */
  readonly plannedStartMs: number | null
  readonly lengthMinutes: number
  /** When the sheet was made. */
  readonly printedAtMs: number
  readonly phases: readonly SheetPhase[]
  /** Members in the order of their seats, then facilitators. */
  readonly seats: readonly SheetSeat[]
}

/** As neutral as the name of a summary: `2026-11-24-M4T9-sheet.pdf`. */
export function sheetFileName(
  facts: Pick<TickSheetFacts, 'sessionId' | 'plannedStartMs' | 'printedAtMs' | 'zone'>,
): string {
  const day = isoDay(facts.plannedStartMs ?? facts.printedAtMs, facts.zone)
  return `${day}-${sessionCode(facts.sessionId)}-sheet.pdf`
}
