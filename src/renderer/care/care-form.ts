import type { AgeGroup, CareAct, CareKind } from '../../shared/care/care-entry.ts'
import type { Standing } from '../../shared/care/standing.ts'
import type { GroupId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { scheduleWords } from '../roster/schedule-words.ts'

export type AskedKind = Exclude<CareKind, 'taken-back'>

/** An act while it is typed: all that any kind of act asks for. */
export interface CareForm {
  readonly kind: AskedKind
  readonly groupId: GroupId | null
  readonly toGroupId: GroupId | null
  readonly day: string | null
  readonly reviewOn: string | null
  readonly minutes: number
  readonly ageGroup: AgeGroup
  readonly refersTo: number
  readonly reason: string
}

interface Choices {
  /** The groups that the act can be about. */
  readonly from: readonly GroupId[]
  /** Where a transfer can lead. */
  readonly to: readonly GroupId[]
}

/** The groups to choose from, in their order on file. */
export function choicesOf(kind: AskedKind, { groupIds, waiting }: Standing, { groups }: Roster): Choices {
  const all = groups.map(({ id }) => id)
  const others = all.filter((id) => !groupIds.includes(id))
  const waited = waiting.map(({ groupId }) => groupId)
  switch (kind) {
    case 'enrolled':
      return { from: others, to: [] }
    case 'waiting':
      return { from: others.filter((id) => !waited.includes(id)), to: [] }
    case 'withdrawn':
      return { from: groupIds, to: [] }
    case 'transferred':
      return { from: groupIds, to: others }
    case 'stopped-waiting':
      return { from: waited, to: [] }
    default:
      return { from: [], to: [] }
  }
}

export function groupOptions({ groups }: Roster, ids: readonly GroupId[]) {
  return groups
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name, schedule, memberIds, capacity }) => ({
      value: id,
      name,
      hint: [scheduleWords(schedule), `${memberIds.length} of ${capacity} places`]
        .filter(Boolean)
        .join(' · '),
    }))
}

export function firstForm(
  kind: AskedKind,
  standing: Standing,
  roster: Roster,
  today: string | null,
): CareForm {
  const { from, to } = choicesOf(kind, standing, roster)
  return {
    kind,
    groupId: from[0] ?? null,
    toGroupId: to[0] ?? null,
    day: today,
    reviewOn: null,
    minutes: 50,
    ageGroup: standing.ageGroup === 'adult' ? 'adolescent' : 'adult',
    refersTo: standing.exemptions[0]?.seq ?? 0,
    reason: '',
  }
}

/** The act as the call takes it; null where no group can be chosen. A day that is missing is said by the call. */
export function actOf(form: CareForm): CareAct | null {
  const { kind, groupId, toGroupId, minutes, ageGroup, refersTo, reason } = form
  const day = form.day ?? ''
  switch (kind) {
    case 'enrolled':
    case 'withdrawn':
    case 'waiting':
    case 'stopped-waiting':
      return groupId === null ? null : { kind, groupId, day, reason }
    case 'transferred':
      return groupId === null || toGroupId === null ? null : { kind, groupId, toGroupId, day, reason }
    case 'individual-work':
      return { kind, day, minutes, reason }
    case 'exempted':
      return { kind, day, reviewOn: form.reviewOn ?? '', reason }
    case 'exemption-ended':
      return { kind, refersTo, day, reason }
    case 'counted-as':
      return { kind, day, ageGroup, reason }
    case 'discharged':
    case 'removed':
    case 'readmitted':
      return { kind, day, reason }
  }
}

/** What can be done with somebody who stands so. */
export function possibleActs(standing: Standing, roster: Roster): readonly AskedKind[] {
  if (standing.gone !== null) return ['readmitted', 'individual-work']
  const has = (kind: AskedKind) => choicesOf(kind, standing, roster).from.length > 0
  const canMove = has('transferred') && choicesOf('transferred', standing, roster).to.length > 0
  return [
    ...(canMove ? (['transferred'] as const) : []),
    ...(has('enrolled') ? (['enrolled'] as const) : []),
    ...(has('waiting') ? (['waiting'] as const) : []),
    ...(has('stopped-waiting') ? (['stopped-waiting'] as const) : []),
    ...(has('withdrawn') ? (['withdrawn'] as const) : []),
    'individual-work',
    ...(standing.exemptions.length > 0 ? (['exemption-ended'] as const) : (['exempted'] as const)),
    'counted-as',
    'discharged',
    'removed',
  ]
}
