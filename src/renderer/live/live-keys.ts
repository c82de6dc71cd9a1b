import type { PersonId } from '../../shared/ids.ts'
import type { GapVerdict } from '../../shared/session/vocabulary.ts'
import type { Seated } from './seated.ts'

type PlainKeyAct =
  | 'next'
  | 'back'
  | 'pause'
  | 'break'
  | 'mark'
  | 'everyone'
  | 'add'
  | 'note'
  | 'private-note'
  | 'mark-note'
  | 'undo'
  | 'trim'
  | 'edit-agenda'
  | 'keys'
  | 'palette'
  | 'safety'
  | 'pass-on'
  | 'check-in'
  | 'arcs'
  | 'conceal'
  | 'room'
  | 'leave-note'

/** What a key asks for on Live. */
export type KeyAct =
  /** `seat-menu`: the marks and presence of the seat, where `seat` alone gives the floor. */
  | { readonly type: 'seat' | 'seat-menu'; readonly personId: PersonId }
  | { readonly type: 'extend'; readonly minutes: 2 | 5 }
  /** The end of the whole session moves. */
  | { readonly type: 'end-later'; readonly minutes: number }
  | { readonly type: 'judge-gap'; readonly verdict: GapVerdict }
  | { [Type in PlainKeyAct]: { readonly type: Type } }[PlainKeyAct]

export type KeySection = 'Agenda' | 'Seats' | 'Everywhere' | 'Notes'

/** One row of Live's map of keys: both what `readKey` reads and what the sheet of keys shows. */
export interface LiveKey {
  /**
   * A character, also with `Shift+`, which rests while someone types; `Alt+` with the place of a key (with Alt, many keyboards type another
   * character) or `Mod+` (Ctrl, Cmd on a Mac) with a character, which work in a field too.
   */
  readonly press: string
  readonly act: Exclude<KeyAct, { readonly personId: PersonId }>
  readonly section: KeySection
  readonly does: string
}

/** Every key of Live but those of the seats. A key that is added here is read, shown and tested. */
export const liveKeys: readonly LiveKey[] = [
  { press: 'N', act: { type: 'next' }, section: 'Agenda', does: 'start, next phase, end' },
  { press: 'B', act: { type: 'back' }, section: 'Agenda', does: 'back to the phase before' },
  { press: 'P', act: { type: 'pause' }, section: 'Agenda', does: 'pause, resume' },
  {
    press: 'Shift+P',
    act: { type: 'break' },
    section: 'Agenda',
    does: 'break, and back from it',
  },
  { press: 'Alt+Digit2', act: { type: 'extend', minutes: 2 }, section: 'Agenda', does: '2 minutes more' },
  { press: 'Alt+Digit5', act: { type: 'extend', minutes: 5 }, section: 'Agenda', does: '5 minutes more' },
  {
    press: 'Alt+Enter',
    act: { type: 'trim' },
    section: 'Agenda',
    does: 'accept the proposal, or use changed minutes',
  },
  {
    press: 'Alt+KeyE',
    act: { type: 'edit-agenda' },
    section: 'Agenda',
    does: 'change the agenda: minutes, order',
  },
  {
    press: 'Alt+KeyL',
    act: { type: 'end-later', minutes: 5 },
    section: 'Agenda',
    does: 'the session ends 5 minutes later',
  },
  {
    press: 'Alt+KeyG',
    act: { type: 'judge-gap', verdict: 'planned' },
    section: 'Agenda',
    does: 'while it was locked the group went on with the agenda',
  },
  {
    press: 'Alt+KeyB',
    act: { type: 'judge-gap', verdict: 'break' },
    section: 'Agenda',
    does: 'the gap was a break',
  },
  {
    press: 'Alt+KeyX',
    act: { type: 'judge-gap', verdict: 'end' },
    section: 'Agenda',
    does: 'the session had ended before the gap',
  },
  {
    press: 'Alt+KeyK',
    act: { type: 'judge-gap', verdict: 'keep' },
    section: 'Agenda',
    does: 'keep the gap as session time',
  },
  { press: 'A', act: { type: 'everyone' }, section: 'Seats', does: 'everyone who is expected is here' },
  { press: '+', act: { type: 'add' }, section: 'Seats', does: 'add someone' },
  { press: 'M', act: { type: 'mark' }, section: 'Seats', does: 'then a seat’s key: its marks and presence' },
  {
    press: 'R',
    act: { type: 'pass-on' },
    section: 'Seats',
    does: 'in a round: the next person around the circle',
  },
  { press: 'C', act: { type: 'check-in' }, section: 'Seats', does: 'check-in numbers' },
  { press: 'Alt+KeyA', act: { type: 'arcs' }, section: 'Seats', does: 'arcs of who spoke after whom' },
  { press: '/', act: { type: 'note' }, section: 'Notes', does: 'write a note' },
  {
    press: 'Alt+KeyP',
    act: { type: 'private-note' },
    section: 'Notes',
    does: 'switch between record and private',
  },
  {
    press: 'Alt+KeyM',
    act: { type: 'mark-note' },
    section: 'Notes',
    does: 'write about the last mark',
  },
  { press: '.', act: { type: 'safety' }, section: 'Everywhere', does: 'safety steps' },
  { press: 'Z', act: { type: 'undo' }, section: 'Everywhere', does: 'take the last act back' },
  {
    press: 'Alt+KeyO',
    act: { type: 'room' },
    section: 'Everywhere',
    does: 'open or close the room display',
  },
  {
    press: 'Escape',
    act: { type: 'conceal' },
    section: 'Everywhere',
    does: 'conceal; ask to reveal',
  },
  { press: 'Mod+K', act: { type: 'palette' }, section: 'Everywhere', does: 'find an action by its name' },
  { press: ',', act: { type: 'palette' }, section: 'Everywhere', does: 'the same, with one hand' },
  { press: '?', act: { type: 'keys' }, section: 'Everywhere', does: 'this sheet' },
]

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  /** The key goes into a text field. */
  readonly isTyping: boolean
  /** It goes into a note field in which nothing is written. */
  readonly isInEmptyNote: boolean
}

const actOf: ReadonlyMap<string, LiveKey['act']> = new Map(liveKeys.map(({ press, act }) => [press, act]))

/** Reads one key press; null when it means nothing here. Single keys rest while someone types. */
export function readKey(press: KeyPress, seated: readonly Seated[]): KeyAct | null {
  if (press.key === 'Escape') return readEscape(press)
  const isModified = press.ctrlKey || press.metaKey
  if (press.altKey)
    return isModified ? null : (actOf.get(`Alt+${press.key === 'Enter' ? 'Enter' : press.code}`) ?? null)
  const key = press.key.toUpperCase()
  if (isModified) return readModified(key, press.isTyping)
  if (press.isTyping) return null
  const withShift = press.shiftKey ? actOf.get(`Shift+${key}`) : undefined
  return withShift ?? actOf.get(key) ?? readSeat(key, press, seated)
}

function readEscape({ shiftKey, isInEmptyNote }: KeyPress): KeyAct | null {
  // With Shift it conceals on every screen with names, and is caught before this map.
  if (shiftKey) return null
  // Words in the field can be read over a shoulder; an empty field has nothing to hide.
  return isInEmptyNote ? { type: 'leave-note' } : (actOf.get('Escape') ?? null)
}

// What the field has for itself, as undoing a word, stays with it.
function readModified(key: string, isTyping: boolean): KeyAct | null {
  if (key === 'Z') return isTyping ? null : (actOf.get('Z') ?? null)
  return actOf.get(`Mod+${key}`) ?? null
}

function readSeat(key: string, { code, shiftKey }: KeyPress, seated: readonly Seated[]): KeyAct | null {
  // Shift makes signs of the digits, or, on French keyboards, digits of the signs: then the place of the key counts.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  const person =
    seated.find((one) => one.key === key) ?? seated.find((one) => digit !== undefined && one.key === digit)
  return person === undefined ? null : { type: shiftKey ? 'seat-menu' : 'seat', personId: person.personId }
}
