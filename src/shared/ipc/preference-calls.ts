import { z } from '../zod.ts'
import { call } from './call.ts'

/** What a person sets for this computer; holds nothing about people, so it is kept outside the vault. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'day', 'evening']),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const defaultPreferences: Preferences = { theme: 'system' }

export const preferenceCalls = {
  'preferences.read': call('nothing', z.strictObject({}), preferencesSchema),
  'preferences.save': call('nothing', preferencesSchema, z.null()),
} as const
