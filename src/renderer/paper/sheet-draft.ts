import { fitAgenda } from '../../shared/agenda/fit-agenda.ts'
import { totalMinutes } from '../../shared/agenda/phase.ts'
import type { PersonId, PhaseId } from '../../shared/ids.ts'
import { isoDay } from '../../shared/iso-day.ts'
import type { PaperSheet } from '../../shared/session/paper-sheet.ts'
import type { PhaseProgress, SessionState } from '../../shared/session/state.ts'
import { isFacilitator, type Mark } from '../../shared/session/vocabulary.ts'
import { writeClock } from './clock-entry.ts'
import { findEntry, type Entry } from './former-entry.ts'

export type LineStatus = PaperSheet['people'][number]['presence']

/** One seat of the sheet, as it is typed. */
export interface LineDraft {
  readonly personId: PersonId
  readonly status: LineStatus
  /** Times as typed; empty for somebody who was there from the beginning, or to the end. */
  readonly came: string
  readonly left: string
  readonly marks: Readonly<Partial<Record<Mark, number>>>
}

/** The sheet as it stands on the screen; nothing of it is kept before it is entered. */
export interface SheetDraft {
  readonly day: string | null
  readonly start: string
  readonly end: string
  /** Minutes as typed, by phase; a phase that was not touched holds its plan. */
  readonly minutes: Readonly<Record<PhaseId, string>>
  readonly lines: readonly LineDraft[]
  readonly note: string
}

const minuteMs = 60_000

/**
 * A sheet as the plan has it, with everyone here; or as it was entered once, where that was taken back to be corrected.
 */
export function beginDraft(state: SessionState, preparedAtMs: number, zone: string): SheetDraft {
  const entry = findEntry(state.history)
  if (entry !== null) return draftOf(entry, state, zone)
  const startMs = state.plannedStartMs ?? Math.floor(preparedAtMs / minuteMs) * minuteMs
  return {
    day: isoDay(startMs, zone),
    start: writeClock(startMs, zone),
    end: writeClock(startMs + state.lengthMinutes * minuteMs, zone),
    minutes: {},
    lines: inSeatOrder(state).map(({ personId }) => ({
      personId,
      status: 'present',
      came: '',
      left: '',
      marks: {},
    })),
    note: '',
  }
}

function draftOf({ sheet, marks }: Entry, state: SessionState, zone: string): SheetDraft {
  const { startedAtMs, endedAtMs } = sheet
  const minutes = new Map(sheet.phases.map((phase) => [phase.phaseId, String(phase.minutes)]))
  const after = (count: number | null) =>
    count === null ? '' : writeClock(startedAtMs + count * minuteMs, zone)
  return {
    day: isoDay(startedAtMs, zone),
    start: writeClock(startedAtMs, zone),
    end: writeClock(endedAtMs, zone),
    minutes: Object.fromEntries(state.phases.map(({ id }) => [id, minutes.get(id) ?? ''])),
    lines: inSeatOrder(state).map(({ personId }) => {
      const line = sheet.people.find((one) => one.personId === personId)
      return {
        personId,
        status: line?.presence ?? 'present',
        came: after(line?.cameAfterMinutes ?? null),
        left: after(line?.leftAfterMinutes ?? null),
        marks: countMarks(marks.filter((one) => one.personId === personId).map(({ mark }) => mark)),
      }
    }),
    note: '',
  }
}

function countMarks(made: readonly Mark[]): Partial<Record<Mark, number>> {
  const counts: Partial<Record<Mark, number>> = {}
  for (const mark of made) counts[mark] = (counts[mark] ?? 0) + 1
  return counts
}

/** Members first, as they sit on the sheet. */
function inSeatOrder({ people }: Pick<SessionState, 'people'>) {
  return [
    ...people.filter(({ role }) => !isFacilitator(role)),
    ...people.filter(({ role }) => isFacilitator(role)),
  ]
}

/** The phases that stand on the sheet: what was left out beforehand is not on it. */
export function sheetPhases({ phases }: Pick<SessionState, 'phases'>): readonly PhaseProgress[] {
  return phases.filter(({ status }) => status !== 'skipped')
}

/**
 * Minutes of each phase as the screen shows them. As long as none was typed they follow the plan, trimmed to a session
 * that was shorter; from then on they are the facilitator's own.
 */
export function shownMinutes(
  phases: readonly PhaseProgress[],
  typed: SheetDraft['minutes'],
  lengthMinutes: number | null,
): Readonly<Record<PhaseId, string>> {
  const isShorter = lengthMinutes !== null && lengthMinutes < totalMinutes(phases)
  const fitted = isShorter ? fitAgenda(phases, lengthMinutes) : null
  const plan = Object.keys(typed).length === 0 && fitted?.ok === true ? fitted.value : phases
  return Object.fromEntries(plan.map(({ id, minutes }) => [id, typed[id] ?? String(minutes)]))
}
