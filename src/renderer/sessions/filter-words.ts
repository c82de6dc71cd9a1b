import { groupTypeNames, groupTypeSchema } from '../../shared/agenda/group-type.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { erasedMember } from '../../shared/roster/erased-member.ts'
import type { SessionFilters } from '../../shared/review/session-view.ts'
import { calendarDay } from '../app/time-words.ts'
import { beginOf } from '../../shared/care/calendar-week.ts'
import { leadWords } from './built-in-views.ts'

export type FilterName = keyof SessionFilters

/** Those that always stand in the sentence, and those that one adds. */
export const firstFilters: readonly FilterName[] = ['leadId', 'since', 'groupId']
export const moreFilters: readonly FilterName[] = [
  'until',
  'groupType',
  'personId',
  'topic',
  'notes',
  'attendance',
  'risk',
]

/** What each is called where one adds it. */
export const filterNames: Readonly<Record<FilterName, string>> = {
  leadId: 'Who led',
  since: 'Since a day',
  until: 'Until a day',
  groupId: 'Group',
  groupType: 'Type of group',
  personId: 'Member',
  topic: 'Topic or theme',
  notes: 'State of the notes',
  attendance: 'Who came',
  risk: 'Risk',
}

/** What stands before the word in the sentence. */
export const filterLeads: Readonly<Record<FilterName, string>> = {
  leadId: 'led by',
  since: 'since',
  until: 'until',
  groupId: 'in',
  groupType: 'of type',
  personId: 'member',
  topic: 'about',
  notes: 'notes',
  attendance: 'with',
  risk: 'with',
}

export const notesOptions = [
  { value: 'to-finish', name: 'to finish' },
  { value: 'overdue', name: 'overdue' },
  { value: 'draft', name: 'in draft' },
  { value: 'awaiting', name: 'awaiting co-sign' },
  { value: 'addended', name: 'addended' },
  { value: 'signed', name: 'signed' },
] as const

export const attendanceOptions = [
  { value: 'everyone', name: 'everyone there' },
  { value: 'not-everyone', name: 'somebody missing' },
] as const

export const riskOptions = [
  { value: 'marked', name: 'risk marked' },
  { value: 'open', name: 'a follow-up open' },
] as const

export const typeOptions = groupTypeSchema.options.map((value) => ({ value, name: groupTypeNames[value] }))

const anyWords: Readonly<Record<FilterName, string>> = {
  leadId: 'anyone',
  since: 'the beginning',
  until: 'today',
  groupId: 'any group',
  groupType: 'any',
  personId: 'any',
  topic: 'any topic',
  notes: 'in any state',
  attendance: 'anyone there',
  risk: 'or without risk',
}

export function anyWord(name: FilterName): string {
  return anyWords[name]
}

/** The word that stands for a filter: `me`, `1 September`, `any group`. */
export function filterWord(
  name: FilterName,
  filters: SessionFilters,
  { groups, members, facilitators }: Pick<Roster, 'groups' | 'members' | 'facilitators'>,
  now: { readonly wallMs: number; readonly zone: string },
): string {
  const value = filters[name]
  if (value === null || value === '') return anyWords[name]
  switch (name) {
    case 'leadId':
      return leadWords(filters.leadId, facilitators)
    case 'groupId':
      return groups.find(({ id }) => id === value)?.name ?? 'a former group'
    case 'personId':
      return members.find(({ id }) => id === value)?.preferredName ?? erasedMember.toLowerCase()
    case 'since':
    case 'until':
      return calendarDay(beginOf(value, now.zone), now.zone, now.wallMs)
    case 'topic':
      return `“${value}”`
    case 'groupType':
      return nameOf(typeOptions, value)
    case 'notes':
      return nameOf(notesOptions, value)
    case 'attendance':
      return nameOf(attendanceOptions, value)
    case 'risk':
      return nameOf(riskOptions, value)
  }
}

function nameOf(
  options: readonly { readonly value: string; readonly name: string }[],
  value: string,
): string {
  return options.find((option) => option.value === value)?.name ?? ''
}
