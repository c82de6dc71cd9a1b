import type { ImportId } from '../../../shared/ids.ts'
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
  for (const one of brought) {
    if (one.kind !== 'enrolment') continue
    const { personId, careSeq } = one
    const act = { kind: 'taken-back', refersTo: careSeq, day: isoDay(wallMs, zone), reason: '' } as const
    // They have left that group already, or were moved to another one.
    if (!enterCare({ record, clock }, { personId, act, evenIfClosed: false }).ok) throw new InUse()
  }
  if (!brought.every((one) => isUntouched(record, importId, one))) throw new InUse()
  for (const one of brought) if (one.kind === 'member') removeMember(record, one.personId)
  for (const one of brought) if (one.kind === 'group') removeGroup(record, one.groupId)
  saveUndone(record, importId, wallMs)
}

function isUntouched(record: ReadableDb<'record'>, importId: ImportId, one: Imported): boolean {
  switch (one.kind) {
    case 'member':
      return (
        isSame(digestOfMember(record, importId, one.personId), one.digest) &&
        !isMemberKnown(record, one.personId)
      )
    case 'group':
      return (
        isSame(digestOfGroup(record, importId, one.groupId), one.digest) && !isGroupUsed(record, one.groupId)
      )
    case 'enrolment':
      return true
  }
}

function isSame(now: Uint8Array | undefined, then: Uint8Array): boolean {
  return now !== undefined && Buffer.compare(now, then) === 0
}
