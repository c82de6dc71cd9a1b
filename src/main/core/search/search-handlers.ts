import type { searchCalls } from '../../../shared/ipc/search-calls.ts'
import { succeed } from '../../../shared/result.ts'
import type { Handlers } from '../handler.ts'
import type { ReadableDb } from '../vault/database.ts'
import { searchRecord } from './search-repository.ts'

/** The search of the record has no handle to private notes. */
interface Sources {
  readonly record: ReadableDb<'record'>
}

export function searchHandlers({
  record,
}: Sources): Handlers<Exclude<keyof typeof searchCalls, 'search.private'>> {
  return {
    'search.record': ({ text, filters, newest }) => succeed(searchRecord(record, text, filters, newest)),
  }
}
