import { isDeepStrictEqual } from 'node:util'
import type { ImportCounts, DoneImport } from '../../../shared/ipc/import-calls.ts'
import type { Clock } from '../clock.ts'
import { findAuthor } from '../roster/roster-repository.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { insertEnrolled, insertGroups, insertMembers, insertPlaces } from './bulk-repository.ts'
import { insertAllImported, insertImport, type Imported } from './import-repository.ts'
import type { Prepared } from './prepare-import.ts'
import { readBasis } from './read-basis.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
}

/**
 * Writes all that was put together, in one transaction, and what it was, so that it can be taken back. Null, with nothing
 * written, when what it was planned upon is not so any more.
 */
export function takeOver({ record, clock }: Sources, prepared: Prepared): DoneImport | null {
  if (!isDeepStrictEqual(readBasis(record), prepared.basis)) return null
  const done = {
    importId: prepared.importId,
    importedAtMs: clock.read().wallMs,
    counts: countsOf(prepared),
  }
  transact(record, () => writeAll(record, prepared, done))
  return done
}

function writeAll(
  record: WritableDb<'record'>,
  { groups, members, places, untold }: Prepared,
  done: DoneImport,
): void {
  insertImport(record, done)
  insertGroups(record, groups)
  insertMembers(record, members)
  insertEnrolled(record, untold, { enteredAtMs: null, enteredById: null })
  // Since when somebody comes does not stand in a table, and to say today would be wrong.
  const enteredById = findAuthor(record)?.id ?? null
  const firstSeq = insertEnrolled(record, places, { enteredAtMs: done.importedAtMs, enteredById })
  insertPlaces(record, places)
  insertAllImported(record, done.importId, [
    ...groups.map(({ groupId, digest }): Imported => ({ kind: 'group', groupId, digest })),
    ...members.map(({ personId, digest }): Imported => ({ kind: 'member', personId, digest })),
    ...places.map(({ personId }, index): Imported => ({
      kind: 'enrolment',
      personId,
      careSeq: firstSeq + index,
    })),
  ])
}

function countsOf({ members, groups, places }: Prepared): ImportCounts {
  return { members: members.length, groups: groups.length, enrolments: places.length }
}
