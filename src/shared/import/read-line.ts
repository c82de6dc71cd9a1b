import type { GroupType } from '../agenda/group-type.ts'
import type { Meeting } from '../roster/group.ts'
import type { MemberRole } from '../roster/member.ts'
import type { Part2 } from '../session/vocabulary.ts'
import { lineSchema, nameMaxLength } from '../words.ts'
import { z } from '../zod.ts'
import type { ImportField, Mapping } from './mapping.ts'
import { readCount, readDay, readGroupType, readPart2, readRole, readTime, readWeekday } from './read-cell.ts'

/**
 * What keeps a line from being taken over: a field that cannot be read or is too long, nothing in it at all, a group with
 * no place left, one that takes nobody, one whose phases do not fit into its minutes, or somebody who has left care.
 */
export const importProblemSchema = z.enum([
  'nothing',
  'name',
  'initials',
  'chart-id',
  'role',
  'agreed-on',
  'group',
  'group-type',
  'length',
  'part2',
  'capacity',
  'weekday',
  'time',
  'group-full',
  'group-closed',
  'has-left',
  'agenda-over-length',
])
export type ImportProblem = z.infer<typeof importProblemSchema>

/** A member as a line tells of them. Empty initials are to be proposed. */
export interface MemberCells {
  readonly name: string
  readonly initials: string
  readonly chartId: string
  readonly role: MemberRole
  readonly agreedOn: string | null
}

/** A group as a line tells of it; null where it says nothing. */
export interface GroupCells {
  readonly name: string
  readonly type: GroupType | null
  readonly lengthMinutes: number | null
  readonly part2: Part2
  readonly capacity: number | null
  readonly meeting: Meeting | null
}

export interface ReadLine {
  readonly member: MemberCells | null
  readonly group: GroupCells | null
  readonly problems: readonly ImportProblem[]
}

/** What the cells of one line say under a mapping, and what in them cannot be read. No group has more places than `mostMembers`. */
export function readLine(cells: readonly string[], mapping: Mapping, mostMembers: number): ReadLine {
  const cellOf = (field: ImportField) => (cells[mapping.columns.indexOf(field)] ?? '').trim()
  const problems: ImportProblem[] = []
  const read = <Value>(field: ImportField & ImportProblem, value: Value | null, instead: Value): Value => {
    if (value === null) problems.push(field)
    return value ?? instead
  }
  const isShort = (field: ImportField, schema: z.ZodType) => schema.safeParse(cellOf(field)).success
  const hasMember = cellOf('name') !== ''
  const hasGroup = cellOf('group') !== ''
  if (!hasMember && !hasGroup) return { member: null, group: null, problems: ['nothing'] }

  const member = hasMember
    ? {
        name: read('name', isShort('name', nameLine) ? cellOf('name') : null, ''),
        initials: read('initials', isShort('initials', initialsLine) ? cellOf('initials') : null, ''),
        chartId: read('chart-id', isShort('chart-id', chartLine) ? cellOf('chart-id') : null, ''),
        role: read('role', readRole(cellOf('role')), 'member'),
        agreedOn:
          cellOf('agreed-on') === ''
            ? null
            : read('agreed-on', readDay(cellOf('agreed-on'), mapping.dateOrder), ''),
      }
    : null
  const typed = cellOf('group-type')
  const group = hasGroup
    ? {
        name: read('group', isShort('group', nameLine) ? cellOf('group') : null, ''),
        type: typed === '' ? null : read('group-type', readGroupType(typed), mapping.groupType),
        lengthMinutes: cellOf('length') === '' ? null : read('length', within(cellOf('length'), 10, 480), 10),
        part2: read('part2', readPart2(cellOf('part2')), 'unsure' as const),
        capacity:
          cellOf('capacity') === '' ? null : read('capacity', within(cellOf('capacity'), 1, mostMembers), 1),
        meeting: readMeeting(cellOf('weekday'), cellOf('time'), read),
      }
    : null
  return { member, group, problems }
}

const nameLine = lineSchema(nameMaxLength)
const initialsLine = z.union([z.literal(''), lineSchema(6)])
const chartLine = z.union([z.literal(''), lineSchema(40)])

function within(cell: string, least: number, most: number): number | null {
  const count = readCount(cell)
  return count === null || count < least || count > most ? null : count
}

type Read = <Value>(field: 'weekday' | 'time', value: Value | null, instead: Value) => Value

// A day without a time, or a time without a day, is no meeting.
function readMeeting(weekday: string, time: string, read: Read): Meeting | null {
  if (weekday === '' && time === '') return null
  return {
    weekday: read('weekday', readWeekday(weekday), 1),
    time: read('time', readTime(time), '00:00'),
  }
}
