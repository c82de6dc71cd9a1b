import { nameKey } from '../../shared/name-key.ts'
import type { Member } from '../../shared/roster/member.ts'

/** More than these no one looks through. */
const shownAtMost = 8

/** Whose name has a word, or whose chart id begins, as typed; in the order on file. Nothing typed finds nobody. */
export function findMembers<Person extends Pick<Member, 'preferredName' | 'chartId'>>(
  members: readonly Person[],
  typed: string,
): { readonly found: readonly Person[]; readonly isMore: boolean } {
  const wanted = nameKey(typed)
  if (wanted === '') return { found: [], isMore: false }
  const found = members.filter(({ preferredName, chartId }) => {
    const name = nameKey(preferredName)
    return name.startsWith(wanted) || name.includes(` ${wanted}`) || nameKey(chartId).startsWith(wanted)
  })
  return { found: found.slice(0, shownAtMost), isMore: found.length > shownAtMost }
}
