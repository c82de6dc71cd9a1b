import type { Seated } from './seated.ts'

/** Below this the bar leaves out what it can. */
export const narrowWidth = 640

const widestName = 90

/** What stands beside the names. */
interface Beside {
  readonly speakers: number
  readonly hasBefore: boolean
}

/** The names that fit into a bar of `width` pixels beside its other parts, whose usual widths are taken. */
export function namesThatFit<Person extends Pick<Seated, 'name'>>(
  people: readonly Person[],
  width: number,
  { speakers, hasBefore }: Beside,
): readonly Person[] {
  const isNarrow = width < narrowWidth
  const now = (isNarrow ? 140 : 165) + (speakers > 1 ? 90 : 0)
  const others = (isNarrow ? 95 : 205) + now + (hasBefore ? 150 : 0)
  const all = people.map(({ name }) => Math.max(44, Math.min(widestName, name.length * 8.5) + 32))
  if (sum(all) <= width - others) return people
  const available = width - others - 90
  return people.filter((_, index) => sum(all.slice(0, index + 1)) <= available)
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0)
}
