import { standingOf, withAct, type Waiting } from '../../../shared/care/standing.ts'
import type { CareEntry } from '../../../shared/care/care-entry.ts'
import type { GroupId, ImportId, PersonId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { listAgendas } from '../agenda/agenda-repository.ts'
import { insertWaiting, readCareEntriesOf } from '../care/care-repository.ts'
import type { Clock } from '../clock.ts'
import { findAuthor, listGroups, listMeetings, listMembers } from '../roster/roster-repository.ts'
import { transact, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { deleteGroups, deleteMembers, deletePlaces, insertTakenBack } from './bulk-repository.ts'
import { digestOfGroup, digestOfMember } from './digest.ts'
import { listImported, readLastImport, saveUndone, type Imported } from './import-repository.ts'
import type { Place } from './prepare-import.ts'
import { isGroupUsed, isMemberKnown } from './use-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
}

/** Thrown to roll back, and caught where the transaction was begun. */
class InUse extends Error {}

/**
 * Takes the last import back, all of it or nothing. Fails with `not-found` for another one, and with `import-in-use` when
 * something that it brought was changed since, or anything in the record is about it.
 */
export function takeBack({ record, clock }: Sources, importId: ImportId): Result<null, Failure> {
  if (readLastImport(record)?.importId !== importId) return fail({ code: 'not-found' })
  try {
    transact(record, () => removeAll({ record, clock }, importId))
  } catch (error) {
    if (error instanceof InUse) return fail({ code: 'import-in-use' })
    throw error
  }
  return succeed(null)
}

type Of<Kind extends Imported['kind']> = Extract<Imported, { readonly kind: Kind }>

function removeAll({ record, clock }: Sources, importId: ImportId): void {
  const brought = listImported(record, importId)
  const members = brought.filter((one): one is Of<'member'> => one.kind === 'member')
  const groups = brought.filter((one): one is Of<'group'> => one.kind === 'group')
  takeBackPlaces(
    { record, clock },
    brought.filter((one): one is Of<'enrolment'> => one.kind === 'enrolment'),
  )
  if (!areUntouched(record, importId, { members, groups })) throw new InUse()
  deleteMembers(
    record,
    members.map(({ personId }) => personId),
  )
  deleteGroups(
    record,
    groups.map(({ groupId }) => groupId),
  )
  saveUndone(record, importId, clock.read().wallMs)
}

// As `enterCare` takes back one by one.
function takeBackPlaces({ record, clock }: Sources, enrolments: readonly Of<'enrolment'>[]): void {
  const { wallMs, zone } = clock.read()
  const day = isoDay(wallMs, zone)
  const seqsOf = Map.groupBy(enrolments, ({ personId }) => personId)
  const entriesOf = Map.groupBy(readCareEntriesOf(record, [...seqsOf.keys()]), ({ personId }) => personId)
  const left: Place[] = []
  const waitingAgain: { readonly personId: PersonId; readonly waiting: Waiting }[] = []
  for (const [personId, brought] of seqsOf) {
    const entries = entriesOf.get(personId) ?? []
    const seqs = new Set(brought.map(({ careSeq }) => careSeq))
    // They have left that group already, or were moved to another one.
    if (entries.some(({ seq, takenBackBy }) => seqs.has(seq) && takenBackBy !== null)) throw new InUse()
    const { groupIds, waiting } = changeOf(entries, seqs, day)
    left.push(...groupIds.map((groupId) => ({ groupId, personId })))
    waitingAgain.push(...waiting.map((one) => ({ personId, waiting: one })))
  }
  insertTakenBack(record, enrolments, {
    day,
    enteredAtMs: wallMs,
    enteredById: findAuthor(record)?.id ?? null,
  })
  deletePlaces(record, left)
  for (const { personId, waiting } of waitingAgain) insertWaiting(record, personId, waiting)
}

/** Which groups somebody leaves when these entries are taken back, and for which places they wait again. */
function changeOf(entries: readonly CareEntry[], seqs: ReadonlySet<number>, day: string) {
  const before = standingOf(entries)
  let taken: ReturnType<typeof withAct> = entries
  for (const refersTo of seqs) taken = withAct(taken, { kind: 'taken-back', refersTo, day, reason: '' })
  const after = standingOf(taken)
  return {
    groupIds: before.groupIds.filter((groupId) => !after.groupIds.includes(groupId)),
    waiting: after.waiting.filter((one) => !before.waiting.some(({ groupId }) => groupId === one.groupId)),
  }
}

interface Brought {
  readonly members: readonly Of<'member'>[]
  readonly groups: readonly Of<'group'>[]
}

function areUntouched(
  record: ReadableDb<'record'>,
  importId: ImportId,
  { members, groups }: Brought,
): boolean {
  const onFile = new Map(listMembers(record).map((member) => [member.id, member]))
  const areSame = members.every(({ personId, digest }) => {
    const member = onFile.get(personId)
    return member !== undefined && isSame(digestOfMember(importId, member), digest)
  })
  if (!areSame || members.some(({ personId }) => isMemberKnown(record, personId))) return false
  const now = digestsOfGroups(record, importId)
  return groups.every(
    ({ groupId, digest }) => isSame(now.get(groupId), digest) && !isGroupUsed(record, groupId),
  )
}

function digestsOfGroups(record: ReadableDb<'record'>, importId: ImportId): ReadonlyMap<GroupId, Uint8Array> {
  const meetings = Map.groupBy(listMeetings(record), ({ groupId }) => groupId)
  const agendas = listAgendas(record)
  return new Map(
    listGroups(record).map((group) => [
      group.id,
      digestOfGroup(importId, group, meetings.get(group.id) ?? [], agendas.get(group.id) ?? []),
    ]),
  )
}

function isSame(now: Uint8Array | undefined, then: Uint8Array): boolean {
  return now !== undefined && Buffer.compare(now, then) === 0
}
