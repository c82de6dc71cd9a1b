import type { PersonId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { erasedMember } from '../../shared/roster/erased-member.ts'
import type { PersonProgress, SessionState } from '../../shared/session/state.ts'
import { isFacilitator } from '../../shared/session/vocabulary.ts'
import { facilitatorKey, memberKey } from './seat-keys.ts'

/** A person in their seat, named as the screen may name them now. */
export interface Seated {
  readonly personId: PersonId
  readonly progress: PersonProgress
  readonly isFacilitator: boolean
  /** Counts members, and facilitators, from 1. */
  readonly seat: number
  readonly key: string | null
  readonly name: string
  readonly initials: string
  /** The person at this computer: sentences about them say *you*. */
  readonly isYou: boolean
}

/** Everyone of the session in seat order, members first. Concealed, no name is in here at all. */
export function seatPeople(
  state: Pick<SessionState, 'people' | 'erasedIds'>,
  roster: Roster | null,
  isConcealed: boolean,
): Seated[] {
  const members = state.people.filter(({ role }) => !isFacilitator(role))
  const facilitators = state.people.filter(({ role }) => isFacilitator(role))
  return [
    ...members.map((progress, index) => {
      const seated = seatMember(progress, index, roster, isConcealed)
      const isErased = !isConcealed && state.erasedIds.includes(progress.personId)
      return isErased ? { ...seated, name: erasedMember } : seated
    }),
    ...facilitators.map((progress, index) => seatFacilitator(progress, index, roster, isConcealed)),
  ]
}

function seatMember(
  progress: PersonProgress,
  index: number,
  roster: Roster | null,
  isConcealed: boolean,
): Seated {
  const seat = index + 1
  const known = isConcealed ? undefined : roster?.members.find(({ id }) => id === progress.personId)
  return {
    personId: progress.personId,
    progress,
    isFacilitator: false,
    seat,
    key: memberKey(index),
    name: known?.preferredName ?? `Seat ${seat}`,
    initials: known?.initials ?? String(seat),
    isYou: false,
  }
}

function seatFacilitator(
  progress: PersonProgress,
  index: number,
  roster: Roster | null,
  isConcealed: boolean,
): Seated {
  const known = isConcealed ? undefined : roster?.facilitators.find(({ id }) => id === progress.personId)
  const isYou = known?.isAuthor === true
  return {
    personId: progress.personId,
    progress,
    isFacilitator: true,
    seat: index + 1,
    key: facilitatorKey(index),
    name: isYou ? 'You' : (known?.name ?? `Facilitator ${index + 1}`),
    initials: known?.initials ?? String(index + 1),
    isYou,
  }
}

/** Looks people up by id; someone who is in the log alone is still a person. */
export function nameIn(seated: readonly Seated[], personId: PersonId): string {
  return seated.find((person) => person.personId === personId)?.name ?? 'Someone'
}
