import { listed } from '../app/count.ts'
import type { Seated } from './seated.ts'

/** Who is still missing before the start: `Hal is on the way, Gus is expected`. */
export function roomWords(seated: readonly Seated[]): string {
  const members = seated.filter(({ isFacilitator }) => !isFacilitator)
  if (members.length === 0) return 'Add whoever comes with +'
  const onTheWay = named(members, 'delayed')
  const expected = named(members, 'expected')
  const words = [groupWords(onTheWay, 'on the way'), groupWords(expected, 'expected')].filter(
    (one) => one !== null,
  )
  return words.length === 0 ? 'Everyone is here or accounted for' : words.join(', ')
}

function named(members: readonly Seated[], presence: Seated['progress']['presence']): string[] {
  return members.filter(({ progress }) => progress.presence === presence).map(({ name }) => name)
}

function groupWords(names: readonly string[], words: string): string | null {
  if (names.length === 0) return null
  if (names.length > 3) return `${names.length} are ${words}`
  const list = listed(names)
  return `${list} ${names.length === 1 ? 'is' : 'are'} ${words}`
}
