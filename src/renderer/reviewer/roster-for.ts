import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Role } from './role.tsx'

/** The roster as whoever reads it is to see it: to a reviewer, the vault's author is somebody else, and not “You”. */
export function rosterFor(role: Role, roster: Roster): Roster {
  if (role === 'author') return roster
  return { ...roster, facilitators: roster.facilitators.map((one) => ({ ...one, isAuthor: false })) }
}
