import type { Random } from '../../src/main/core/effects.ts'
import { createDice, type Dice } from '../../test/properties/dice.ts'

const fraction = 2 ** 30

/** Everything that a grown vault leaves to chance: the same for the same seed. */
export interface Chance extends Dice, Random {
  /** From 0 to 1, without 1. */
  share(): number
  /** Whether something happens that happens in this share of cases. */
  happens(share: number): boolean
  /** A whole number from the first to the last, both among them. */
  between(first: number, last: number): number
  one<Item>(items: readonly Item[]): Item
  /** Chosen without putting back, in the order in which they stood. */
  some<Item>(items: readonly Item[], count: number): Item[]
}

export function createChance(seed: number): Chance {
  const dice = createDice(seed)
  const share = () => dice.below(fraction) / fraction
  const bytes = (count: number) => Buffer.from(Array.from({ length: count }, () => dice.below(256)))
  return {
    ...dice,
    share,
    bytes,
    uuid: () => asUuid(bytes(16)),
    happens: (part) => share() < part,
    between: (first, last) => first + dice.below(last - first + 1),
    one(items) {
      const item = items[dice.below(items.length)]
      if (item === undefined) throw new Error('nothing to choose from')
      return item
    },
    some(items, count) {
      const left = items.map((_, index) => index)
      while (left.length > count) left.splice(dice.below(left.length), 1)
      return left.flatMap((index) => items.slice(index, index + 1))
    },
  }
}

/** Sixteen bytes as an id of version 4. */
function asUuid(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * Chooses as words of a language come: the second of a list half as often as the first, the third a third as often
 * (Zipf's law, a little flattened at its head).
 */
export function zipf<Item>(items: readonly Item[]): (chance: Chance) => Item {
  let sum = 0
  const sums = items.map((_, rank) => (sum += 1 / (rank + 2.7)))
  return (chance) => {
    const at = chance.share() * sum
    let [low, high] = [0, items.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? sum) > at) high = middle
      else low = middle + 1
    }
    const item = items[low]
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }
}
