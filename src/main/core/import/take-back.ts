import type { GroupId, ImportId, PersonId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { enterCare } from '../care/enter-care.ts'
import type { Clock } from '../clock.ts'
import { removeGroup, removeMember } from '../roster/roster-repository.ts'
import { transact, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { digestOfGroup, digestOfMember } from './digest.ts'
import { listImported, readLastImport, saveUndone, type Imported } from './import-repository.ts'
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

function removeAll({ record, clock }: Sources, importId: ImportId): void {
  const brought = listImported(record, importId)
  const { wallMs, zone } = clock.read()
  for (const { personId, careSeq } of brought) {
    if (personId === null || careSeq === null) continue
    const act = { kind: 'taken-back', refersTo: careSeq, day: isoDay(wallMs, zone), reason: '' } as const
    // They have left that group already, or were moved to another one.
    if (!enterCare({ record, clock }, { personId, act, evenIfClosed: false }).ok) throw new InUse()
  }
  const members = brought.flatMap((one) =>
    one.groupId === null && one.personId !== null ? [{ ...one, personId: one.personId }] : [],
  )
  const groups = brought.flatMap((one) =>
    one.personId === null && one.groupId !== null ? [{ ...one, groupId: one.groupId }] : [],
  )
  if (!members.every((one) => isMemberUntouched(record, importId, one))) throw new InUse()
  if (!groups.every((one) => isGroupUntouched(record, importId, one))) throw new InUse()
  for (const { personId } of members) removeMember(record, personId)
  for (const { groupId } of groups) removeGroup(record, groupId)
  saveUndone(record, importId, wallMs)
}

function isMemberUntouched(
  record: ReadableDb<'record'>,
  importId: ImportId,
  { personId, digest }: Imported & { readonly personId: PersonId },
): boolean {
  return isSame(digestOfMember(record, importId, personId), digest) && !isMemberKnown(record, personId)
}

function isGroupUntouched(
  record: ReadableDb<'record'>,
  importId: ImportId,
  { groupId, digest }: Imported & { readonly groupId: GroupId },
): boolean {
  return isSame(digestOfGroup(record, importId, groupId), digest) && !isGroupUsed(record, groupId)
}

function isSame(now: Uint8Array | null, then: Uint8Array | null): boolean {
  return now !== null && then !== null && Buffer.compare(now, then) === 0
}
