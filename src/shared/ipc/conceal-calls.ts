import { z } from '../zod.ts'
import { call } from './call.ts'
import { secretSchema } from './vault-calls.ts'

/** Short enough to type in a second with a room looking on, and never as long as a passphrase. */
export const pinSchema = z.string().regex(/^\d{4,8}$/, { error: 'not-a-pin' })

/** Wrong tries after which the vault locks. */
export const maxTries = 5

const concealmentSchema = z.strictObject({
  hasPin: z.boolean(),
  /** The core gives no names until the PIN, where one is set, or the passphrase is typed. */
  isConcealed: z.boolean(),
  triesLeft: z.int(),
})
export type Concealment = z.infer<typeof concealmentSchema>

export const concealCalls = {
  'conceal.read': call('record', z.strictObject({}), concealmentSchema),
  /** From now on, with a PIN or without one, the core answers no call that could name anybody. */
  'conceal.begin': call('record', z.strictObject({}), concealmentSchema),
  /**
   * Brings the names back with the PIN, where one is set, or the passphrase. After the fifth wrong try nothing does: the
   * vault locks, at the latest a few seconds later, so that a window can keep first what was typed into it.
   */
  'conceal.reveal': call(
    'record',
    z.strictObject({ kind: z.enum(['pin', 'passphrase']), secret: secretSchema }),
    z.strictObject({ isRevealed: z.boolean(), triesLeft: z.int() }),
  ),
  /** Fails with `wrong-secret` when the passphrase is not this vault's. */
  'conceal.set-pin': call('vault', z.strictObject({ pin: pinSchema, passphrase: secretSchema }), z.null()),
  'conceal.remove-pin': call('vault', z.strictObject({ passphrase: secretSchema }), z.null()),
} as const
