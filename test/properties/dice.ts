/** A sequence of numbers that looks random and is the same for the same seed. */
export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  /** True once in so many times. */
  oneIn(count: number): boolean
}

/** Mulberry32: thirty-two bits of state, far more than enough for orders of commands, and a few nanoseconds a throw. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    oneIn: (count) => below(count) === 0,
  }
}
