import { facilitatorDraftSchema } from '../roster/member.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** A passphrase or recovery code on its way to the core. Long enough for any sentence, short enough to bound the work. */
export const secretSchema = z.string().min(1).max(1_024)

/** `absent`: no vault yet. `unlocked`: by its author. `reviewing`: a reviewer has its record open, and nothing else. */
export const accessSchema = z.enum(['absent', 'locked', 'unlocked', 'reviewing'])
export type Access = z.infer<typeof accessSchema>

/** Who has the vault open; null while nobody has. */
export function roleOf(access: Access): 'author' | 'reviewer' | null {
  switch (access) {
    case 'unlocked':
      return 'author'
    case 'reviewing':
      return 'reviewer'
    case 'absent':
    case 'locked':
      return null
  }
}

export const vaultCalls = {
  'vault.access': call('nothing', z.strictObject({}), accessSchema),
  /** A fresh recovery code to be written down; kept nowhere until the vault is created with it. */
  'vault.propose-recovery-code': call('nothing', z.strictObject({}), z.string()),
  'vault.create': call(
    'nothing',
    z.strictObject({
      passphrase: secretSchema,
      recoveryCode: secretSchema,
      author: facilitatorDraftSchema,
      clinic: z.string().trim().max(80),
    }),
    z.null(),
  ),
  /** A passphrase is the author's or a reviewer's: which of them, the slots say. */
  'vault.unlock': call(
    'nothing',
    z.strictObject({ kind: z.enum(['passphrase', 'recovery']), secret: secretSchema }),
    z.null(),
  ),
  'vault.lock': call('nothing', z.strictObject({}), z.null()),
} as const
