import type { Dice } from '../../properties/dice.ts'

/** Stands in every text and key that is made here, so that none of them comes back unseen. */
export const marker = 'zqjunk'

// Names that are there in every object, and letters that end or turn what stands beside them.
const reserved = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
] as const

/** Texts that mean something to a database, a file system, a page, a table or a search. `folder`: one that nothing may touch. */
export function junkText(dice: Dice, folder: string): string {
  if (dice.oneIn(1_500)) return marker.repeat(170_000)
  if (dice.oneIn(40)) return `${marker} `.repeat(1 + dice.below(2_000))
  return dice.pick([
    `${marker} plain words`,
    `  ${marker}\t\n`,
    `${marker}\uD800`,
    `\uDFFF${marker}\uD83D`,
    `${marker}\u0000after`,
    `\u202E${marker}\u2028`,
    `${marker}\u{1F9D1}\u200D\u{1F33E}e\u0301`,
    `${marker}'; DROP TABLE session_event; --`,
    `" OR 1=1 -- ${marker}`,
    `${marker}%_\\`,
    `"${marker}" NEAR(* OR`,
    `<script>fetch("https://${marker}.invalid/")</script>`,
    `<img src="file://${folder}/open-me.txt" alt="${marker}">`,
    `https://${marker}.invalid/?q=1`,
    `file://${folder}/${marker}.txt`,
    `javascript:alert("${marker}")`,
    `${folder}/open-me.txt`,
    `${folder}/made-${marker}.txt`,
    `../beside/made-${marker}.txt`,
    `..\\..\\${marker}`,
    `=HYPERLINK("https://${marker}.invalid","x")`,
    `{"$ne":"${marker}"}`,
    `\${${marker}}%s%n`,
    marker,
  ])
}

/** Something that no form of ours sends. */
export function junk(dice: Dice, folder: string): unknown {
  if (dice.oneIn(3)) return junkText(dice, folder)
  if (dice.oneIn(2)) return junkNumber(dice)
  return dice.pick(strange)(dice, folder)
}

export function junkNumber(dice: Dice): number {
  return dice.pick([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -0,
    -1,
    0.1,
    1.5,
    1e308,
    2 ** 31,
    2 ** 53,
    -(2 ** 53),
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
    dice.below(1_000_000),
  ])
}

export function junkKey(dice: Dice): string {
  return dice.oneIn(2) ? dice.pick(reserved) : `${marker} key`
}

type Make = (dice: Dice, folder: string) => unknown

const strange: readonly [Make, ...Make[]] = [
  () => null,
  () => undefined,
  () => true,
  () => 1n,
  () => [],
  () => ({}),
  () => new Date(Number.NaN),
  () => new Map([[marker, marker]]),
  () => new Set([marker]),
  () => new Error(marker),
  () => /zqjunk/,
  () => Object(marker),
  () => new Uint8Array(9),
  // None of these three can be sent from a window; the door is to stand them all the same.
  () => () => marker,
  () => Symbol(marker),
  () => ({ [marker]: () => marker }),
  () => Object.assign(Object.create(null), { [marker]: marker }),
  () => JSON.parse(`{"__proto__":{"polluted":"${marker}"}}`),
  () => ({ constructor: { prototype: { polluted: marker } } }),
  () => {
    const circle: Record<string, unknown> = { [marker]: 1 }
    circle['itself'] = circle
    return circle
  },
  (dice, folder) => ({ [junkKey(dice)]: junkText(dice, folder) }),
  (dice, folder) => Array.from({ length: longLength(dice) }, () => junkText(dice, folder).slice(0, 9)),
  (dice) => nested(dice.oneIn(50) ? 3_000 : 30),
]

export function longLength(dice: Dice): number {
  return dice.oneIn(200) ? 100_000 : dice.below(60)
}

function nested(depth: number): unknown {
  let value: unknown = marker
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { [marker]: value }
  return value
}

/** Names that no call has. */
export function junkName(dice: Dice, names: readonly string[]): unknown {
  const name = names[dice.below(names.length)] ?? ''
  return dice.pick<unknown>([
    ...reserved,
    '',
    'export.facts',
    'export.write',
    'export.set-folder',
    'import.take',
    'agenda.read-file',
    'shut-down',
    `${name} `,
    name.toUpperCase(),
    `${name}\u0000`,
    [name],
    Object(name),
    { toString: name },
    Symbol(name),
    0,
    null,
    undefined,
    marker,
  ])
}
