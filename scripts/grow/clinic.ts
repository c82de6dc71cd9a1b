import { groupTypeNames, groupTypeSchema, type GroupType } from '../../src/shared/agenda/group-type.ts'
import type { Phase } from '../../src/shared/agenda/phase.ts'
import { agendaTemplates } from '../../src/shared/agenda/templates.ts'
import {
  goalIdSchema,
  groupIdSchema,
  personIdSchema,
  type GoalId,
  type GroupId,
  type MeasureId,
  type PersonId,
} from '../../src/shared/ids.ts'
import type { Facilitator, Member } from '../../src/shared/roster/member.ts'
import type { Measure } from '../../src/shared/measures/measure.ts'
import type { Modality, Part2 } from '../../src/shared/session/vocabulary.ts'
import { saveAgenda } from '../../src/main/core/agenda/agenda-repository.ts'
import { makeTemplateAgenda } from '../../src/main/core/agenda/template-agenda.ts'
import { listMeasures, saveAsked } from '../../src/main/core/measures/measure-repository.ts'
import {
  changeCoSigning,
  insertFacilitator,
  listFacilitators,
  saveClinic,
  saveGroup,
} from '../../src/main/core/roster/roster-repository.ts'
import type { WritableDb } from '../../src/main/core/vault/database.ts'
import type { Chance } from './chance.ts'
import type { Course } from './questionnaires.ts'

export interface GrownGroup {
  readonly groupId: GroupId
  readonly name: string
  readonly type: GroupType
  readonly lengthMinutes: number
  readonly phases: readonly Phase[]
  readonly measureIds: readonly MeasureId[]
  /** ISO weekday, and minutes after midnight. */
  readonly weekday: number
  readonly minute: number
  readonly seats: number
  readonly part2: Part2
  readonly modality: Modality
}

export interface GrownMember {
  readonly member: Pick<Member, 'id' | 'preferredName' | 'chartId' | 'role'>
  readonly goals: readonly { readonly goalId: GoalId; readonly text: string }[]
  readonly language: number | null
  readonly course: Course
  /** How many weeks they stay. */
  weeksLeft: number
  hasAgreed: boolean
  /** That they need not come to all hours, with how long it is to hold. */
  exemption: { readonly seq: number; weeksLeft: number } | null
}

/** A clinic with everything that its sessions need. */
export interface Clinic {
  readonly record: WritableDb<'record'>
  readonly chance: Chance
  readonly name: string
  readonly groups: readonly GrownGroup[]
  readonly facilitators: readonly Facilitator[]
  readonly author: Facilitator
  readonly supervisor: Facilitator
  readonly leads: readonly Facilitator[]
  readonly measures: readonly Measure[]
}

const clinicName = 'Lanternfield Outpatient (invented)'
const people = [
  { name: 'Nora Fieldstone', initials: 'NF', credentials: 'LCSW' },
  { name: 'Quentin Aldermere', initials: 'QA', credentials: 'LPC, CADC' },
  { name: 'Ismene Thornapple', initials: 'IT', credentials: 'LMFT' },
  { name: 'Osric Pennywhistle', initials: 'OP', credentials: 'PsyD' },
] as const
const startMinutes = [9 * 60, 11 * 60, 13 * 60 + 30, 16 * 60, 18 * 60] as const

/** Puts a clinic on file that has a group of every type, each once a week. */
export function openClinic(record: WritableDb<'record'>, chance: Chance): Clinic {
  saveClinic(record, clinicName)
  for (const [index, person] of people.entries()) {
    const id = personIdSchema.parse(chance.uuid())
    insertFacilitator(record, { id, ...person, isAuthor: index === 0 })
    if (index === 0) changeCoSigning(record, id, { needsCoSignature: true, mayCoSign: false })
    if (index === people.length - 1) changeCoSigning(record, id, { needsCoSignature: false, mayCoSign: true })
  }
  const measures = listMeasures(record)
  const groups = groupTypeSchema.options.map((type, index) =>
    openGroup(record, chance, measures, type, index),
  )
  const facilitators = listFacilitators(record)
  const [author, ...others] = facilitators
  const supervisor = others.at(-1)
  if (author === undefined || supervisor === undefined) throw new Error('nobody leads')
  const leads = others.slice(0, -1)
  return { record, chance, name: clinicName, groups, facilitators, author, supervisor, leads, measures }
}

function openGroup(
  record: WritableDb<'record'>,
  chance: Chance,
  measures: readonly Measure[],
  type: GroupType,
  index: number,
): GrownGroup {
  const groupId = groupIdSchema.parse(chance.uuid())
  const weekday = (index % 5) + 1
  const minute = startMinutes[(index * 3) % startMinutes.length] ?? 0
  const { lengthMinutes } = agendaTemplates[type]
  const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
  const name = `${dayNames[weekday - 1] ?? ''} ${groupTypeNames[type]}`
  const part2: Part2 = index % 3 === 0 ? 'part2' : 'none'
  const modality: Modality = index === 7 ? 'video' : 'in-person'
  const schedule = [{ weekday, time }]
  saveGroup(record, groupId, {
    name,
    type,
    lengthMinutes,
    schedule,
    part2,
    capacity: 12,
    modality,
    membership: type === 'trauma' ? 'closed' : 'open',
    countsHours: type !== 'support' && type !== 'family',
  })
  const agenda = makeTemplateAgenda(type, lengthMinutes, chance)
  if (!agenda.ok) throw new Error('a template does not fit its own length')
  saveAgenda(record, groupId, agenda.value)
  const measureIds = measures.slice(0, 1 + (index % 2)).map(({ id }) => id)
  saveAsked(record, groupId, measureIds)
  const seats = 9 + (index % 4)
  const phases = agenda.value
  const meets = { weekday, minute, seats, part2, modality }
  return { groupId, name, type, lengthMinutes, phases, measureIds, ...meets }
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

export function newGoalId(chance: Chance): GoalId {
  return goalIdSchema.parse(chance.uuid())
}

export function newPersonId(chance: Chance): PersonId {
  return personIdSchema.parse(chance.uuid())
}
