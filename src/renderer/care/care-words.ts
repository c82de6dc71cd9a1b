import type { CareAct, CareKind } from '../../shared/care/care-entry.ts'
import type { GroupId } from '../../shared/ids.ts'
import { readNow } from '../app/core-clock.ts'
import { calendarDay } from '../app/time-words.ts'

/** `17 November`, with its year where that is another one. A day of the calendar has no zone. */
export function dayWords(day: string): string {
  const noon = Date.parse(`${day}T12:00:00Z`)
  return calendarDay(noon, 'UTC', readNow()?.wallMs ?? noon)
}

/** `0:50`. */
export function durationWords(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** What happened, as a line of the history tells it; the names of groups apart, since they may be in any script. */
export function actWords(act: CareAct): readonly (string | { readonly groupId: GroupId })[] {
  switch (act.kind) {
    case 'enrolled':
      return ['Enrolled in ', { groupId: act.groupId }]
    case 'withdrawn':
      return ['Left ', { groupId: act.groupId }]
    case 'transferred':
      return ['Transferred from ', { groupId: act.groupId }, ' to ', { groupId: act.toGroupId }]
    case 'individual-work':
      return [`Individual work in place of group, ${durationWords(act.minutes)} h`]
    case 'exempted':
      return [`Exempt from hours, to be reviewed on ${dayWords(act.reviewOn)}`]
    case 'exemption-ended':
      return ['Exemption ended']
    case 'discharged':
      return ['Discharged']
    case 'removed':
      return ['Removed for a breach of confidentiality']
    case 'readmitted':
      return ['Admitted again']
    case 'counted-as':
      return [act.ageGroup === 'adolescent' ? 'Hours counted as adolescent' : 'Hours counted as adult']
    case 'waiting':
      return ['Joined the waiting list of ', { groupId: act.groupId }]
    case 'stopped-waiting':
      return ['Left the waiting list of ', { groupId: act.groupId }]
    case 'taken-back':
      return ['Taken back']
  }
}

interface ActForm {
  readonly title: string
  readonly submit: string
  /** What comes of it, before it is done. */
  readonly about: string
  readonly needsReason: boolean
  readonly reasonHint?: string
}

/** How each act is asked for. */
export const actForms: Readonly<Record<Exclude<CareKind, 'taken-back'>, ActForm>> = {
  enrolled: {
    title: 'Put into a group',
    submit: 'Put into this group',
    about: 'Their other groups stay as they are.',
    needsReason: false,
  },
  withdrawn: {
    title: 'Take out of a group',
    submit: 'Take out of this group',
    about: 'Past sessions and notes stay as they were.',
    needsReason: false,
  },
  transferred: {
    title: 'Transfer to another group',
    submit: 'Transfer',
    about: 'They leave the one group and join the other. Past sessions and notes stay as they were.',
    needsReason: true,
  },
  'individual-work': {
    title: 'Record individual work',
    submit: 'Record it',
    about: 'Work with this member alone in place of group. Its minutes count to the hours of that week.',
    needsReason: true,
    reasonHint: 'Severe social anxiety, early stabilisation, a trigger in the group.',
  },
  exempted: {
    title: 'Exempt from hours',
    submit: 'Exempt',
    about: 'They need not reach the hours of a week until somebody ends it.',
    needsReason: true,
  },
  'exemption-ended': {
    title: 'End the exemption',
    submit: 'End it',
    about: 'From this day the hours of a week count again.',
    needsReason: false,
  },
  discharged: {
    title: 'Discharge',
    submit: 'Discharge',
    about:
      'They leave all groups and waiting lists. Everything written stays, and they can be admitted again.',
    needsReason: true,
    reasonHint: 'Goals reached, moved away, another level of care.',
  },
  removed: {
    title: 'Remove for a breach of confidentiality',
    submit: 'Remove',
    about:
      'They leave all groups and waiting lists, and come into a group again only once somebody admits them again with a reason. Everything written stays.',
    needsReason: true,
    reasonHint: 'What happened, without naming anybody else: this is their record.',
  },
  readmitted: {
    title: 'Admit again',
    submit: 'Admit again',
    about: 'They can join groups again from this day.',
    needsReason: true,
  },
  'counted-as': {
    title: 'Whose hours are counted',
    submit: 'Count so',
    about: 'Adolescents have fewer hours to reach in a week. It counts from this day.',
    needsReason: false,
  },
  waiting: {
    title: 'Put on a waiting list',
    submit: 'Put on the list',
    about: 'They are offered a place in the order of joining.',
    needsReason: false,
  },
  'stopped-waiting': {
    title: 'Take off a waiting list',
    submit: 'Take off the list',
    about: 'They are no longer offered a place.',
    needsReason: false,
  },
}
