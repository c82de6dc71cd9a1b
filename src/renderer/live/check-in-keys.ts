import type { KeyPress } from './live-keys.ts'

/** What a key asks for while the strip of check-in numbers is open. */
export type CheckInKeyAct =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'cell' | 'person'; readonly by: 1 | -1 }
  | { readonly type: 'clear' | 'moment' | 'close' | 'nothing' }

const named: Readonly<Record<string, CheckInKeyAct>> = {
  ArrowRight: { type: 'cell', by: 1 },
  ArrowLeft: { type: 'cell', by: -1 },
  ArrowDown: { type: 'person', by: 1 },
  ArrowUp: { type: 'person', by: -1 },
  Backspace: { type: 'clear' },
  C: { type: 'close' },
  S: { type: 'moment' },
  // Ten has no key of its own, and waiting whether a 0 follows would hold up every 1: X as on a clock face, T as in ten.
  X: { type: 'number', value: 10 },
  T: { type: 'number', value: 10 },
}

// They do the same with the strip open: take back, the next in the round, a note, all keys.
const ofLive: ReadonlySet<string> = new Set(['Z', 'R', '/', '?', ' '])

/**
 * Reads one key press; null leaves it to Live, a field or a button. Any other letter does nothing: whoever types numbers
 * must not begin the next phase by a slip.
 */
export function readCheckInKey(press: KeyPress): CheckInKeyAct | null {
  if (press.isTyping || press.altKey || press.ctrlKey || press.metaKey) return null
  if (press.key === 'Tab') return { type: 'person', by: press.shiftKey ? -1 : 1 }
  const digit = /^\d$/.exec(press.key)?.[0] ?? placedDigit(press)
  if (digit !== undefined) return { type: 'number', value: Number(digit) }
  const known = named[press.key.length === 1 ? press.key.toUpperCase() : press.key]
  if (known !== undefined) return known
  const isPlain = press.key.length === 1 && !press.shiftKey && !ofLive.has(press.key.toUpperCase())
  return isPlain ? { type: 'nothing' } : null
}

// Where digits need Shift, as on French keyboards, the place of the key counts; elsewhere Shift opens a seat's marks.
function placedDigit({ code, shiftKey }: KeyPress): string | undefined {
  return shiftKey ? undefined : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
}
