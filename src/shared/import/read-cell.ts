import { groupTypeNames, groupTypeSchema, type GroupType } from '../agenda/group-type.ts'
import type { MemberRole } from '../roster/member.ts'
import type { Part2 } from '../session/vocabulary.ts'
import { z } from '../zod.ts'
import type { DateOrder } from './mapping.ts'
import { plainWord } from './plain-word.ts'

const roles: Readonly<Record<string, MemberRole>> = {
  '': 'member',
  member: 'member',
  patient: 'member',
  client: 'member',
  family: 'family',
  familymember: 'family',
  parent: 'family',
  partner: 'partner',
  spouse: 'partner',
  guest: 'guest',
}

/** How somebody belongs to a group; null for a word that says nothing of it. */
export function readRole(cell: string): MemberRole | null {
  return roles[plainWord(cell)] ?? null
}

const part2Words: Readonly<Record<string, Part2>> = {
  '': 'unsure',
  unsure: 'unsure',
  part2: 'part2',
  '42cfrpart2': 'part2',
  yes: 'part2',
  sud: 'part2',
  none: 'none',
  no: 'none',
}

/** Whether a group is under Part 2; null for a word that says nothing of it. Where nothing stands, one is unsure. */
export function readPart2(cell: string): Part2 | null {
  return part2Words[plainWord(cell)] ?? null
}

const groupTypes = new Map(
  groupTypeSchema.options.flatMap((type) =>
    [type, groupTypeNames[type]].map((word) => [plainWord(word), type] as const),
  ),
)

/** A group's type by its name or its short form; null for a word that is none. */
export function readGroupType(cell: string): GroupType | null {
  return groupTypes.get(plainWord(cell)) ?? null
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** A weekday, 1 for Monday to 7 for Sunday, by its English name, the beginning of it, or its number; null for none. */
export function readWeekday(cell: string): number | null {
  const word = plainWord(cell)
  if (/^[1-7]$/.test(word)) return Number(word)
  const at = word.length < 3 ? -1 : weekdays.findIndex((day) => day.startsWith(word) || `${day}s` === word)
  return at === -1 ? null : at + 1
}

/** A time of day as `18:00`, from `18:00`, `18.00`, `6 pm` or `6:30 PM`; null for none. */
export function readTime(cell: string): string | null {
  const parts = /^\s*(?<hour>\d{1,2})(?:[:.](?<minute>[0-5]\d))?\s*(?<half>[ap])?\.?(?:m\.?)?\s*$/i.exec(
    cell,
  )?.groups
  if (parts === undefined) return null
  const half = parts['half']?.toLowerCase()
  // A bare number is no time: it could be anything.
  if (half === undefined && parts['minute'] === undefined) return null
  const written = Number(parts['hour'])
  if (half === undefined ? written > 23 : written < 1 || written > 12) return null
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0)
  return `${String(hour).padStart(2, '0')}:${parts['minute'] ?? '00'}`
}

/** A whole number of minutes or places; null for anything else. */
export function readCount(cell: string): number | null {
  const text = /^\s*(?<count>\d{1,4})\s*(?:min|minutes)?\s*$/i.exec(cell)?.groups?.['count']
  return text === undefined ? null : Number(text)
}

/** A day as `2026-11-22`. A year of two figures is none: nobody can tell which. */
export function readDay(cell: string, order: DateOrder): string | null {
  const text = cell.trim()
  const isIso = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const parts = /^(?<one>\d{1,2})\s*[./-]\s*(?<two>\d{1,2})\s*[./-]\s*(?<year>\d{4})$/.exec(text)?.groups
  if (!isIso && parts === undefined) return null
  const [day, month] =
    order === 'day-first' ? [parts?.['one'], parts?.['two']] : [parts?.['two'], parts?.['one']]
  const iso = isIso ? text : `${parts?.['year']}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return z.iso.date().safeParse(iso).success ? iso : null
}

/** Which order the dates of a column are in, where one of them can be read in one way only. */
export function guessDateOrder(cells: readonly string[]): DateOrder | null {
  const reads = (order: DateOrder) => cells.filter((cell) => readDay(cell, order) !== null).length
  const days = reads('day-first')
  const months = reads('month-first')
  if (days === months) return null
  return days > months ? 'day-first' : 'month-first'
}
