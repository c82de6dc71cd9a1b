import type { PersonId } from '../../shared/ids.ts'
import type { Goal } from '../../shared/ipc/goal-calls.ts'
import type { Preflight } from '../../shared/ipc/preflight-calls.ts'
import type { OpenFollowUp } from '../../shared/ipc/follow-up-calls.ts'
import type { Seated } from '../live/seated.ts'

type Person = Pick<Seated, 'personId' | 'name' | 'isFacilitator'>

export interface PersonPlan {
  readonly person: Person
  readonly plan: string
}

export interface PersonGoals {
  readonly person: Person
  readonly goals: readonly Goal[]
}

export interface PersonFollowUp {
  readonly person: Person
  readonly followUp: OpenFollowUp
}

/**
 * What the pre-flight tells of people, in the order of their seats. Someone who was taken out of the session since it
 * was read is no longer in it.
 */
export function preflightPeople({ last, followUps, goals }: Preflight, seated: readonly Person[]) {
  const members = seated.filter(({ isFacilitator }) => !isFacilitator)
  const planOf = new Map<PersonId, string>(last?.plans.map(({ personId, plan }) => [personId, plan]))
  return {
    plans: members.flatMap((person): PersonPlan[] => {
      const plan = planOf.get(person.personId)
      return plan === undefined ? [] : [{ person, plan }]
    }),
    away: members.filter(({ personId }) => last?.awayIds.includes(personId) === true),
    followUps: followUps.flatMap((followUp): PersonFollowUp[] => {
      const person = members.find(({ personId }) => personId === followUp.personId)
      return person === undefined ? [] : [{ person, followUp }]
    }),
    goals: members.flatMap((person): PersonGoals[] => {
      const own = goals.filter(({ personId }) => personId === person.personId)
      return own.length === 0 ? [] : [{ person, goals: own }]
    }),
  }
}

/** Who has not agreed to confidentiality, of those who are here or may come: whoever is not expected need not today. */
export function yetToAgree(seated: readonly Seated[]): Seated[] {
  return seated.filter(
    ({ isFacilitator, progress: { hasAgreed, presence } }) =>
      !isFacilitator &&
      !hasAgreed &&
      (presence === 'expected' || presence === 'delayed' || presence === 'present'),
  )
}
