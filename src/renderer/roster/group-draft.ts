import type { CareRules } from '../../shared/care/care-rules.ts'
import { groupTypeNames, type GroupType } from '../../shared/agenda/group-type.ts'
import { agendaTemplates } from '../../shared/agenda/templates.ts'
import { modalityWords } from '../../shared/record/modality-words.ts'
import { modalitySchema } from '../../shared/session/vocabulary.ts'
import { defaultCapacity, type Group, type GroupDraft, type Membership } from '../../shared/roster/group.ts'
import { hoursWords } from '../../shared/member-review/hours-plot.ts'
import { capitalised } from '../../shared/capitalised.ts'

/**
 * What the form of a group starts with: the group as it is, or a new one of the type that needs least explaining, with as
 * many places as this clinic allows.
 */
export function draftOf(group: Group | null, { mostMembers }: Pick<CareRules, 'mostMembers'>): GroupDraft {
  if (group === null) {
    return {
      name: '',
      type: 'relapse-prevention',
      lengthMinutes: agendaTemplates['relapse-prevention'].lengthMinutes,
      schedule: [],
      part2: 'unsure',
      capacity: Math.min(defaultCapacity, mostMembers),
      modality: 'in-person',
      membership: 'open',
      countsHours: true,
    }
  }
  const { name, type, lengthMinutes, schedule, part2, capacity, modality, membership, countsHours } = group
  return { name, type, lengthMinutes, schedule, part2, capacity, modality, membership, countsHours }
}

/** Another type brings its own length, unless somebody has set a length of their own. */
export function withType(draft: GroupDraft, type: GroupType): GroupDraft {
  const hasOwnLength = draft.lengthMinutes !== agendaTemplates[draft.type].lengthMinutes
  const lengthMinutes = hasOwnLength ? draft.lengthMinutes : agendaTemplates[type].lengthMinutes
  return { ...draft, type, lengthMinutes }
}

/** An open group takes members as places become free; a closed one takes nobody by itself. */
export const membershipOptions: readonly {
  readonly value: Membership
  readonly name: string
  readonly hint: string
}[] = [
  { value: 'open', name: 'Open', hint: 'Takes members as places become free' },
  { value: 'closed', name: 'Closed', hint: 'Takes nobody unless you decide it' },
]

/** Whether its time counts. What is chosen holds for past weeks too. */
export function hoursOptions({ adultMinutes }: Pick<CareRules, 'adultMinutes'>) {
  const asked = hoursWords(adultMinutes * 60_000)
  return [
    {
      value: 'counts',
      name: 'Counted',
      hint: `Belongs to the program that asks for ${asked} a week`,
    },
    {
      value: 'beside',
      name: 'Not counted',
      hint: 'Beside the program, as a weekly support group may be: asks for no hours',
    },
  ] as const
}

/** One more time in the week: the hour of the last one, on the next day. */
export function withMeeting(draft: GroupDraft): GroupDraft {
  const last = draft.schedule.at(-1)
  const meeting =
    last === undefined ? { weekday: 2, time: '18:00' } : { ...last, weekday: (last.weekday % 7) + 1 }
  return { ...draft, schedule: [...draft.schedule, meeting] }
}

export const groupTypeOptions = Object.entries(agendaTemplates).map(([, { type, lengthMinutes }]) => ({
  value: type,
  name: groupTypeNames[type],
  hint: `${lengthMinutes} minutes`,
}))

export const modalityOptions = modalitySchema.options.map((value) => ({
  value,
  name: capitalised(modalityWords[value]),
}))
