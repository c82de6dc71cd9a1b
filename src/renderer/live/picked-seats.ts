import type { PersonId } from '../../shared/ids.ts'

export interface Picked {
  /** Who was chosen last: the marks at hand are for them. */
  readonly selectedId: PersonId | null
  /** Whose menu is open. */
  readonly menuId: PersonId | null
}

/**
 * Which seats are picked. It stands beside the rest of what a window knows, and every seat follows it for itself: a tap
 * draws the seats that it concerns, and not the screen, before the session has an answer.
 */
export interface PickedSeats {
  readonly read: () => Picked
  readonly pick: (change: Partial<Picked>) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createPickedSeats(): PickedSeats {
  let picked: Picked = { selectedId: null, menuId: null }
  const listeners = new Set<() => void>()
  return {
    read: () => picked,
    pick(change) {
      picked = { ...picked, ...change }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
