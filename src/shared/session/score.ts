import type { PersonId, PhaseId } from '../ids.ts'
import { turnsFollowed } from './arcs.ts'
import { sampleMs } from './sampling.ts'
import { slursOf, type Slur } from './slurs.ts'
import { commonSpans, mergeSpans, withoutSpans, type Span } from './spans.ts'
import type { MadeMark, NotePlace, PersonProgress, SessionState, Turn } from './state.ts'
import { sessionTime, type Stretch, type WallReading } from './stretches.ts'
import { isFacilitator } from './vocabulary.ts'

/** A silence as long as this is held, and shown: nobody had the floor for a minute. */
export const heldSilenceMs = 60_000

/** Time with the floor, without pauses, breaks and times that nobody saw. */
export interface FloorSpan extends Span {
  /** When the turn began that it belongs to: a break can part one turn into several spans. */
  readonly turnMs: number
  /** Whom it followed; null where it followed nobody. */
  readonly afterId: PersonId | null
  /** How long they had had the floor before it. */
  readonly talkedMs: number
}

/** One person's line through the session. Every list is in order, and its spans do not overlap. */
export interface ScoreLine {
  readonly person: PersonProgress
  /** In the room; together `presentMs`. */
  readonly presence: readonly Span[]
  /** Stepped out, up to their return or to the end. */
  readonly out: readonly Span[]
  /** Together `talkMs`. */
  readonly floor: readonly FloorSpan[]
  /** In the sampling mode: the spans of five minutes in which they were heard, without the breaks that fell into them. */
  readonly heard: readonly Span[]
  readonly marks: readonly MadeMark[]
}

/** A stretch of session time in one phase; going back gives a phase several. */
export interface HeldPhase extends Span {
  readonly phaseId: PhaseId
}

/** A phase as the agenda had it when the session was prepared. */
export interface PlannedPhase extends Span {
  readonly phaseId: PhaseId
  readonly minutes: number
  /** When it was first entered; null where it never was. */
  readonly heldFromMs: number | null
}

/** A session as it went, for one look over all of it and any moment of it. */
export interface Score {
  readonly lengthMs: number
  /** Everyone but the facilitators, in the order of their seats. */
  readonly members: readonly ScoreLine[]
  readonly facilitators: readonly ScoreLine[]
  readonly planned: readonly PlannedPhase[]
  readonly held: readonly HeldPhase[]
  /** Pauses, breaks, and what nobody saw. Of a session from paper, whose turns nobody saw, its breaks alone. */
  readonly interruptions: readonly Stretch[]
  /** Nobody had the floor although turns were tapped; together the `silenceMs` of the session. */
  readonly silences: readonly Span[]
  readonly slurs: readonly Slur[]
  /** Everyone's turns as they began. */
  readonly turns: readonly (Span & { readonly personId: PersonId })[]
  /** Record notes alone. */
  readonly notes: readonly NotePlace[]
  readonly walls: readonly WallReading[]
}

/** The score of a session, true at its moment. What was taken back is nowhere in it, nor are private notes. */
export function scoreOf(state: SessionState): Score {
  const { stretches, walls, elapsedMs: lengthMs } = sessionTime(state)
  const group = mergeSpans(stretches.filter(({ manner }) => manner === 'group'))
  const followed = turnsFollowed(state.turns)
  const turns = state.turns.map((turn, index) => ({ ...closed(turn, lengthMs), before: followed[index] }))
  const lineOf = (person: PersonProgress): ScoreLine => {
    const { personId } = person
    const presence = presenceOf(person, lengthMs, 'present')
    return {
      person,
      presence,
      out: presenceOf(person, lengthMs, 'out'),
      floor: floorOf(
        turns.filter((turn) => turn.personId === personId),
        commonSpans(presence, group),
      ),
      heard: heardSpans(person.heardIn, stretches),
      marks: state.marks.filter((mark) => mark.personId === personId),
    }
  }
  const members = state.people.filter((person) => isMember(person))
  return {
    lengthMs,
    members: members.map((person) => lineOf(person)),
    facilitators: state.people.filter((person) => !isMember(person)).map((person) => lineOf(person)),
    planned: plannedPhases(state),
    held: heldPhases(stretches),
    interruptions: interruptionsOf(stretches, state.enteredLateAtMs !== null),
    silences: withoutSpans(tappedTime(stretches), mergeSpans(turns)),
    slurs: slursOf(state.turns, state.marks, new Set(members.map(({ personId }) => personId))),
    turns: turns.map(({ personId, startMs, endMs }) => ({ personId, startMs, endMs })),
    notes: state.notes.filter(({ isPrivate }) => !isPrivate),
    walls,
  }
}

function isMember({ role }: PersonProgress): boolean {
  return !isFacilitator(role)
}

function closed({ personId, startMs, endMs }: Turn, lengthMs: number): Span & { personId: PersonId } {
  return { personId, startMs, endMs: endMs ?? lengthMs }
}

function presenceOf({ changes }: PersonProgress, lengthMs: number, presence: 'present' | 'out'): Span[] {
  const spans = changes.flatMap((change, index) => {
    const endMs = changes[index + 1]?.atMs ?? lengthMs
    return change.presence === presence ? [{ startMs: change.atMs, endMs }] : []
  })
  return mergeSpans(spans)
}

type FollowingTurn = Span & { readonly before: Turn | undefined }

function floorOf(turns: readonly FollowingTurn[], heardIn: readonly Span[]): FloorSpan[] {
  let talkedMs = 0
  let overMs = 0
  return turns.flatMap(({ startMs, endMs, before }) => {
    const own = [{ startMs: Math.max(startMs, overMs), endMs }]
    overMs = Math.max(overMs, endMs)
    return commonSpans(own, heardIn).map((span): FloorSpan => {
      const floor = { ...span, turnMs: startMs, afterId: before?.personId ?? null, talkedMs }
      talkedMs += span.endMs - span.startMs
      return floor
    })
  })
}

/** Samples count group time, which stands still in pauses and breaks. */
function heardSpans(samples: readonly number[], stretches: readonly Stretch[]): Span[] {
  if (samples.length === 0) return []
  let groupMs = 0
  const spans: Span[] = []
  for (const { startMs, endMs, manner } of stretches) {
    if (manner !== 'group' && manner !== 'unseen') continue
    const shiftMs = startMs - groupMs
    for (const sample of samples) {
      const fromMs = Math.max(startMs, sample * sampleMs + shiftMs)
      spans.push({ startMs: fromMs, endMs: Math.min(endMs, (sample + 1) * sampleMs + shiftMs) })
    }
    groupMs += endMs - startMs
  }
  return mergeSpans(spans)
}

function plannedPhases(state: SessionState): PlannedPhase[] {
  const entered = new Map(state.phases.map(({ id, enteredAtMs }) => [id, enteredAtMs]))
  let startMs = 0
  return agendaAtFirst(state).map(({ id: phaseId, minutes }) => {
    const phase = { phaseId, minutes, startMs, endMs: startMs + minutes * 60_000 }
    startMs = phase.endMs
    return { ...phase, heldFromMs: entered.get(phaseId) ?? null }
  })
}

function agendaAtFirst({ history }: SessionState) {
  let first = history
  while (first !== null && first.earlier !== null) first = first.earlier
  return first?.event.body.type === 'session.prepared' ? first.event.body.phases : []
}

/** The phases in the order in which they were really held. */
export function heldPhases(stretches: readonly Stretch[]): HeldPhase[] {
  const held: HeldPhase[] = []
  for (const { phaseId, startMs, endMs } of stretches) {
    if (phaseId === null) continue
    const last = held.at(-1)
    if (last?.phaseId === phaseId) held[held.length - 1] = { ...last, endMs }
    else held.push({ phaseId, startMs, endMs })
  }
  return held
}

function interruptionsOf(stretches: readonly Stretch[], isFromPaper: boolean): Stretch[] {
  return stretches.filter(({ manner }) => manner !== 'group' && !(isFromPaper && manner === 'unseen'))
}

function tappedTime(stretches: readonly Stretch[]): Span[] {
  return mergeSpans(
    stretches.filter(({ manner, observation }) => manner === 'group' && observation === 'floor'),
  )
}
