import { numberGiven } from '../measures/check-in.ts'
import type { Measure } from '../measures/measure.ts'
import type { PersonProgress, PresenceChange, SessionState } from '../session/state.ts'
import { markNames } from './mark-sentences.ts'

/** Says a wall time (milliseconds since 1970 UTC) as a time of day where the session was. */
export type TimeWords = (wallMs: number) => string

/** What the log knows about one member, in a few words for a line. */
export interface MemberFacts {
  /** `90 min`; what is known of them instead where they never came. */
  readonly attendance: string
  readonly hasCome: boolean
  /** `from 18:09`, `out 18:38 to 18:44`, `left 19:10`, `walk-in`. */
  readonly remarks: readonly string[]
  /** `shared 2`, `skill`; risk is left out, since it is shown by itself. */
  readonly marks: readonly string[]
  readonly hasRisk: boolean
  /** `craving 7 → 4`: at the start and at the end, as far as they were given. */
  readonly numbers: readonly string[]
}

/** A time away from the room; `endMs` is null when the session closed without their return. */
export interface Absence {
  readonly kind: 'out' | 'left'
  readonly fromMs: number
  readonly toMs: number | null
}

/** Whole minutes, rounded down: nobody is credited with a minute that they did not attend. */
export function wholeMinutes(ms: number): number {
  return Math.floor(ms / 60_000)
}

/** When they first entered, in session time and wall time; null when they never did. */
export function arrivalOf(person: PersonProgress): PresenceChange | null {
  return person.changes.find(({ presence }) => presence === 'present') ?? null
}

/** Whether they were in the room at all. */
export function hasCome(person: PersonProgress): boolean {
  return arrivalOf(person) !== null
}

/** Late by a minute or more; arriving before the start is at session time 0. */
export function isLate(arrival: PresenceChange): boolean {
  return arrival.atMs >= 60_000
}

/** Times away after the arrival, in order. Stepping out and then leaving is one absence, of the kind it ended as. */
export function absencesOf(person: PersonProgress): readonly Absence[] {
  const absences: Absence[] = []
  for (const { presence, wallMs } of person.changes) {
    const open = absences.at(-1)?.toMs === null ? absences.pop() : undefined
    if (presence === 'out' || presence === 'left') {
      absences.push({ kind: presence, fromMs: open?.fromMs ?? wallMs, toMs: null })
    } else if (open !== undefined) {
      absences.push({ ...open, toMs: wallMs })
    }
  }
  return absences
}

/** The facts of one member's line. Talk time is never among them: it does not belong in a chart. */
export function memberFacts(
  state: SessionState,
  person: PersonProgress,
  timeWords: TimeWords,
  measures: readonly Measure[] = [],
): MemberFacts {
  const arrival = arrivalOf(person)
  const made = state.marks.filter(({ personId }) => personId === person.personId)
  const counts = new Map<keyof typeof markNames, number>()
  for (const { mark } of made) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  counts.delete('risk')
  return {
    attendance: arrival === null ? absenceWords(person) : `${wholeMinutes(person.presentMs)} min`,
    hasCome: arrival !== null,
    remarks: arrival === null ? [] : remarksOf(person, arrival, timeWords),
    marks: Array.from(counts, ([mark, count]) =>
      count === 1 ? markNames[mark] : `${markNames[mark]} ${count}`,
    ),
    hasRisk: made.some(({ mark }) => mark === 'risk'),
    numbers: numberWords(state, person, measures),
  }
}

/** A person's check-in numbers in the clinic's order; an end without a start says so, since it compares with nothing. */
export function numberWords(
  { checkIns }: Pick<SessionState, 'checkIns'>,
  { personId }: Pick<PersonProgress, 'personId'>,
  measures: readonly Measure[],
): string[] {
  return measures.flatMap(({ id, name }) => {
    const start = numberGiven(checkIns, personId, id, 'start')
    const end = numberGiven(checkIns, personId, id, 'end')
    const measure = name.toLocaleLowerCase()
    if (start === undefined) return end === undefined ? [] : [`${measure} ${end} at the end`]
    return [end === undefined ? `${measure} ${start}` : `${measure} ${start} → ${end}`]
  })
}

/** What is known of someone who never came. The close makes a no-show of whoever was still expected. */
export function absenceWords({ presence }: Pick<PersonProgress, 'presence'>): string {
  switch (presence) {
    case 'excused':
      return 'excused'
    case 'absent':
      return 'no-show'
    case 'substituted':
      return 'seen alone'
    default:
      return 'not recorded'
  }
}

function remarksOf(person: PersonProgress, arrival: PresenceChange, timeWords: TimeWords): string[] {
  const late = isLate(arrival) ? [`from ${timeWords(arrival.wallMs)}`] : []
  const away = absencesOf(person).map(({ kind, fromMs, toMs }) => {
    const from = `${kind} ${timeWords(fromMs)}`
    return toMs === null ? from : `${from} to ${timeWords(toMs)}`
  })
  return [...(person.isWalkIn ? ['walk-in'] : []), ...late, ...away]
}
