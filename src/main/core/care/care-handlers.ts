import type { careCalls } from '../../../shared/ipc/care-calls.ts'
import { succeed } from '../../../shared/result.ts'
import type { Handlers } from '../handler.ts'
import type { WritableDb } from '../vault/database.ts'
import { readCareRules, saveCareRules } from './care-rules-repository.ts'

export function careHandlers({
  record,
}: {
  readonly record: WritableDb<'record'>
}): Handlers<keyof typeof careCalls> {
  return {
    'care-rules.read': () => succeed(readCareRules(record)),
    'care-rules.change': (rules) => {
      saveCareRules(record, rules)
      return succeed(null)
    },
  }
}
