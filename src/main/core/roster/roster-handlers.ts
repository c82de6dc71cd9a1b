import { fitAgenda } from '../../../shared/agenda/fit-agenda.ts'
import { totalMinutes } from '../../../shared/agenda/phase.ts'
import { groupIdSchema, personIdSchema, type GroupId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { rosterCalls } from '../../../shared/ipc/roster-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { GroupDraft } from '../../../shared/roster/group.ts'
import { readAgenda, saveAgenda } from '../agenda/agenda-repository.ts'
import { makeTemplateAgenda } from '../agenda/template-agenda.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { changePreparedModality } from '../session/modality-repository.ts'
import { transact, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { readRoster } from './read-roster.ts'
import {
  changeCoSigning,
  changeFacilitator,
  enrol,
  findGroup,
  findMember,
  insertFacilitator,
  listGroups,
  listMembersOf,
  saveAliases,
  saveGroup,
  saveMember,
  withdraw,
} from './roster-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly random: Random
}

type Done = Result<null, Failure>
const done: Done = succeed(null)
const notFound = fail({ code: 'not-found' } as const)

export function rosterHandlers({
  record,
  random,
}: Sources): Handlers<Exclude<keyof typeof rosterCalls, `roster.${'set' | 'reset'}-signing-pin`>> {
  return {
    'roster.read': () => succeed(readRoster(record)),
    'roster.create-group': (draft) => createGroup(record, random, draft),
    'roster.change-group': ({ groupId, draft }) => changeGroup(record, groupId, draft),
    'roster.create-member': ({ groupId, draft }) => {
      const room = findRoom(record, groupId)
      if (!room.ok) return room
      const personId = personIdSchema.parse(random.uuid())
      transact(record, () => {
        saveMember(record, personId, draft)
        enrol(record, groupId, personId)
      })
      return succeed({ personId })
    },
    'roster.change-member': ({ personId, draft }) => {
      if (findMember(record, personId) === undefined) return notFound
      saveMember(record, personId, draft)
      return done
    },
    'roster.set-aliases': ({ personId, aliases }) => {
      if (findMember(record, personId) === undefined) return notFound
      transact(record, () => saveAliases(record, personId, [...new Set(aliases)]))
      return done
    },
    'roster.enrol': ({ groupId, personId }) => {
      if (findMember(record, personId) === undefined) return notFound
      // Enrolled already: what was asked for is so, however full the group is.
      if (listMembersOf(record, groupId).some(({ id }) => id === personId)) return done
      const room = findRoom(record, groupId)
      if (!room.ok) return room
      enrol(record, groupId, personId)
      return done
    },
    'roster.withdraw': ({ groupId, personId }) => {
      if (findGroup(record, groupId) === undefined || findMember(record, personId) === undefined)
        return notFound
      withdraw(record, groupId, personId)
      return done
    },
    ...facilitatorHandlers({ record, random }),
  }
}

type FacilitatorCallName = 'roster.create-facilitator' | 'roster.change-facilitator' | 'roster.set-co-signing'

function facilitatorHandlers({ record, random }: Sources): Handlers<FacilitatorCallName> {
  return {
    'roster.create-facilitator': (draft) => {
      const personId = personIdSchema.parse(random.uuid())
      insertFacilitator(record, { id: personId, ...draft, isAuthor: false })
      return succeed({ personId })
    },
    'roster.change-facilitator': ({ personId, draft }) =>
      changeFacilitator(record, personId, draft) ? done : notFound,
    'roster.set-co-signing': ({ personId, ...flags }) =>
      changeCoSigning(record, personId, flags) ? done : notFound,
  }
}

function createGroup(
  record: WritableDb<'record'>,
  random: Random,
  draft: GroupDraft,
): Result<{ groupId: GroupId }, Failure> {
  if (isNameTaken(record, draft.name)) return fail({ code: 'name-taken' })
  const agenda = makeTemplateAgenda(draft.type, draft.lengthMinutes, random)
  if (!agenda.ok) return agenda
  const groupId = groupIdSchema.parse(random.uuid())
  transact(record, () => {
    saveGroup(record, groupId, draft)
    saveAgenda(record, groupId, agenda.value)
  })
  return succeed({ groupId })
}

// A group's agenda is the clinic's own work, so neither another type nor another length replaces it: it is trimmed to
// its minima where a shorter length asks for it, and stays otherwise.
function changeGroup(record: WritableDb<'record'>, groupId: GroupId, draft: GroupDraft): Done {
  const before = findGroup(record, groupId)
  if (before === undefined) return notFound
  if (isNameTaken(record, draft.name, groupId)) return fail({ code: 'name-taken' })
  if (listMembersOf(record, groupId).length > draft.capacity) return fail({ code: 'group-full' })
  const agenda = readAgenda(record, groupId)
  const isOver = totalMinutes(agenda) > draft.lengthMinutes
  const fitted = isOver ? fitAgenda(agenda, draft.lengthMinutes) : succeed(agenda)
  if (!fitted.ok) return fail({ code: 'agenda-over-length' })
  transact(record, () => {
    saveGroup(record, groupId, draft)
    if (draft.modality !== before.modality) changePreparedModality(record, groupId, draft.modality)
    if (isOver) saveAgenda(record, groupId, fitted.value)
  })
  return done
}

function isNameTaken(record: ReadableDb<'record'>, name: string, exceptFor?: GroupId): boolean {
  return listGroups(record).some((group) => group.id !== exceptFor && sameName(group.name, name))
}

function sameName(a: string, b: string): boolean {
  return a.normalize().toLowerCase() === b.normalize().toLowerCase()
}

/** Whether a group has a free place. Fails with `not-found` or `group-full`. */
function findRoom(record: ReadableDb<'record'>, groupId: GroupId): Done {
  const group = findGroup(record, groupId)
  if (group === undefined) return notFound
  return listMembersOf(record, groupId).length >= group.capacity ? fail({ code: 'group-full' }) : done
}
