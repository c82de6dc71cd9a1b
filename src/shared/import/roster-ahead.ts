import { nameKey } from '../name-key.ts'
import type { GroupType } from '../agenda/group-type.ts'
import { agendaTemplates } from '../agenda/templates.ts'
import type { GroupId, PersonId } from '../ids.ts'
import { defaultCapacity, type GroupDraft, type Meeting } from '../roster/group.ts'
import type { MemberDraft } from '../roster/member.ts'
import { proposeInitials } from '../roster/propose-initials.ts'
import type { GroupCells, ImportProblem, MemberCells } from './read-line.ts'

/** What an import needs to know of who is on file. */
export interface OnFile {
  readonly members: readonly {
    readonly id: PersonId
    readonly preferredName: string
    readonly initials: string
    readonly chartId: string
    /** Discharged or removed. */
    readonly hasLeft: boolean
  }[]
  readonly groups: readonly {
    readonly id: GroupId
    readonly name: string
    readonly capacity: number
    /** Takes nobody without somebody's deciding it for each. */
    readonly isClosed: boolean
    readonly memberIds: readonly PersonId[]
  }[]
}

/** Somebody on file, or the member that a line of the table makes. */
export type PersonRef = { readonly personId: PersonId } | { readonly line: number }
/** A group on file, or one of the new ones by its place among them. */
export type GroupRef = { readonly groupId: GroupId } | { readonly newGroup: number }

export interface KnownPerson {
  readonly ref: PersonRef
  readonly chartId: string
  readonly hasLeft: boolean
}

export interface KnownGroup {
  readonly ref: GroupRef
  readonly capacity: number
  readonly isClosed: boolean
  readonly people: Set<string>
  readonly initials: string[]
}

/** The roster as it would be after the lines so far: what an earlier line makes, a later one finds. */
export interface RosterAhead {
  readonly members: { readonly line: number; readonly draft: MemberDraft }[]
  readonly groups: (GroupDraft & { readonly schedule: Meeting[] })[]
  readonly enrolments: { readonly person: PersonRef; readonly group: GroupRef }[]
  readonly byChart: Map<string, KnownPerson>
  readonly byName: Map<string, KnownPerson[]>
  readonly byGroupName: Map<string, KnownGroup>
}

export function rosterAhead({ members, groups }: OnFile): RosterAhead {
  const ahead: RosterAhead = {
    members: [],
    groups: [],
    enrolments: [],
    byChart: new Map(),
    byName: new Map(),
    byGroupName: new Map(),
  }
  for (const { id, preferredName, chartId, hasLeft } of members)
    know(ahead, preferredName, { ref: { personId: id }, chartId, hasLeft })
  const initialsOf = new Map(members.map(({ id, initials }) => [id, initials]))
  for (const { id, name, capacity, isClosed, memberIds } of groups) {
    ahead.byGroupName.set(sameKey(name), {
      ref: { groupId: id },
      capacity,
      isClosed,
      people: new Set(memberIds),
      initials: memberIds.flatMap((memberId) => initialsOf.get(memberId) ?? []),
    })
  }
  return ahead
}

function know(ahead: RosterAhead, name: string, person: KnownPerson): void {
  if (person.chartId !== '') ahead.byChart.set(sameKey(person.chartId), person)
  ahead.byName.set(sameKey(name), [...(ahead.byName.get(sameKey(name)) ?? []), person])
}

/** Who a line seems to be: by their chart number, or by their name where no two chart numbers speak against it. */
export function findPerson(
  ahead: RosterAhead,
  { name, chartId }: MemberCells,
): { readonly person: KnownPerson; readonly byChart: boolean } | null {
  const charted = chartId === '' ? undefined : ahead.byChart.get(sameKey(chartId))
  if (charted !== undefined) return { person: charted, byChart: true }
  const named = ahead.byName.get(sameKey(name))?.find((one) => one.chartId === '' || chartId === '')
  return named === undefined ? null : { person: named, byChart: false }
}

export function findGroup(ahead: RosterAhead, name: string): KnownGroup | null {
  return ahead.byGroupName.get(sameKey(name)) ?? null
}

/** A group of the table that is known already: one that meets twice a week stands in two lines. */
export function addMeeting(ahead: RosterAhead, { ref }: KnownGroup, meeting: Meeting): void {
  const schedule = 'newGroup' in ref ? ahead.groups[ref.newGroup]?.schedule : undefined
  if (schedule === undefined || schedule.length >= 7) return
  const isThere = schedule.some(({ weekday, time }) => weekday === meeting.weekday && time === meeting.time)
  if (!isThere) schedule.push(meeting)
}

interface GroupRules {
  readonly groupType: GroupType
  readonly mostMembers: number
  readonly fits: (type: GroupType, lengthMinutes: number) => boolean
}

/** Makes a group of the type's own length where the table says none. Null when its phases do not fit into its minutes. */
export function makeGroup(
  ahead: RosterAhead,
  cells: GroupCells,
  { groupType, mostMembers, fits }: GroupRules,
): KnownGroup | null {
  const type = cells.type ?? groupType
  const lengthMinutes = cells.lengthMinutes ?? agendaTemplates[type].lengthMinutes
  if (!fits(type, lengthMinutes)) return null
  const { name, part2, meeting } = cells
  const capacity = cells.capacity ?? Math.min(defaultCapacity, mostMembers)
  const schedule = meeting === null ? [] : [meeting]
  ahead.groups.push({
    name,
    type,
    lengthMinutes,
    schedule,
    part2,
    capacity,
    modality: 'in-person',
    membership: 'open',
    countsHours: true,
  })
  const group = {
    ref: { newGroup: ahead.groups.length - 1 },
    capacity,
    isClosed: false,
    people: new Set<string>(),
    initials: [],
  }
  ahead.byGroupName.set(sameKey(name), group)
  return group
}

/** Puts a member into the roster, or finds the one that is known, and into their group; or says why that cannot be. */
export function addMember(
  ahead: RosterAhead,
  line: number,
  cells: MemberCells,
  known: KnownPerson | null,
  group: KnownGroup | null,
): ImportProblem | null {
  const ref = known?.ref ?? { line }
  const isIn = group?.people.has(keyOf(ref)) === true
  const refused = group === null || isIn ? null : refusePlace(group, known)
  if (refused !== null) return refused
  if (known === null) {
    const { name: preferredName, chartId, role, agreedOn } = cells
    // A name of signs alone has no initials; the person can be given some later.
    const initials = cells.initials || proposeInitials(preferredName, group?.initials) || '?'
    ahead.members.push({ line, draft: { preferredName, initials, chartId, role, agreedOn } })
    know(ahead, preferredName, { ref, chartId, hasLeft: false })
    group?.initials.push(initials)
  }
  if (group !== null && !isIn) {
    group.people.add(keyOf(ref))
    ahead.enrolments.push({ person: ref, group: group.ref })
  }
  return null
}

function refusePlace(
  { isClosed, people, capacity }: KnownGroup,
  known: KnownPerson | null,
): ImportProblem | null {
  if (known?.hasLeft === true) return 'has-left'
  if (isClosed) return 'group-closed'
  return people.size >= capacity ? 'group-full' : null
}

function keyOf(ref: PersonRef): string {
  return 'personId' in ref ? ref.personId : `line ${ref.line}`
}

// As the roster compares names; tables have blanks in them that nobody sees.
function sameKey(text: string): string {
  return nameKey(text.replaceAll(/\s+/g, ' '))
}
