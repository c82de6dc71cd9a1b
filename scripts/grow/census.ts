import type { CareAct } from '../../src/shared/care/care-entry.ts'
import type { GroupId, PersonId } from '../../src/shared/ids.ts'
import type { Clock } from '../../src/main/core/clock.ts'
import { isoDay } from '../../src/shared/iso-day.ts'
import { insertGoal } from '../../src/main/core/goals/goal-repository.ts'
import { enterCare } from '../../src/main/core/care/enter-care.ts'
import { saveAliases, saveMember } from '../../src/main/core/roster/roster-repository.ts'
import { newGoalId, newPersonId, type Clinic, type GrownMember } from './clinic.ts'
import { inventName } from './names.ts'
import { pickLanguage, writePlan } from './words.ts'

/** Who belongs to the groups of a clinic, week by week. */
export interface Census {
  /** Lets those go whose stay is over, and fills the seats that are free. */
  beginWeek(weeksAhead: number, clock: Clock): void
  membersOf(groupId: GroupId): readonly GrownMember[]
  /** Everyone who was ever admitted. */
  count(): number
}

/** A stay in a program is about this long, and some are far longer. */
const usualWeeks = 14
const longestStay = 60
/** Somebody who stays for five years, so that there is a member with very many sessions. */
const veteranSessions = 500

export function createCensus(clinic: Clinic): Census {
  const here = new Map<GroupId, GrownMember[]>(clinic.groups.map(({ groupId }) => [groupId, []]))
  let admitted = 0
  let hasVeteran = false

  function enter(clock: Clock, personId: PersonId, act: CareAct): void {
    const entered = enterCare({ record: clinic.record, clock }, { personId, act, evenIfClosed: true })
    if (!entered.ok) throw new Error(`the rules refuse ${act.kind}: ${entered.error.code}`)
  }

  function admit(groupIds: readonly GroupId[], weeks: number, clock: Clock): void {
    admitted += 1
    const day = dayOf(clock)
    const member = putOnFile(clinic, admitted, weeks, day)
    for (const groupId of groupIds) {
      here.get(groupId)?.push(member)
      enter(clock, member.member.id, { kind: 'enrolled', groupId, day, reason: '' })
    }
  }

  function letGo(clock: Clock): void {
    const all = new Set([...here.values()].flat())
    const leaving = [...all].filter(({ weeksLeft }) => weeksLeft <= 0)
    for (const { member } of leaving) {
      const reason = clinic.chance.happens(0.7)
        ? 'Completed the program.'
        : 'Stopped coming; reached by telephone.'
      enter(clock, member.id, { kind: 'discharged', day: dayOf(clock), reason })
    }
    for (const [groupId, members] of here)
      here.set(
        groupId,
        members.filter(({ weeksLeft }) => weeksLeft > 0),
      )
    for (const { member } of all) {
      if (!clinic.chance.happens(0.02) || leaving.some((one) => one.member === member)) continue
      const minutes = 30 + clinic.chance.below(4) * 15
      const reason = 'Seen alone in place of group.'
      enter(clock, member.id, { kind: 'individual-work', day: dayOf(clock), minutes, reason })
    }
  }

  return {
    beginWeek(weeksAhead, clock) {
      letGo(clock)
      const [first, second, third] = clinic.groups
      if (first !== undefined && second !== undefined && third !== undefined && !hasVeteran) {
        const groups = weeksAhead * 2 < veteranSessions ? [first, second, third] : [first, second]
        if (weeksAhead * groups.length <= veteranSessions + 1) {
          hasVeteran = true
          admit(
            groups.map(({ groupId }) => groupId),
            weeksAhead + 1,
            clock,
          )
        }
      }
      for (let free = freeGroups(clinic, here); free.length > 0; free = freeGroups(clinic, here))
        admit(clinic.chance.some(free, clinic.chance.between(2, 4)), lengthOfStay(clinic), clock)
      for (const member of new Set([...here.values()].flat())) member.weeksLeft -= 1
    },
    membersOf: (groupId) => here.get(groupId) ?? [],
    count: () => admitted,
  }
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
  const goals = Array.from({ length: chance.between(1, 2) }, () => ({
    goalId: newGoalId(chance),
    text: writePlan(chance),
  }))
  for (const { goalId, text } of goals) insertGoal(record, { goalId, personId: id, parentId: null, text })
  const member = { id, preferredName, chartId, role } as const
  return { member, goals, language: pickLanguage(chance), weeksLeft, hasAgreed }
}

function dayOf(clock: Clock): string {
  const { wallMs, zone } = clock.read()
  return isoDay(wallMs, zone)
}
