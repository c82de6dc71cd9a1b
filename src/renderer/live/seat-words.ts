import { counted } from '../../shared/count.ts'
import type { PersonProgress, SessionState } from '../../shared/session/state.ts'
import { isFacilitator, type Presence, type Role } from '../../shared/session/vocabulary.ts'
import { isListening, openTurn } from './floor-summary.ts'
import type { Seated } from './seated.ts'
import { aboutMinutes, minutesAndSeconds, wallTime } from './time-words.ts'

/** A seat's badge, which says in a shape what the words under the seat say too. */
export type SeatBadge =
  | 'here'
  | 'on-the-way'
  | 'late'
  | 'out'
  | 'gone'
  | 'substituted'
  | 'yet-to-agree'
  | 'listening'

export interface SeatWords {
  /** The few words under the seat; empty when there is nothing to say. */
  readonly caption: string
  readonly badge: SeatBadge | null
}

interface View {
  readonly state: SessionState
  readonly zone: string
  readonly showsSeconds: boolean
  /** Below their own last sessions; nothing is said of anybody else. */
  readonly isQuieter: boolean
}

/** What stands beside a name in the circle: the most pressing thing alone. `state` must be advanced to now. */
export function seatWords(person: Seated, view: View): SeatWords {
  const { progress } = person
  const { state } = view
  const away = awayWords(progress, view)
  if (away !== null) return away
  const turn = openTurn(state, person.personId)
  const badge = presentBadge(person, state)
  if (turn !== undefined) return { caption: turnWords(state.elapsedMs - turn.startMs, view), badge }
  if (isYetToAgree(progress)) return { caption: 'yet to agree', badge }
  if (badge === 'listening') return { caption: 'listening', badge }
  if (view.isQuieter) return { caption: quieterWords, badge }
  const marks = state.marks.filter(({ personId }) => personId === person.personId).length
  if (marks > 0) return { caption: counted(marks, 'mark'), badge }
  const lateAtMs = lateArrival(progress)
  return { caption: lateAtMs === null ? '' : `from ${wallTime(lateAtMs, view.zone)}`, badge }
}

const quieterWords = 'quieter than usual'

/** The words under a seat as far as they fit into so many pixels; the seat's sentence always has them all. */
export function captionThatFits(caption: string, room: number): string {
  return caption === quieterWords && room < 108 ? 'quieter' : caption
}

function turnWords(ms: number, { showsSeconds }: View): string {
  if (showsSeconds) return minutesAndSeconds(ms)
  return ms < 60_000 ? 'speaking' : aboutMinutes(ms)
}

function isYetToAgree({ hasAgreed, role }: PersonProgress): boolean {
  return !hasAgreed && !isFacilitator(role)
}

function presentBadge(person: Seated, state: SessionState): SeatBadge | null {
  if (isYetToAgree(person.progress)) return 'yet-to-agree'
  if (state.stage === 'prepared') return person.isFacilitator ? null : 'here'
  if (isListening(state, person.personId)) return 'listening'
  return lateArrival(person.progress) === null ? null : 'late'
}

/** Wall time at which someone came after the start; null for those who were there when it began. */
function lateArrival({ changes }: PersonProgress): number | null {
  const arrived = changes.find(({ presence }) => presence === 'present')
  return arrived === undefined || arrived.atMs === 0 ? null : arrived.wallMs
}

function awayWords(progress: PersonProgress, { state, zone }: View): SeatWords | null {
  const since = progress.changes.at(-1)
  switch (progress.presence) {
    case 'present':
      return null
    case 'expected':
      return { caption: 'expected', badge: isYetToAgree(progress) ? 'yet-to-agree' : null }
    case 'delayed':
      return { caption: 'on the way', badge: 'on-the-way' }
    case 'excused':
      return { caption: 'excused', badge: null }
    case 'absent':
      return { caption: 'not here', badge: null }
    case 'substituted':
      return { caption: 'seen alone', badge: 'substituted' }
    case 'out':
      return { caption: since === undefined ? 'out' : outWords(state.elapsedMs - since.atMs), badge: 'out' }
    case 'left':
      return { caption: since === undefined ? 'left' : `left ${wallTime(since.wallMs, zone)}`, badge: 'gone' }
  }
}

function outWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  return minutes < 1 ? 'out' : `out ${minutes} min`
}

const presenceNames: Readonly<Record<Presence, string>> = {
  expected: 'expected',
  delayed: 'on the way',
  present: 'here',
  out: 'out of the room',
  left: 'left',
  excused: 'excused',
  absent: 'not here',
  substituted: 'seen alone instead',
}

/** The seat in one sentence for those who hear the screen: `Dee, seat 4, has the floor, 1:20`. */
export function seatSentence(person: Seated, { caption, badge }: SeatWords, hasFloor: boolean): string {
  const place = person.isFacilitator || person.name === `Seat ${person.seat}` ? null : `seat ${person.seat}`
  const doing = hasFloor
    ? person.isYou
      ? 'have the floor'
      : 'has the floor'
    : presenceNames[person.progress.presence]
  const rest = caption === doing ? null : caption
  const listens = badge === 'listening' && caption !== 'listening' ? 'listening' : null
  const pending = badge === 'yet-to-agree' && caption !== 'yet to agree' ? 'yet to agree' : null
  return [person.name, place, roleCaption(person.progress.role), doing, rest, listens, pending]
    .filter((words) => words !== null && words !== '')
    .join(', ')
}

/** What someone is in the circle, quietly below their name; null for members, whose circle it is. */
export function roleCaption(role: Role): string | null {
  return role === 'member' ? null : role
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

interface SeatLabel {
  readonly text: string
  readonly size: 'large' | 'small'
}

/** Letters of Latin, Greek and Cyrillic, and what stands between words; most other scripts, and emoji, run wider. */
const narrow = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{P}\p{Z}\p{Nd}]/u

/**
 * What fits into a seat of `diameter` pixels: the name large, the name smaller, or the initials. Letters are taken as
 * 0.6 of the type size wide, wider ones as 0.8; graphemes count, so that an emoji is one letter.
 */
export function seatLabel(name: string, initials: string, diameter: number): SeatLabel {
  const isRoomy = diameter >= 60
  const letters = [...graphemes.segment(name)].reduce(
    (width, { segment }) => width + (narrow.test(segment) ? 1 : 1.3),
    0,
  )
  if (isRoomy && letters * 10 <= diameter - 10) return { text: name, size: 'large' }
  if (letters * 7.6 <= diameter - 6) return { text: name, size: 'small' }
  return { text: initials, size: isRoomy ? 'large' : 'small' }
}
