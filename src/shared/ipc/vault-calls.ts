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

/**
 * What a running session has in memory alone, because its disk takes nothing. `count`: how many acts, 0 when nobody has
 * acted since. `sinceMs`: milliseconds since 1970 UTC. `other-vault`: the record on the disk goes on from something else.
 */
export const unwrittenSchema = z.strictObject({
  count: z.int().min(0),
  sinceMs: z.int(),
  reason: z.enum(['disk-full', 'not-writable', 'other-vault']),
})
export type UnwrittenState = z.infer<typeof unwrittenSchema>
export type UnwrittenReason = UnwrittenState['reason']

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
  /**
   * A passphrase is the author's or a reviewer's: which of them, the slots say. With `setsLogAside` the author's vault is opened
   * without changes that cannot be read; a reviewer's is not.
   */
  'vault.unlock': call(
    'nothing',
    z.strictObject({
      kind: z.enum(['passphrase', 'recovery']),
      secret: secretSchema,
      setsLogAside: z.boolean().optional(),
    }),
    z.null(),
  ),
  'vault.lock': call('nothing', z.strictObject({}), z.null()),
  /** What is not on the disk yet, locked or not; null when everything is. */
  'vault.unwritten': call('nothing', z.strictObject({}), unwrittenSchema.nullable()),
} as const
