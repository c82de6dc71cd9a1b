import { groupTypeSchema } from '../agenda/group-type.ts'
import { z } from '../zod.ts'
import { plainWord } from './plain-word.ts'

/** What a column of a table can hold. A line with a name is a member, one with a group alone is that group. */
export const importFieldSchema = z.enum([
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
])
export type ImportField = z.infer<typeof importFieldSchema>

/** In which order a date names its parts, where it does not begin with the year. */
export const dateOrderSchema = z.enum(['day-first', 'month-first'])
export type DateOrder = z.infer<typeof dateOrderSchema>

export const maxColumns = 60

/** How a table is read. */
export const mappingSchema = z.strictObject({
  /** What each column holds, from the left; null for one that is left out. */
  columns: z.array(importFieldSchema.nullable()).max(maxColumns),
  /** Whether the first line names the columns. */
  hasHeadings: z.boolean(),
  dateOrder: dateOrderSchema,
  /** What a group is that is not on file and of which the table does not say it. */
  groupType: groupTypeSchema,
})
export type Mapping = z.infer<typeof mappingSchema>

const headings: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    'name',
    'preferredname',
    'member',
    'membername',
    'fullname',
    'firstname',
    'patient',
    'patientname',
    'client',
    'clientname',
  ],
  initials: ['initials'],
  'chart-id': [
    'chart',
    'chartid',
    'chartno',
    'chartnumber',
    'mrn',
    'patientid',
    'clientid',
    'recordnumber',
    'id',
  ],
  role: ['role', 'relation', 'relationship'],
  'agreed-on': [
    'agreedon',
    'agreed',
    'agreement',
    'confidentiality',
    'confidentialityagreement',
    'consentdate',
  ],
  group: ['group', 'groupname'],
  'group-type': ['type', 'grouptype', 'service'],
  length: ['length', 'minutes', 'lengthminutes', 'duration'],
  part2: ['part2', '42cfrpart2', 'cfrpart2'],
  capacity: ['capacity', 'places', 'seats', 'maximum'],
  weekday: ['weekday', 'day', 'meetson'],
  time: ['time', 'start', 'starttime', 'at'],
}

/** What the first line of a table says of its columns; each field is taken once. */
export function proposeColumns(firstLine: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>()
  return firstLine.map((cell) => {
    const word = plainWord(cell)
    const field = importFieldSchema.options.find((one) => !taken.has(one) && headings[one].includes(word))
    if (field === undefined) return null
    taken.add(field)
    return field
  })
}
