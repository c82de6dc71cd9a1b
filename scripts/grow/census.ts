import type { GroupId } from '../../src/shared/ids.ts'
import type { Clock } from '../../src/main/core/clock.ts'
import { insertGoal } from '../../src/main/core/goals/goal-repository.ts'
import { saveAliases, saveMember } from '../../src/main/core/roster/roster-repository.ts'
import type { Chance } from './chance.ts'
import { newGoalId, newPersonId, type Clinic, type GrownMember } from './clinic.ts'
import { inventName } from './names.ts'
import { chooseCourse, fillIn } from './questionnaires.ts'
import { dayOf, stayIn } from './stay.ts'
import { clockAt } from './still-clock.ts'
import { pickLanguage, writePlan } from './words.ts'

/** Who belongs to the groups of a clinic, week by week. */
export interface Census {
  /** Lets those go whose stay is over, and fills the seats that are free. */
  beginWeek(weeksAhead: number, clock: Clock): void
  membersOf(groupId: GroupId): readonly GrownMember[]
  /** Everyone who was ever admitted. */
  count(): number
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** A stay in a program is about this long, and some are far longer. */
const usualWeeks = 14
const longestStay = 60
/** Somebody who stays for five years, so that there is a member with very many sessions. */
const veteranSessions = 500

export function createCensus(clinic: Clinic, endsAtMs: number): Census {
  const { chance } = clinic
  const here = new Map<GroupId, GrownMember[]>(clinic.groups.map(({ groupId }) => [groupId, []]))
  const everyone = () => new Set([...here.values()].flat())
  let admitted = 0
  let hasVeteran = false

  function admit(groupIds: readonly GroupId[], weeks: number, clock: Clock): void {
    admitted += 1
    const member = putOnFile(clinic, admitted, weeks, dayOf(clock))
    for (const groupId of groupIds) here.get(groupId)?.push(member)
    stayIn(clinic, clock).admit(member, groupIds)
    fillIn(clinic, endsAtMs, member, momentOf(chance, clock, 0))
  }

  function letGo(clock: Clock): void {
    const stay = stayIn(clinic, clock)
    for (const member of everyone()) {
      // What they filled in during the week before.
      fillIn(clinic, endsAtMs, member, momentOf(chance, clock, chance.between(-7, -3)))
      if (member.weeksLeft > 0) stay.goOn(member)
      else stay.leave(member)
    }
    for (const [groupId, members] of here)
      here.set(
        groupId,
        members.filter(({ weeksLeft }) => weeksLeft > 0),
      )
  }

  return {
    beginWeek(weeksAhead, clock) {
      letGo(clock)
      const veteran = hasVeteran ? null : groupsOfVeteran(clinic, weeksAhead)
      if (veteran !== null) {
        hasVeteran = true
        admit(veteran, weeksAhead + 1, clock)
      }
      for (let free = freeGroups(clinic, here); free.length > 0; free = freeGroups(clinic, here))
        admit(chance.some(free, chance.between(2, 4)), lengthOfStay(clinic), clock)
      for (const member of everyone()) member.weeksLeft -= 1
    },
    membersOf: (groupId) => here.get(groupId) ?? [],
    count: () => admitted,
  }
}

/** The groups of somebody who stays to the end and comes to very many sessions by then; null before it is time. */
function groupsOfVeteran({ groups }: Clinic, weeksAhead: number): GroupId[] | null {
  const [first, second, third] = groups
  if (first === undefined || second === undefined || third === undefined) return null
  const theirs = weeksAhead * 2 < veteranSessions ? [first, second, third] : [first, second]
  return weeksAhead * theirs.length <= veteranSessions + 1 ? theirs.map(({ groupId }) => groupId) : null
}

/** In the morning or at noon, so many days after the beginning of the week. */
function momentOf(chance: Chance, clock: Clock, days: number): Clock {
  const { wallMs, zone } = clock.read()
  return clockAt(wallMs + days * dayMs + 9 * hourMs + chance.below(days === 0 ? 60 : 300) * 60_000, zone)
}

function freeGroups({ groups }: Clinic, here: ReadonlyMap<GroupId, readonly GrownMember[]>): GroupId[] {
  return groups
    .filter(({ groupId, seats }) => (here.get(groupId)?.length ?? 0) < seats)
    .map(({ groupId }) => groupId)
}

// Four throws together come near a bell; its exponential has the long tail that stays have.
function lengthOfStay({ chance }: Clinic): number {
  const bell = chance.share() + chance.share() + chance.share() + chance.share() - 2
  return Math.min(longestStay, Math.max(2, Math.round(usualWeeks * Math.exp(bell * 1.1))))
}

function putOnFile({ record, chance }: Clinic, count: number, weeksLeft: number, day: string): GrownMember {
  const { name: preferredName, initials } = inventName(chance)
  const id = newPersonId(chance)
  const chartId = `LF-${String(10_000 + count)}`
  const role = 'member'
  const hasAgreed = !chance.happens(0.05)
  saveMember(record, id, { preferredName, initials, chartId, role, agreedOn: hasAgreed ? day : null })
  if (chance.happens(0.2)) saveAliases(record, id, [inventName(chance).name])
  const texts = new Set(Array.from({ length: chance.between(1, 2) }, () => writePlan(chance)))
  const goals = Array.from(texts, (text) => ({ goalId: newGoalId(chance), text }))
  for (const { goalId, text } of goals) insertGoal(record, { goalId, personId: id, parentId: null, text })
  const member = { id, preferredName, chartId, role } as const
  const language = pickLanguage(chance)
  return { member, goals, language, course: chooseCourse(chance), weeksLeft, hasAgreed, exemption: null }
}
