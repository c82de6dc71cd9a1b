import type { PersonId, PhaseId } from '../../shared/ids.ts'
import type { Command } from '../../shared/session/commands.ts'
import { maxSessionMinutes } from '../../shared/session/events.ts'
import type { PhaseProgress } from '../../shared/session/state.ts'
import { markSchema, type Mark } from '../../shared/session/vocabulary.ts'
import { instantOf } from '../../shared/zoned-time.ts'
import { readLater, readMoment, readStart } from './clock-entry.ts'
import { shownMinutes, type LineDraft, type SheetDraft } from './sheet-draft.ts'

/** What is not right yet, and where: `place` is the id of its field. */
export interface Problem {
  readonly place: string
  readonly words: string
}

export interface ReadSheet {
  readonly startMs: number | null
  readonly endMs: number | null
  readonly lengthMinutes: number | null
  readonly minutes: Readonly<Record<PhaseId, string>>
  /** What the phases make together. */
  readonly phaseMinutes: number
  readonly problems: readonly Problem[]
  /** What enters the sheet; null while there are problems. */
  readonly command: Extract<Command, { type: 'enter-paper' }> | null
}

export interface SheetContext {
  readonly phases: readonly PhaseProgress[]
  readonly plannedStartMs: number | null
  readonly zone: string
  readonly nowMs: number
}

const minuteMs = 60_000

export const places = {
  day: 'paper-day',
  start: 'paper-start',
  end: 'paper-end',
  phase: (id: PhaseId) => `paper-phase-${id}`,
  came: (id: PersonId) => `paper-came-${id}`,
  left: (id: PersonId) => `paper-left-${id}`,
}

/** Reads what is typed: the times that it means, what does not fit, and the command that would enter it. */
export function readDraft(draft: SheetDraft, context: SheetContext): ReadSheet {
  const { zone } = context
  const nearMs = referenceOf(draft, context)
  const startMs = nearMs === null ? null : readStart(draft.start, nearMs, zone)
  const endMs = startMs === null ? null : readLater(draft.end, startMs, zone)
  const lengthMinutes = startMs === null || endMs === null ? null : (endMs - startMs) / minuteMs
  const minutes = shownMinutes(context.phases, draft.minutes, lengthMinutes)
  const phaseMinutes = Object.values(minutes).reduce((sum, text) => sum + Number(text), 0)
  const span = startMs === null || endMs === null ? null : { startMs, endMs, zone }
  const people = span === null ? [] : draft.lines.map((line) => readLine(line, span))
  const problems = [
    ...(nearMs === null ? [{ place: places.day, words: 'Say which day it was.' }] : []),
    ...timeProblems({ startMs, endMs, lengthMinutes }, context.nowMs),
    ...phaseProblems(context.phases, minutes, phaseMinutes, lengthMinutes),
    ...people.flatMap((line) => line.problems),
  ]
  const isReady = problems.length === 0 && startMs !== null && endMs !== null
  return {
    startMs,
    endMs,
    lengthMinutes,
    minutes,
    phaseMinutes,
    problems,
    command: isReady
      ? {
          type: 'enter-paper',
          sheet: {
            startedAtMs: startMs,
            endedAtMs: endMs,
            phases: context.phases
              .map(({ id }) => ({ phaseId: id, minutes: Number(minutes[id]) }))
              .filter((phase) => phase.minutes > 0),
            people: people.map(({ entry }) => entry),
          },
          marks: draft.lines.flatMap(marksOf),
        }
      : null,
  }
}

/** The moment that the start lies near: the scheduled time of the day on the sheet, or noon. */
function referenceOf({ day }: SheetDraft, { plannedStartMs, zone }: SheetContext): number | null {
  const [year, month, date] = (day ?? '').split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return null
  const time =
    plannedStartMs === null
      ? '15:00'
      : new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(plannedStartMs)
  return instantOf({ year, month, day: date }, time, zone)
}

function timeProblems(
  { startMs, endMs, lengthMinutes }: Pick<ReadSheet, 'startMs' | 'endMs' | 'lengthMinutes'>,
  nowMs: number,
): Problem[] {
  if (startMs === null) return [{ place: places.start, words: 'Say when it started, like 6:03.' }]
  if (endMs === null || lengthMinutes === null) {
    return [{ place: places.end, words: 'Say when it ended, like 7:30.' }]
  }
  if (lengthMinutes > maxSessionMinutes) {
    return [{ place: places.end, words: 'That is longer than ten hours. Look at the start and the end.' }]
  }
  if (endMs > nowMs) return [{ place: places.end, words: 'The end lies ahead of now.' }]
  return []
}

function phaseProblems(
  phases: readonly PhaseProgress[],
  minutes: ReadSheet['minutes'],
  phaseMinutes: number,
  lengthMinutes: number | null,
): Problem[] {
  const over = lengthMinutes === null ? 0 : phaseMinutes - lengthMinutes
  const longest = phases.toSorted((a, b) => Number(minutes[b.id]) - Number(minutes[a.id]))[0]
  if (over <= 0 || longest === undefined) return []
  return [
    { place: places.phase(longest.id), words: `The phases take ${over} min more than the session had.` },
  ]
}

interface Span {
  readonly startMs: number
  readonly endMs: number
  readonly zone: string
}

function readLine({ personId, status, came, left }: LineDraft, span: Span) {
  const isHere = status === 'present'
  const cameMs = isHere && came !== '' ? readMoment(came, 'came', span) : span.startMs
  const leftMs = isHere && left !== '' ? readMoment(left, 'left', span) : span.endMs
  const problems: Problem[] = []
  if (cameMs === null || cameMs >= span.endMs) {
    problems.push({ place: places.came(personId), words: 'Nobody came after the end. Look at the time.' })
  }
  if (leftMs === null || leftMs > span.endMs || (cameMs !== null && leftMs <= cameMs)) {
    problems.push({
      place: places.left(personId),
      words: 'Somebody left before they came, or after the end.',
    })
  }
  const minutesAt = (ms: number | null) => (ms === null ? null : (ms - span.startMs) / minuteMs)
  const entry = {
    personId,
    presence: status,
    cameAfterMinutes: cameMs === span.startMs ? null : minutesAt(cameMs),
    leftAfterMinutes: leftMs === span.endMs ? null : minutesAt(leftMs),
  }
  return { entry, problems }
}

function marksOf({ personId, status, marks }: LineDraft): { personId: PersonId; mark: Mark }[] {
  if (status !== 'present') return []
  return markSchema.options.flatMap((mark) =>
    Array.from({ length: marks[mark] ?? 0 }, () => ({ personId, mark })),
  )
}
