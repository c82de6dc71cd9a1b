import type { Member } from '../../shared/roster/member.ts'

/** More than these no one looks through. */
const shownAtMost = 8

/** Whose name has a word, or whose chart id begins, as typed; in the order on file. Nothing typed finds nobody. */
export function findMembers<Person extends Pick<Member, 'preferredName' | 'chartId'>>(
  members: readonly Person[],
  typed: string,
): { readonly found: readonly Person[]; readonly isMore: boolean } {
  const wanted = plain(typed)
  if (wanted === '') return { found: [], isMore: false }
  const found = members.filter(({ preferredName, chartId }) => {
    const name = plain(preferredName)
    return name.startsWith(wanted) || name.includes(` ${wanted}`) || plain(chartId).startsWith(wanted)
  })
  return { found: found.slice(0, shownAtMost), isMore: found.length > shownAtMost }
}

function plain(text: string): string {
  return text.normalize().trim().toLowerCase()
}
