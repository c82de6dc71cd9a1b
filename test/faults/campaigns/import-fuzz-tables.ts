import type { Dice } from '../../properties/dice.ts'

/** A table of which is known what stands in it. */
export interface KnownTable {
  readonly bytes: Uint8Array
  readonly text: string
  readonly people: readonly { readonly name: string; readonly chartId: string; readonly group: string }[]
}

export const words = [
  'Uma',
  'Ferrow-Lane',
  "O'Hara",
  'Zoë',
  'Şule',
  'Łukasz',
  '李小龍',
  'さくら',
  'محمد',
  'רחל',
  'Ольга',
  'ไพลิน',
  '𝒜da',
  '👩‍👧 Kim',
  'e\u0301le\u0300ve',
  '=1+1',
  '=HYPERLINK("x")',
  '+49',
  '-2',
  '@SUM(A1)',
  'Smith, Jr.',
  'a;b',
  'x|y',
  'say "so"',
  "''",
  '\\',
  'NULL',
  'true',
  '1e9',
  '<b>',
  '%s',
  '{{x}}',
  '\u200Fمريم',
  'ǅ',
  'ß',
  'İ',
  'ı',
] as const
const headings: readonly [Headings, ...Headings[]] = [
  ['Name', 'Chart', 'Group'],
  ['PREFERRED NAME', 'Chart no.', 'group name'],
  ['Patient', 'MRN', 'Group'],
]
type Headings = readonly [string, string, string]
const lineEnds = ['\n', '\r\n', '\r'] as const
const separators = [',', ';', '\t', '|'] as const
// What Windows wrote before has these alone; a table of other signs is never written in it.
const latinWords = words.filter((word) => /^[\x20-\x7Eß-ÿ]*$/.test(word))

/** Writes a table in one of the ways that programs write them. */
export function writeKnownTable(dice: Dice, run: number): KnownTable {
  const encoding = dice.pick<Encoding>([
    'utf-8',
    'utf-8',
    'utf-8',
    'utf-8-bom',
    'utf-16le',
    'utf-16be',
    'latin',
  ])
  const vocabulary = encoding === 'latin' ? latinWords : words
  const word = () => vocabulary[dice.below(vocabulary.length)] ?? 'Ana'
  const groupWord = word()
  const people = Array.from({ length: 1 + dice.below(dice.oneIn(40) ? 200 : 12) }, (_, index) => ({
    name: `${dice.oneIn(3) ? '' : `${word()} `}${word()} ${run}.${index}`,
    chartId: dice.oneIn(3) ? '' : `C-${run}-${index}`,
    group: dice.oneIn(3) ? '' : `${groupWord} ${run}.${Math.floor(index / 8)}`,
  }))
  const separator = dice.pick(separators)
  const isMixed = dice.oneIn(4)
  const lineEnd = dice.pick(lineEnds)
  const quote = (cell: string) =>
    dice.oneIn(4) || /[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const blank = () => (dice.oneIn(20) ? ' ' : '')
  const rows = [[...dice.pick(headings)], ...people.map(({ name, chartId, group }) => [name, chartId, group])]
  const width = dice.oneIn(8) ? 4 + dice.below(50) : 3
  const written = rows.map((row) =>
    [...row.map(quote), ...Array.from({ length: width - 3 }, (_, at) => `note${at}`)].join(separator),
  )
  const body = written
    .map(
      (row) =>
        row +
        blank().replace(' ', isMixed ? separator : '') +
        (isMixed && lineEnd !== '\r' ? dice.pick(['\n', lineEnd]) : lineEnd),
    )
    .join('')
  const text = (dice.oneIn(10) ? `sep=${separator}\r\n` : '') + body
  return { bytes: encode(text, encoding), text, people }
}

type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'latin'

function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`)
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
    case 'latin':
      return Buffer.from(text, 'latin1')
  }
}

const scraps = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\0',
  '\uFEFF',
  'sep=x\n',
  'Name,Name,Group\n',
  '=cmd|',
  '\u2028',
  '\u202E',
  '\u0007',
  ' '.repeat(40),
]

/** Does harm to a table, a few times; what comes out may be anything. */
export function spoil(dice: Dice, bytes: Uint8Array): Uint8Array {
  let spoilt = Buffer.from(bytes)
  for (let count = 1 + dice.below(6); count > 0; count -= 1) {
    const at = dice.below(spoilt.length + 1)
    const scrap = Buffer.from(scraps[dice.below(scraps.length)] ?? '')
    const noise = Buffer.from(Array.from({ length: 1 + dice.below(8) }, () => dice.below(256)))
    const upTo = Math.min(spoilt.length, at + dice.below(60))
    spoilt = dice.pick([
      () => Buffer.concat([spoilt.subarray(0, at), scrap, spoilt.subarray(at)]),
      () => Buffer.concat([spoilt.subarray(0, at), noise, spoilt.subarray(upTo)]),
      () => Buffer.concat([spoilt.subarray(0, at), spoilt.subarray(upTo)]),
      () => Buffer.concat([spoilt.subarray(0, upTo), spoilt.subarray(at)]),
      () => Buffer.concat([spoilt, spoilt.subarray(0, at)]),
      // Half of a surrogate pair, in the writing of those who do not know better.
      () =>
        Buffer.concat([
          spoilt.subarray(0, at),
          Buffer.from([0xed, 0xa0, 0x80 + dice.below(32)]),
          spoilt.subarray(at),
        ]),
    ])()
  }
  return spoilt
}

/** A file that nobody would call a table. */
export function strangeFile(dice: Dice): Uint8Array {
  const noise = () => Buffer.from(Array.from({ length: dice.below(2_000) }, () => dice.below(256)))
  return dice.pick([
    noise,
    noise,
    () => Buffer.from(','.repeat(dice.oneIn(20) ? 100_000 : 100)),
    () => Buffer.from(`Name\n${'a'.repeat(900 + dice.below(200))}`),
    () => Buffer.from(`Name,Group\n"${'a,b\n'.repeat(dice.below(400))}`),
    () => Buffer.from('"'.repeat(dice.below(500))),
    () => Buffer.from([0xff, 0xfe, ...noise()]),
    () => Buffer.from([0xfe, 0xff, ...noise()]),
    () => Buffer.from(dice.oneIn(20) ? 'a,b\n'.repeat(6_000) : 'Name\n'.repeat(9)),
    () => Buffer.from('%PDF-1.7\n1 0 obj\n'),
  ])()
}
