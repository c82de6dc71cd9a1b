import type { PersonId } from '../../shared/ids.ts'
import type { Seated } from '../live/seated.ts'

/** The member before or after the open one, around the end; the first or the last while none is open. */
export function neighbour(members: readonly Seated[], openId: PersonId | null, by: 1 | -1): PersonId | null {
  const at = members.findIndex(({ personId }) => personId === openId)
  const next = at === -1 ? (by === 1 ? 0 : members.length - 1) : (at + by + members.length) % members.length
  return members[next]?.personId ?? null
}

/** The member whom a figure names: 1 to 9 are the first seats, 0 is the tenth. */
export function memberOfFigure(members: readonly Seated[], figure: string): PersonId | null {
  if (!/^\d$/u.test(figure)) return null
  return members[(Number(figure) + 9) % 10]?.personId ?? null
}
