import { readFileSync } from 'node:fs'
import {
  defaultPreferences,
  preferencesSchema,
  type preferenceCalls,
  type Preferences,
} from '../../../shared/ipc/preference-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
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
        writeStored(path, { ...readStored(path), ...change })
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

/** What lies in the file: whether this computer had a vault, too, so that one that is gone is missed. */
const storedSchema = preferencesSchema.extend({ hadVault: z.boolean().default(false) })
type Stored = z.infer<typeof storedSchema>

/** Preferences that cannot be read are worth no screen of their own: the defaults serve. */
export function readPreferences(path: string): Preferences {
  const { hadVault: _, ...preferences } = readStored(path)
  return preferences
}

/** Whether a vault was ever open here, as far as the file tells. */
export function hadVault(path: string): boolean {
  return readStored(path).hadVault
}

/** Remembers that there is a vault. A disk that does not take it is told by what has to be written. */
export function rememberVault(path: string): void {
  const stored = readStored(path)
  if (stored.hadVault) return
  try {
    writeStored(path, { ...stored, hadVault: true })
  } catch (error) {
    if (diskFailureOf(error) === null) throw error
  }
}

function readStored(path: string): Stored {
  const defaults = { ...defaultPreferences, hadVault: false }
  try {
    return storedSchema.catch(defaults).parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return defaults
  }
}

function writeStored(path: string, stored: Pick<Stored, 'hadVault'>): void {
  writeFileWhole(path, `${JSON.stringify(stored)}\n`)
}
