import type { safetyCalls } from '../../../shared/ipc/safety-calls.ts'
import { succeed } from '../../../shared/result.ts'
import type { Handlers } from '../handler.ts'
import type { WritableDb } from '../vault/database.ts'
import { readSafetyCard, saveSafetyCard } from './safety-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
}

export function safetyHandlers({ record }: Sources): Handlers<keyof typeof safetyCalls> {
  return {
    'safety.read': () => succeed({ text: readSafetyCard(record) }),
    'safety.save': ({ text }) => {
      saveSafetyCard(record, text.toWellFormed())
      return succeed(null)
    },
  }
}
