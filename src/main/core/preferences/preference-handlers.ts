import { readFileSync } from 'node:fs'
import {
  defaultPreferences,
  preferencesSchema,
  type preferenceCalls,
  type Preferences,
} from '../../../shared/ipc/preference-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Handlers } from '../handler.ts'
import { diskFailureOf } from '../vault/vault-failure.ts'
import { writeFileWhole } from '../write-file.ts'

/** Preferences lie beside the vault, so that the lock screen can follow them. `onChanged` hears of every change. */
export function preferenceHandlers(
  path: string,
  onChanged: () => void,
): Handlers<keyof typeof preferenceCalls> {
  return {
    'preferences.read': () => succeed(readPreferences(path)),
    'preferences.change': (change) => {
      try {
        writeFileWhole(path, `${JSON.stringify({ ...readPreferences(path), ...change })}\n`)
      } catch (error) {
        const code = diskFailureOf(error)
        if (code === null) throw error
        return fail({ code })
      }
      onChanged()
      return succeed(null)
    },
  }
}

/** Preferences that cannot be read are worth no screen of their own: the defaults serve. */
export function readPreferences(path: string): Preferences {
  try {
    return preferencesSchema.catch(defaultPreferences).parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return defaultPreferences
  }
}
