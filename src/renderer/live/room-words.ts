import { listed } from '../../shared/count.ts'
import type { Seated } from './seated.ts'

/** What two lines in the middle of the circle hold. */
const longest = 64

/** Who is still missing before the start: `Hal is on the way, Gus is expected`; long names are counted. */
export function roomWords(seated: readonly Seated[]): string {
  const members = seated.filter(({ isFacilitator }) => !isFacilitator)
  if (members.length === 0) return 'Add whoever comes with +'
  const onTheWay = named(members, 'delayed')
  const expected = named(members, 'expected')
  if (onTheWay.length + expected.length === 0) return 'Everyone is here or accounted for'
  const words = missingWords(onTheWay, expected, 3)
  return words.length > longest ? missingWords(onTheWay, expected, 0) : words
}

function named(members: readonly Seated[], presence: Seated['progress']['presence']): string[] {
  return members.filter(({ progress }) => progress.presence === presence).map(({ name }) => name)
}

function missingWords(onTheWay: readonly string[], expected: readonly string[], mostNames: number): string {
  return [groupWords(onTheWay, 'on the way', mostNames), groupWords(expected, 'expected', mostNames)]
    .filter((one) => one !== null)
    .join(', ')
}

function groupWords(names: readonly string[], words: string, mostNames: number): string | null {
  if (names.length === 0) return null
  if (names.length > mostNames) return `${names.length} ${names.length === 1 ? 'is' : 'are'} ${words}`
  const list = listed(names)
  return `${list} ${names.length === 1 ? 'is' : 'are'} ${words}`
}
