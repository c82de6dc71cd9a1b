import type { GroupType } from '../agenda/group-type.ts'
import { personIdSchema } from '../ids.ts'
import { z } from '../zod.ts'
import type { Mapping } from './mapping.ts'
import { importProblemSchema, readLine, type ImportProblem, type ReadLine } from './read-line.ts'
import {
  addMeeting,
  addMember,
  findGroup,
  findPerson,
  makeGroup,
  rosterAhead,
  type KnownGroup,
  type KnownPerson,
  type OnFile,
  type RosterAhead,
} from './roster-ahead.ts'

/** What becomes of a line: something new, something that is known already, or nothing. */
export const lineFateSchema = z.enum(['new', 'same', 'left-out'])
export type LineFate = z.infer<typeof lineFateSchema>

/** What a person decided about a line, instead of what was proposed. */
export const decisionSchema = z.strictObject({ line: z.int().min(1), fate: lineFateSchema })
export type Decision = z.infer<typeof decisionSchema>

/** One line as it would be taken over. `line` counts the lines of the table from 1, headings included. */
export const plannedLineSchema = z.strictObject({
  line: z.int(),
  /** Empty for a line that is a group alone. */
  name: z.string(),
  chartId: z.string(),
  group: z.string(),
  fate: lineFateSchema,
  problems: z.array(importProblemSchema),
  /** Who this seems to be: somebody on file, or the member of an earlier line. */
  match: z
    .strictObject({ personId: personIdSchema.nullable(), line: z.int().nullable(), byChart: z.boolean() })
    .nullable(),
})
export type PlannedLine = z.infer<typeof plannedLineSchema>

export interface TableLine {
  readonly line: number
  readonly cells: readonly string[]
}

/** Each line's fate, and what all of them together make. */
export interface ImportPlan extends Pick<RosterAhead, 'members' | 'groups' | 'enrolments'> {
  readonly lines: readonly PlannedLine[]
}

export interface ImportRules {
  readonly mapping: Mapping
  readonly decisions: readonly Decision[]
  /** The most places that a group may have here. */
  readonly mostMembers: number
  /** Whether a type's phases fit into a length. */
  readonly fits: (type: GroupType, lengthMinutes: number) => boolean
}

/** Plans a table line by line, so that one of thousands of lines can be planned between other things. */
export interface Planner extends Pick<RosterAhead, 'members' | 'groups' | 'enrolments'> {
  /** What becomes of the next line. What it makes is at the end of the lists. */
  readonly next: (line: TableLine) => PlannedLine
}

export function createPlanner(onFile: OnFile, rules: ImportRules): Planner {
  const ahead = rosterAhead(onFile)
  const decided = new Map(rules.decisions.map(({ line, fate }) => [line, fate]))
  const { members, groups, enrolments } = ahead
  return {
    members,
    groups,
    enrolments,
    next({ line, cells }) {
      const read = readLine(cells, rules.mapping, rules.mostMembers)
      return planLine(ahead, line, read, decided.get(line) ?? null, rules)
    },
  }
}

/** What a table would change; nothing is changed by it. Groups are the same by their name. */
export function planImport(table: readonly TableLine[], onFile: OnFile, rules: ImportRules): ImportPlan {
  const { next, ...made } = createPlanner(onFile, rules)
  return { lines: table.map((line) => next(line)), ...made }
}

function planLine(
  ahead: RosterAhead,
  line: number,
  read: ReadLine,
  decided: LineFate | null,
  rules: ImportRules,
): PlannedLine {
  const found = read.member === null ? null : findPerson(ahead, read.member)
  const fate = fateOf(ahead, read, found !== null, decided)
  const known = fate === 'same' ? (found?.person ?? null) : null
  const problems = fate === 'left-out' ? [] : [...read.problems]
  const problem =
    fate === 'left-out' || problems.length > 0 ? null : takeOver(ahead, line, read, known, rules)
  return {
    line,
    name: read.member?.name ?? '',
    chartId: read.member?.chartId ?? '',
    group: read.group?.name ?? '',
    fate,
    problems: problem === null ? problems : [problem],
    match: found === null ? null : matchOf(found.person, found.byChart),
  }
}

/** What was decided, where that is possible: nobody is the same as nobody, and no group is there twice. */
function fateOf(
  ahead: RosterAhead,
  { member, group }: ReadLine,
  isKnown: boolean,
  decided: LineFate | null,
): LineFate {
  if (decided === 'left-out') return decided
  if (member === null) return group !== null && findGroup(ahead, group.name) !== null ? 'same' : 'new'
  return isKnown ? (decided ?? 'same') : 'new'
}

function takeOver(
  ahead: RosterAhead,
  line: number,
  { member, group: cells }: ReadLine,
  known: KnownPerson | null,
  { mapping, mostMembers, fits }: ImportRules,
): ImportProblem | null {
  let group: KnownGroup | null = null
  if (cells !== null) {
    group = findGroup(ahead, cells.name)
    if (group !== null && cells.meeting !== null) addMeeting(ahead, group, cells.meeting)
    group ??= makeGroup(ahead, cells, { groupType: mapping.groupType, mostMembers, fits })
    if (group === null) return 'agenda-over-length'
  }
  return member === null ? null : addMember(ahead, line, member, known, group)
}

function matchOf({ ref }: KnownPerson, byChart: boolean): PlannedLine['match'] {
  return 'personId' in ref
    ? { personId: ref.personId, line: null, byChart }
    : { personId: null, line: ref.line, byChart }
}
