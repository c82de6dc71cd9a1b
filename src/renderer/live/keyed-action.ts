import type { PaletteAction } from '../palette/palette-action.ts'
import { handleKey, type Desk } from './handle-key.ts'
import { keysOfPress } from './key-sheet.ts'
import { liveKeys, type LiveKey } from './live-keys.ts'

/** An action that a key of the map does too: it runs through the same door, so the two can never differ. */
export function keyed(act: LiveKey['act'], name: string, desk: Desk, hint?: string): PaletteAction {
  const id = JSON.stringify(act)
  const row = liveKeys.find((one) => JSON.stringify(one.act) === id)
  return {
    id,
    name,
    ...(hint === undefined ? {} : { hint }),
    ...(row === undefined ? {} : { keys: keysOfPress(row.press) }),
    run: () => handleKey(act, desk),
  }
}

/** An action that has no key of its own. */
export function doing(id: string, name: string, run: () => void): PaletteAction {
  return { id, name, run }
}
