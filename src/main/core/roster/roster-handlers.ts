import { nameKey } from '../../../shared/name-key.ts'
import { fitAgenda } from '../../../shared/agenda/fit-agenda.ts'
import { totalMinutes } from '../../../shared/agenda/phase.ts'
import { groupIdSchema, personIdSchema, type GroupId, type PersonId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { rosterCalls } from '../../../shared/ipc/roster-calls.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { GroupDraft } from '../../../shared/roster/group.ts'
import { readAgenda, saveAgenda } from '../agenda/agenda-repository.ts'
import { makeTemplateAgenda } from '../agenda/template-agenda.ts'
import { readCareRules } from '../care/care-rules-repository.ts'
import { enterCare, refusePlace } from '../care/enter-care.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { changePreparedModality } from '../session/modality-repository.ts'
import { transact, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { readCurrentRoster, readRoster } from './read-roster.ts'
import {
  changeCoSigning,
  changeFacilitator,
  findGroup,
  findMember,
  insertFacilitator,
  listGroups,
  listMembersOf,
  saveAliases,
  saveGroup,
  saveMember,
} from './roster-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly random: Random
  readonly clock: Clock
}

type Done = Result<null, Failure>
const done: Done = succeed(null)
const notFound = fail({ code: 'not-found' } as const)

export function rosterHandlers({
  record,
  random,
  clock,
}: Sources): Handlers<Exclude<keyof typeof rosterCalls, `roster.${'set' | 'reset'}-signing-pin`>> {
  return {
    'roster.read': () => succeed(readRoster(record)),
    'roster.current': () => succeed(readCurrentRoster(record)),
    'roster.create-group': (draft) => createGroup(record, random, draft),
    'roster.change-group': ({ groupId, draft }) => changeGroup(record, groupId, draft),
    'roster.create-member': ({ groupId, draft, evenIfClosed = false }) => {
      const place = refusePlace(record, groupId, evenIfClosed)
      if (place !== null) return place
      const personId = personIdSchema.parse(random.uuid())
      return transact(record, () => {
        saveMember(record, personId, draft)
        const act = { kind: 'enrolled', groupId, day: today(clock), reason: '' } as const
        const entered = enterCare({ record, clock }, { personId, act, evenIfClosed })
        return entered.ok ? succeed({ personId }) : entered
      })
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
    'roster.enrol': ({ groupId, personId, evenIfClosed = false }) => {
      if (findMember(record, personId) === undefined) return notFound
      // Enrolled already: what was asked for is so, however full the group is.
      if (isIn(record, groupId, personId)) return done
      const act = { kind: 'enrolled', groupId, day: today(clock), reason: '' } as const
      const entered = enterCare({ record, clock }, { personId, act, evenIfClosed })
      return entered.ok ? done : entered
    },
    'roster.withdraw': ({ groupId, personId }) => {
      if (findGroup(record, groupId) === undefined || findMember(record, personId) === undefined)
        return notFound
      if (!isIn(record, groupId, personId)) return done
      const act = { kind: 'withdrawn', groupId, day: today(clock), reason: '' } as const
      const entered = enterCare({ record, clock }, { personId, act, evenIfClosed: false })
      return entered.ok ? done : entered
    },
    ...facilitatorHandlers({ record, random }),
  }
}

type FacilitatorCallName = 'roster.create-facilitator' | 'roster.change-facilitator' | 'roster.set-co-signing'

function facilitatorHandlers({ record, random }: Omit<Sources, 'clock'>): Handlers<FacilitatorCallName> {
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
  if (draft.capacity > readCareRules(record).mostMembers) return overTheLimit('capacity')
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
  // A group that had more places when the clinic lowered its limit keeps them, and gets no more.
  if (draft.capacity > Math.max(before.capacity, readCareRules(record).mostMembers))
    return overTheLimit('draft.capacity')
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
  return listGroups(record).some((group) => group.id !== exceptFor && nameKey(group.name) === nameKey(name))
}

function overTheLimit(path: string): Result<never, Failure> {
  return fail({ code: 'bad-input', fields: [{ path, rule: 'over-the-limit' }] })
}

function isIn(record: ReadableDb<'record'>, groupId: GroupId, personId: PersonId): boolean {
  return listMembersOf(record, groupId).some(({ id }) => id === personId)
}

function today(clock: Clock): string {
  const { wallMs, zone } = clock.read()
  return isoDay(wallMs, zone)
}
