import { counted, listed } from '../../shared/count.ts'
import type { ImportField } from '../../shared/import/mapping.ts'
import type { LineFate, PlannedLine } from '../../shared/import/plan-import.ts'
import type { ImportProblem } from '../../shared/import/read-line.ts'
import type { ImportCounts, ImportState } from '../../shared/ipc/import-calls.ts'

export const fieldNames: Readonly<Record<ImportField, string>> = {
  name: 'Preferred name',
  initials: 'Initials',
  'chart-id': 'Chart number',
  role: 'Member, family, partner',
  'agreed-on': 'Agreed to confidentiality on',
  group: 'Group',
  'group-type': 'Type of the group',
  length: 'Minutes of a session',
  part2: '42 CFR Part 2',
  capacity: 'Places',
  weekday: 'Weekday',
  time: 'Begins at',
}

export const problemWords: Readonly<Record<ImportProblem, string>> = {
  nothing: 'holds neither a name nor a group',
  name: 'the name is too long, or breaks a line',
  initials: 'the initials are too long',
  'chart-id': 'the chart number is too long',
  role: 'who they are to the group cannot be read',
  'agreed-on': 'the day they agreed on cannot be read',
  group: 'the name of the group is too long',
  'group-type': 'this type of group is not known',
  length: 'the minutes are no number from 10 to 480',
  part2: 'whether Part 2 applies cannot be read',
  capacity: 'the places are no number, or more than the clinic’s limit',
  weekday: 'the weekday cannot be read',
  time: 'the time cannot be read',
  'group-full': 'the group has no place left',
  'group-closed': 'the group is closed: open it first, or put them in by hand',
  'has-left': 'they were discharged or removed: readmit them first',
  'agenda-over-length': 'the phases of this type do not fit into its minutes',
}

/** `12 members and 2 groups`; what there is none of is not said. */
export function countWords({ members, groups, enrolments }: ImportCounts): string {
  const parts = [
    members === 0 ? '' : counted(members, 'member'),
    groups === 0 ? '' : counted(groups, 'group'),
    members === 0 && groups === 0 && enrolments > 0 ? counted(enrolments, 'place') : '',
  ]
  return listed(parts.filter(Boolean))
}

/** What a line is about: a person, or a group alone. */
export function isGroupAlone({ name }: PlannedLine): boolean {
  return name === ''
}

/** What becomes of a line, in a few words. */
export function fateWords(line: PlannedLine, fate: LineFate, known: string): string {
  if (fate === 'left-out') return 'Leave out'
  if (fate === 'new') return isGroupAlone(line) ? 'A new group' : 'Somebody new'
  return known
}

/** `1,200 of 5,000 lines`. */
export function linesDone({ doneCount, totalCount }: RunningImport): string {
  return `${figure(doneCount)} of ${figure(totalCount)} lines`
}

export type RunningImport = Extract<ImportState, { readonly stage: 'running' }>

function figure(count: number): string {
  return count.toLocaleString('en')
}
