import type { Seated } from './seated.ts'

/** The first names that fit into two lines of small print of so many pixels, leaving room for `and 3 more` where it is needed. */
export function fitNames<Person extends Pick<Seated, 'name'>>(
  people: readonly Person[],
  width: number,
): readonly Person[] {
  const widths = people.map(({ name }) => name.length * 6.6 + 8)
  const upTo = (count: number) => widths.slice(0, count).reduce((total, one) => total + one, 0)
  // A name that does not fit the first line leaves its end empty, by about half a name.
  const room = 2 * width - 30
  if (upTo(people.length) <= room) return people
  return people.filter((_, index) => upTo(index + 1) <= room - 70)
}
