import type { PersonId } from '../ids.ts'
import { close } from './apply-agenda.ts'
import type { PaperSheet } from './paper-sheet.ts'
import type { Stamp } from './stamp.ts'
import type { PersonProgress, PhaseProgress, PresenceChange, SessionState } from './state.ts'
import { isFacilitator } from './vocabulary.ts'

interface Span {
  readonly fromMs: number
  readonly toMs: number
}

const minuteMs = 60_000

/** A session that was kept on paper, as its sheet tells it: over, and entered at `stamp`. */
export function applyPaper(state: SessionState, stamp: Stamp, sheet: PaperSheet): SessionState {
  const elapsedMs = Math.max(0, sheet.endedAtMs - sheet.startedAtMs)
  const { phases, breaks } = layPhases(state.phases, sheet.phases)
  const breakMs = overlapOf({ fromMs: 0, toMs: elapsedMs }, breaks)
  const held: SessionState = {
    ...state,
    stage: 'running',
    startedAtMs: sheet.startedAtMs,
    enteredLateAtMs: stamp.wallMs,
    elapsedMs,
    // What the sheet gives to no phase was not spent in one.
    pausedMs: elapsedMs - phases.reduce((sum, phase) => sum + phase.actualMs, 0),
    phases,
    time: { silenceMs: 0, oneMs: 0, severalMs: 0, breakMs, unobservedMs: elapsedMs - breakMs },
    people: state.people.map((person) => seatOnPaper(person, sheet, elapsedMs, breaks)),
  }
  return close(held, sheet.endedAtMs)
}

function layPhases(
  planned: readonly PhaseProgress[],
  held: PaperSheet['phases'],
): { phases: PhaseProgress[]; breaks: Span[] } {
  const entered = new Map<PhaseProgress['id'], Span>()
  let fromMs = 0
  for (const { phaseId, minutes } of held) {
    const toMs = fromMs + minutes * minuteMs
    entered.set(phaseId, { fromMs, toMs })
    fromMs = toMs
  }
  const phases = planned.map((phase): PhaseProgress => {
    const span = entered.get(phase.id)
    if (span === undefined)
      return { ...phase, status: 'skipped', skipReason: phase.skipReason ?? 'not-today' }
    const actualMs = span.toMs - span.fromMs
    // Left out beforehand, and held after all.
    return { ...phase, status: 'done', enteredAtMs: span.fromMs, actualMs, skipReason: null }
  })
  const breaks = planned.flatMap((phase) => (phase.kind === 'break' ? (entered.get(phase.id) ?? []) : []))
  return { phases, breaks }
}

function seatOnPaper(
  person: PersonProgress,
  sheet: PaperSheet,
  elapsedMs: number,
  breaks: readonly Span[],
): PersonProgress {
  const line = sheet.people.find(({ personId }) => personId === person.personId)
  const presence = line?.presence ?? (isFacilitator(person.role) ? 'present' : 'absent')
  const change = (to: PresenceChange['presence'], atMs: number): PresenceChange => ({
    presence: to,
    atMs,
    wallMs: sheet.startedAtMs + atMs,
  })
  if (presence !== 'present') return { ...person, presence, changes: [change(presence, 0)] }
  const fromMs = Math.min((line?.cameAfterMinutes ?? 0) * minuteMs, elapsedMs)
  const leftMs =
    line?.leftAfterMinutes === null || line === undefined ? null : line.leftAfterMinutes * minuteMs
  const toMs = Math.max(fromMs, Math.min(leftMs ?? elapsedMs, elapsedMs))
  const hasLeft = leftMs !== null && leftMs < elapsedMs
  return {
    ...person,
    presence: hasLeft ? 'left' : 'present',
    changes: [change('present', fromMs), ...(hasLeft ? [change('left', toMs)] : [])],
    presentMs: toMs - fromMs,
    breakMs: overlapOf({ fromMs, toMs }, breaks),
  }
}

function overlapOf(span: Span, others: readonly Span[]): number {
  return others.reduce(
    (sum, { fromMs, toMs }) => sum + Math.max(0, Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs)),
    0,
  )
}

/**
 * Whether a sheet is about this session and agrees with itself: its phases and people, each once, no more minutes than
 * there were, and nobody who went before they came or came when it was over.
 */
export function fitsSheet(state: SessionState, sheet: PaperSheet, nowMs: number): boolean {
  const lengthMinutes = (sheet.endedAtMs - sheet.startedAtMs) / minuteMs
  const phaseMinutes = sheet.phases.reduce((sum, { minutes }) => sum + minutes, 0)
  const phaseIds = sheet.phases.map(({ phaseId }) => phaseId)
  const personIds = sheet.people.map(({ personId }) => personId)
  const known = new Set<PersonId>(state.people.map(({ personId }) => personId))
  const planned = new Set(state.phases.map(({ id }) => id))
  return (
    lengthMinutes > 0 &&
    lengthMinutes <= 600 &&
    sheet.endedAtMs <= nowMs &&
    phaseMinutes <= lengthMinutes &&
    isSetOf(phaseIds, planned) &&
    isSetOf(personIds, known) &&
    sheet.people.every((line) => agreesWithItself(line, lengthMinutes))
  )
}

function agreesWithItself(line: PaperSheet['people'][number], lengthMinutes: number): boolean {
  const { presence, cameAfterMinutes, leftAfterMinutes } = line
  if (presence !== 'present') return cameAfterMinutes === null && leftAfterMinutes === null
  const leftAfter = leftAfterMinutes ?? lengthMinutes
  return (cameAfterMinutes ?? 0) < leftAfter && leftAfter <= lengthMinutes
}

function isSetOf<Id>(ids: readonly Id[], known: ReadonlySet<Id>): boolean {
  return new Set(ids).size === ids.length && ids.every((id) => known.has(id))
}
