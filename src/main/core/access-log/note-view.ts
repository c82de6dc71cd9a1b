import type { PersonId } from '../../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import { lettingWrite, type WritableDb } from '../vault/database.ts'
import { insertAccess, isSameLook } from './access-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
}

/** Notes that whoever has the vault open looks at a member. What cannot be noted is not shown: throws `StoreError`. */
export function noteView({ record, clock }: Sources, personId: PersonId): void {
  const { wallMs } = clock.read()
  if (isSameLook(record, personId, wallMs)) return
  lettingWrite(record, () => insertAccess(record, 'member-viewed', { personId }, wallMs))
}
