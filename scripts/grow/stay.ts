import type { CareAct } from '../../src/shared/care/care-entry.ts'
import { isoDay } from '../../src/shared/iso-day.ts'
import type { GroupId, PersonId } from '../../src/shared/ids.ts'
import { enterCare } from '../../src/main/core/care/enter-care.ts'
import type { Clock } from '../../src/main/core/clock.ts'
import type { Clinic, GrownMember } from './clinic.ts'

const weeksExempt = 3

/** What becomes of members between their admission and their discharge, as it is entered. */
export interface Stay {
  admit(member: GrownMember, groupIds: readonly GroupId[]): void
  /** A week of somebody who stays. */
  goOn(member: GrownMember): void
  leave(member: GrownMember): void
}

/** In the week that a clock shows. */
export function stayIn({ record, chance }: Clinic, clock: Clock): Stay {
  const day = dayOf(clock)
  const enter = (personId: PersonId, act: CareAct): number => {
    const entered = enterCare({ record, clock }, { personId, act, evenIfClosed: true })
    if (!entered.ok) throw new Error(`the rules refuse ${act.kind}: ${entered.error.code}`)
    return entered.value.seq
  }
  return {
    admit({ member }, groupIds) {
      for (const groupId of groupIds) enter(member.id, { kind: 'enrolled', groupId, day, reason: '' })
      if (chance.happens(0.06))
        enter(member.id, { kind: 'counted-as', day, ageGroup: 'adolescent', reason: '' })
    },
    goOn(one) {
      const { id } = one.member
      if (chance.happens(0.02)) {
        const minutes = 30 + chance.below(4) * 15
        enter(id, { kind: 'individual-work', day, minutes, reason: 'Seen alone in place of group.' })
      }
      if (one.exemption !== null) {
        one.exemption.weeksLeft -= 1
        if (one.exemption.weeksLeft > 0) return
        enter(id, { kind: 'exemption-ended', refersTo: one.exemption.seq, day, reason: '' })
        one.exemption = null
      } else if (chance.happens(0.008)) {
        const reason = chance.one(exemptions)
        const reviewOn = dayOf(clock, weeksExempt * 7)
        one.exemption = {
          seq: enter(id, { kind: 'exempted', day, reviewOn, reason }),
          weeksLeft: weeksExempt,
        }
      }
    },
    leave({ member }) {
      if (chance.happens(0.015)) {
        enter(member.id, { kind: 'removed', day, reason: 'Spoke of another member outside of the group.' })
        return
      }
      const reason = chance.happens(0.7) ? 'Completed the program.' : 'Stopped coming; reached by telephone.'
      enter(member.id, { kind: 'discharged', day, reason })
    },
  }
}

const exemptions = ['Surgery', 'Holiday', 'Jury duty', 'New hours at work', 'A child is ill'] as const

/** The day that it is, or so many days later. */
export function dayOf(clock: Clock, later = 0): string {
  const { wallMs, zone } = clock.read()
  return isoDay(wallMs + later * 86_400_000, zone)
}
