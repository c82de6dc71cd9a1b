import type { accessLogCalls } from '../../../shared/ipc/access-log-calls.ts'
import { succeed } from '../../../shared/result.ts'
import type { Handlers } from '../handler.ts'
import type { ReadableDb } from '../vault/database.ts'
import { listAccess } from './access-repository.ts'

export function accessLogHandlers({
  record,
}: {
  readonly record: ReadableDb<'record'>
}): Handlers<keyof typeof accessLogCalls> {
  return {
    'access.list': ({ beforeSeq, personId }) => succeed(listAccess(record, beforeSeq, personId)),
  }
}
