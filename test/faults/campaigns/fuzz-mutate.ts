import type { Dice } from '../../properties/dice.ts'
import { junk, junkKey, junkNumber, junkText, longLength } from './fuzz-junk.ts'

/** The same input with something of it wrong, or right in another way. */
export function mutate(
  dice: Dice,
  input: unknown,
  sources: { folder: string; other: () => unknown },
): unknown {
  const target = { left: dice.below(countNodes(input)) }
  return change(input, target, (value) => distort(dice, value, sources))
}

// What was changed once may be changed again, and may then be a circle.
const maxDepth = 10

function countNodes(value: unknown, depth = 0): number {
  if (!isRecord(value) || depth === maxDepth) return 1
  return Object.values(value).reduce<number>((sum, inner) => sum + countNodes(inner, depth + 1), 1)
}

function change(
  value: unknown,
  target: { left: number },
  act: (value: unknown) => unknown,
  depth = 0,
): unknown {
  target.left -= 1
  if (target.left === -1) return act(value)
  if (target.left < 0 || !isRecord(value) || depth === maxDepth) return value
  if (Array.isArray(value)) return value.map((inner: unknown) => change(inner, target, act, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, change(inner, target, act, depth + 1)]),
  )
}

function distort(
  dice: Dice,
  value: unknown,
  { folder, other }: { folder: string; other: () => unknown },
): unknown {
  if (dice.oneIn(4)) return junk(dice, folder)
  if (dice.oneIn(5)) return other()
  if (Array.isArray(value)) return distortList(dice, value)
  if (isRecord(value)) return distortRecord(dice, value, junk(dice, folder))
  if (typeof value === 'number')
    return dice.pick([value + 1, value - 1, -value, String(value), junkNumber(dice)])
  if (typeof value !== 'string') return dice.pick<unknown>([[value], null, undefined, String(value)])
  const half = value.slice(0, value.length / 2)
  return dice.pick<unknown>([
    half,
    value + value,
    ` ${value} `,
    value.toUpperCase(),
    [value],
    junkText(dice, folder),
  ])
}

function distortList(dice: Dice, list: readonly unknown[]): unknown {
  const [first] = list
  return dice.pick<unknown>([
    [],
    [...list, ...list],
    list.toReversed(),
    Object.fromEntries(list.entries()),
    [list],
    Array.from({ length: longLength(dice) }, () => first),
  ])
}

function distortRecord(dice: Dice, record: Record<string, unknown>, added: unknown): unknown {
  const keys = Object.keys(record)
  const copy = { ...record }
  if (keys.length > 0 && dice.oneIn(2)) {
    delete copy[keys[dice.below(keys.length)] ?? '']
    return copy
  }
  // An own key of this name, as a page can send it: assigning it would change the prototype instead.
  Object.defineProperty(copy, junkKey(dice), {
    value: added,
    enumerable: true,
    configurable: true,
    writable: true,
  })
  return copy
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
