import type { CareAct, CareEntry } from '../../../shared/care/care-entry.ts'
import { misfit, standingOf, withAct } from '../../../shared/care/standing.ts'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import {
  enrol,
  findAuthor,
  findGroup,
  findMember,
  listGroupsOf,
  listMembersOf,
  withdraw,
} from '../roster/roster-repository.ts'
import { transact, type ReadableDb, type WritableDb } from '../vault/database.ts'
import {
  deleteWaiting,
  insertCareEntry,
  insertWaiting,
  listWaitedFor,
  readCareEntries,
} from './care-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
}

export interface Entering {
  readonly personId: PersonId
  readonly act: CareAct
  /** A closed group takes nobody unless somebody decided it. */
  readonly evenIfClosed: boolean
}

/**
 * Appends an entry to a member's history and brings their groups and waiting lists up to what it says, in one
 * transaction. Answers the entry's number; fails as `care.enter` tells.
 */
export function enterCare(
  { record, clock }: Sources,
  { personId, act, evenIfClosed }: Entering,
): Result<{ seq: number }, Failure> {
  return transact(record, () => {
    const { wallMs, zone } = clock.read()
    if (findMember(record, personId) === undefined) return fail({ code: 'not-found' })
    if (act.day !== null && act.day > isoDay(wallMs, zone)) return wrongDay('act.day', 'still-to-come')
    if (act.kind === 'exempted' && act.reviewOn < act.day) return wrongDay('act.reviewOn', 'before-the-first')
    const entries = readWholeHistory(record, personId)
    const code = misfit(entries, act)
    if (code !== null) return fail({ code })
    const refused = refusePlaces(record, entries, act, evenIfClosed)
    if (refused !== null) return refused
    const enteredById = findAuthor(record)?.id ?? null
    const seq = insertCareEntry(record, { personId, act, enteredAtMs: wallMs, enteredById })
    settle(record, personId)
    return succeed({ seq })
  })
}

function wrongDay(path: string, rule: string): Result<never, Failure> {
  return fail({ code: 'bad-input', fields: [{ path, rule }] })
}

// Whoever is in a group without an entry that says so came into it on a day that nobody wrote down.
function readWholeHistory(record: WritableDb<'record'>, personId: PersonId): CareEntry[] {
  const { groupIds } = standingOf(readCareEntries(record, personId))
  for (const groupId of listGroupsOf(record, personId)) {
    if (groupIds.includes(groupId)) continue
    const act: CareAct = { kind: 'enrolled', groupId, day: null, reason: '' }
    insertCareEntry(record, { personId, act, enteredAtMs: null, enteredById: null })
  }
  return readCareEntries(record, personId)
}

/** Why a group does not take somebody; null where each that gains them does. */
function refusePlaces(
  record: WritableDb<'record'>,
  entries: readonly CareEntry[],
  act: CareAct,
  evenIfClosed: boolean,
): Result<never, Failure> | null {
  if ('groupId' in act && findGroup(record, act.groupId) === undefined) return fail({ code: 'not-found' })
  const before = standingOf(entries).groupIds
  const gained = standingOf(withAct(entries, act)).groupIds.filter((id) => !before.includes(id))
  for (const groupId of gained) {
    // What comes back by taking something back was decided before.
    const refused = refusePlace(record, groupId, evenIfClosed || act.kind === 'taken-back')
    if (refused !== null) return refused
  }
  return null
}

/** Why a group takes nobody more: `not-found`, `group-full` or `group-closed`; null when it does. */
export function refusePlace(
  record: ReadableDb<'record'>,
  groupId: GroupId,
  evenIfClosed: boolean,
): Result<never, Failure> | null {
  const group = findGroup(record, groupId)
  if (group === undefined) return fail({ code: 'not-found' })
  if (listMembersOf(record, groupId).length >= group.capacity) return fail({ code: 'group-full' })
  return group.membership === 'closed' && !evenIfClosed ? fail({ code: 'group-closed' }) : null
}

function settle(record: WritableDb<'record'>, personId: PersonId): void {
  const { groupIds, waiting } = standingOf(readCareEntries(record, personId))
  const enrolled = listGroupsOf(record, personId)
  for (const groupId of enrolled) if (!groupIds.includes(groupId)) withdraw(record, groupId, personId)
  for (const groupId of groupIds) if (!enrolled.includes(groupId)) enrol(record, groupId, personId)
  const isStill = (groupId: GroupId) => waiting.some((one) => one.groupId === groupId)
  const waited = listWaitedFor(record, personId)
  for (const groupId of waited) if (!isStill(groupId)) deleteWaiting(record, groupId, personId)
  for (const one of waiting) if (!waited.includes(one.groupId)) insertWaiting(record, personId, one)
}
