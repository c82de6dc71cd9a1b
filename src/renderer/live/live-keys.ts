import type { PersonId } from '../../shared/ids.ts'
import type { Seated } from './seated.ts'

type PlainKeyAct =
  | 'next'
  | 'back'
  | 'pause'
  | 'mark'
  | 'everyone'
  | 'add'
  | 'note'
  | 'private-note'
  | 'undo'
  | 'trim'
  | 'keys'
  | 'conceal'
  | 'leave-note'

/** What a key asks for on Live. */
export type KeyAct =
  | { readonly type: 'seat'; readonly personId: PersonId }
  | { readonly type: 'extend'; readonly minutes: 2 | 5 }
  | { [Type in PlainKeyAct]: { readonly type: Type } }[PlainKeyAct]

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  /** The key goes into a text field. */
  readonly isTyping: boolean
  /** It goes into a note field in which nothing is written. */
  readonly isInEmptyNote: boolean
}

const letters: Readonly<Record<string, PlainKeyAct>> = {
  N: 'next',
  B: 'back',
  P: 'pause',
  M: 'mark',
  A: 'everyone',
  Z: 'undo',
  '+': 'add',
  '/': 'note',
  '?': 'keys',
}

/** Reads one key press; null when it means nothing here. Single keys rest while someone types. */
export function readKey(press: KeyPress, seated: readonly Seated[]): KeyAct | null {
  // Words in the field can be read over a shoulder; an empty field has nothing to hide.
  if (press.key === 'Escape') return { type: press.isInEmptyNote ? 'leave-note' : 'conceal' }
  if (press.altKey) return press.ctrlKey || press.metaKey ? null : readAlt(press)
  if (press.isTyping) return null
  if (press.ctrlKey || press.metaKey) return press.key.toUpperCase() === 'Z' ? { type: 'undo' } : null
  const key = press.key.toUpperCase()
  const type = letters[key]
  if (type !== undefined) return { type }
  // Where digits need Shift, as on French keyboards, the place of the key counts.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1]
  const person =
    seated.find((one) => one.key === key) ?? seated.find((one) => digit !== undefined && one.key === digit)
  return person === undefined ? null : { type: 'seat', personId: person.personId }
}

// By the place of the key: with Alt, many keyboards type another character.
function readAlt({ key, code }: KeyPress): KeyAct | null {
  if (key === 'Enter') return { type: 'trim' }
  switch (code) {
    case 'KeyP':
      return { type: 'private-note' }
    case 'Digit2':
      return { type: 'extend', minutes: 2 }
    case 'Digit5':
      return { type: 'extend', minutes: 5 }
    default:
      return null
  }
}
