import type { Touches } from '../../shared/ipc/interaction-calls.ts'
import { passedMs } from '../../shared/session/advance.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import type { SessionState } from '../../shared/session/state.ts'

/** What one touch is counted as. */
export type TouchKind = 'keyPresses' | 'clicks' | 'typed'

interface TouchKey {
  readonly key: string
  readonly repeat: boolean
  readonly isComposing: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  /** It goes into a field for words. A box in which an action is looked for is none. */
  readonly isInWords: boolean
}

const modifiers: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'ScrollLock',
  'Fn',
])

// What writes or corrects words; Enter, Escape and Tab end or leave them, which is an act.
const writingKeys: ReadonlySet<string> = new Set([
  'Backspace',
  'Delete',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Dead',
  'Process',
  'Unidentified',
])

/** Null for what is no touch: a key that is held down, a modifier that waits for its key. */
export function touchOfKey(press: TouchKey): 'keyPresses' | 'typed' | null {
  if (press.repeat || modifiers.has(press.key)) return null
  if (!press.isInWords) return 'keyPresses'
  // AltGr comes as Ctrl and Alt, and types characters.
  const isShortcut = (press.ctrlKey || press.metaKey) !== press.altKey
  const writes = press.isComposing || press.key.length === 1 || writingKeys.has(press.key)
  return writes && !isShortcut ? 'typed' : 'keyPresses'
}

/** When in the session a touch falls. */
export function momentOfTouch(state: SessionState, now: Stamp | null): Pick<Touches, 'minute' | 'phaseId'> {
  const elapsedMs = state.elapsedMs + (now === null ? 0 : passedMs(state, now))
  const isOn = state.stage === 'running' || state.stage === 'paused'
  return { minute: Math.floor(elapsedMs / 60_000), phaseId: isOn ? state.currentPhaseId : null }
}

/** Adds one touch to those that wait to be sent. */
export function addTouch(
  waiting: readonly Touches[],
  moment: Pick<Touches, 'minute' | 'phaseId'>,
  kind: TouchKind,
): Touches[] {
  const last = waiting.at(-1)
  if (last === undefined || last.minute !== moment.minute || last.phaseId !== moment.phaseId)
    return [...waiting, { ...moment, keyPresses: 0, clicks: 0, typed: 0, [kind]: 1 }]
  return [...waiting.slice(0, -1), { ...last, [kind]: last[kind] + 1 }]
}
