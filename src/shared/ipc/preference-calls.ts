import { z } from '../zod.ts'
import { call } from './call.ts'

const choices = {
  theme: z.enum(['system', 'day', 'evening']),
  /** One soft sound when a phase has used its minutes. */
  hasChime: z.boolean(),
  /** Conceals the names when the window loses the focus. */
  concealsOnBlur: z.boolean(),
  /** Conceals the names after so many seconds without a key or a click; null never does. */
  concealsAfterSeconds: z.literal([60, 90, 120]).nullable(),
  /** Locks the vault after so many minutes without a key or a click, while no session runs. */
  locksAfterMinutes: z.literal([2, 5, 15, 30]),
  /** Keeps the window from programs that capture the screen, on systems that can. */
  hidesFromCapture: z.boolean(),
}

/** What a person sets for this computer; holds nothing about people, so it is kept outside the vault. */
export const preferencesSchema = z.strictObject({
  theme: choices.theme,
  hasChime: choices.hasChime.default(false),
  concealsOnBlur: choices.concealsOnBlur.default(false),
  concealsAfterSeconds: choices.concealsAfterSeconds.default(null),
  locksAfterMinutes: choices.locksAfterMinutes.default(5),
  hidesFromCapture: choices.hidesFromCapture.default(false),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const defaultPreferences: Preferences = {
  theme: 'system',
  hasChime: false,
  concealsOnBlur: false,
  concealsAfterSeconds: null,
  locksAfterMinutes: 5,
  hidesFromCapture: false,
}

export const preferenceCalls = {
  'preferences.read': call('nothing', z.strictObject({}), preferencesSchema),
  /** Changes what is given and keeps the rest. */
  'preferences.change': call('nothing', z.strictObject(choices).partial(), z.null()),
} as const
