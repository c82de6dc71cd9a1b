import type { Phase } from '../../../shared/agenda/phase.ts'
import { standingOf } from '../../../shared/care/standing.ts'
import {
  groupIdSchema,
  personIdSchema,
  type GroupId,
  type ImportId,
  type PersonId,
} from '../../../shared/ids.ts'
import type { Mapping } from '../../../shared/import/mapping.ts'
import {
  createPlanner,
  type Decision,
  type Planner,
  type TableLine,
} from '../../../shared/import/plan-import.ts'
import type { GroupDraft } from '../../../shared/roster/group.ts'
import type { MemberDraft } from '../../../shared/roster/member.ts'
import { makeTemplateAgenda } from '../agenda/template-agenda.ts'
import { readCareEntries } from '../care/care-repository.ts'
import type { Random } from '../effects.ts'
import { listGroupsOf } from '../roster/roster-repository.ts'
import { wordsOfNewMember, type MemberWords } from '../search/new-members.ts'
import type { ReadableDb } from '../vault/database.ts'
import { digestOfGroup, digestOfMember } from './digest.ts'
import { planRules } from './plan-rules.ts'
import { readBasis, type Basis } from './read-basis.ts'

/** What is to be taken over. */
export interface Asked {
  readonly importId: ImportId
  readonly lines: readonly TableLine[]
  readonly mapping: Mapping
  readonly decisions: readonly Decision[]
}

export interface NewGroup {
  readonly groupId: GroupId
  readonly draft: GroupDraft
  readonly agenda: readonly Phase[]
  readonly digest: Uint8Array
}

export interface NewMember {
  readonly personId: PersonId
  readonly draft: MemberDraft
  readonly digest: Uint8Array
  readonly words: MemberWords
}

export interface Place {
  readonly groupId: GroupId
  readonly personId: PersonId
}

/** Everything that an import writes, put together before the first row of it is written. */
export interface Prepared {
  readonly importId: ImportId
  /** What was on file when it was planned. */
  readonly basis: Basis
  readonly groups: readonly NewGroup[]
  readonly members: readonly NewMember[]
  readonly places: readonly Place[]
  /** Where members on file are already, and no entry of their history says so. */
  readonly untold: readonly Place[]
}

interface Sources {
  readonly record: ReadableDb<'record'>
  readonly random: Random
}

/**
 * Puts an import together in many short steps, each of which answers how many lines are done: whoever takes them may do
 * something else in between. Writes nothing. Null when a line has a problem, or somebody cannot be where they are to be.
 */
export function* prepareImport(
  asked: Asked,
  sources: Sources,
): Generator<number, Prepared | null, undefined> {
  const { importId, lines } = asked
  const basis = readBasis(sources.record)
  const rules = planRules(asked.mapping, asked.decisions, basis, sources.random)
  const planner = createPlanner(basis.onFile, rules)
  const members: NewMember[] = []
  const byLine = new Map<number, PersonId>()
  for (const [index, line] of lines.entries()) {
    if (planner.next(line).problems.length > 0) return null
    const made = planner.members[members.length]
    if (made !== undefined) {
      const member = newMember(importId, made.draft, sources.random)
      members.push(member)
      byLine.set(made.line, member.personId)
    }
    yield index + 1
  }
  const groups: NewGroup[] = []
  for (const draft of planner.groups) {
    groups.push(newGroup(importId, draft, sources.random))
    yield lines.length
  }
  const places = placesOf(planner, byLine, groups)
  const untold: Place[] = []
  for (const personId of new Set(onFile(planner))) {
    const found = untoldPlaces(sources.record, personId, places)
    if (found === null) return null
    untold.push(...found)
    yield lines.length
  }
  return { importId, basis, groups, members, places, untold }
}

function newMember(importId: ImportId, draft: MemberDraft, random: Random): NewMember {
  const personId = personIdSchema.parse(random.uuid())
  const digest = digestOfMember(importId, { id: personId, ...draft, aliases: [] })
  return { personId, draft, digest, words: wordsOfNewMember(personId, draft) }
}

function newGroup(importId: ImportId, draft: GroupDraft, random: Random): NewGroup {
  const groupId = groupIdSchema.parse(random.uuid())
  const agenda = makeTemplateAgenda(draft.type, draft.lengthMinutes, random)
  if (!agenda.ok) throw new Error('a plan with a group whose phases do not fit')
  const { schedule, ...row } = draft
  const digest = digestOfGroup(importId, { id: groupId, ...row }, schedule, agenda.value)
  return { groupId, draft, agenda: agenda.value, digest }
}

function placesOf(
  { enrolments }: Planner,
  byLine: ReadonlyMap<number, PersonId>,
  groups: readonly NewGroup[],
): Place[] {
  return enrolments.map(({ person, group }) => ({
    personId: known('personId' in person ? person.personId : byLine.get(person.line)),
    groupId: known('groupId' in group ? group.groupId : groups[group.newGroup]?.groupId),
  }))
}

// A plan names its own lines and groups alone.
function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a plan that names what it does not make')
  return value
}

/** Whom of those on file it enrols. */
function onFile({ enrolments }: Planner): PersonId[] {
  return enrolments.flatMap(({ person }) => ('personId' in person ? [person.personId] : []))
}

// As `enterCare` asks of one: their history has to let them in, and has to tell of every group that they are in.
function untoldPlaces(
  record: ReadableDb<'record'>,
  personId: PersonId,
  places: readonly Place[],
): Place[] | null {
  const { gone, groupIds } = standingOf(readCareEntries(record, personId))
  const isRefused = places.some((place) => place.personId === personId && groupIds.includes(place.groupId))
  if (gone !== null || isRefused) return null
  return listGroupsOf(record, personId)
    .filter((groupId) => !groupIds.includes(groupId))
    .map((groupId) => ({ groupId, personId }))
}
