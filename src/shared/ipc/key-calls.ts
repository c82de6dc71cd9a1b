import { z } from '../zod.ts'
import { call } from './call.ts'
import { secretSchema } from './vault-calls.ts'

/**
 * What a recovery code that was typed is worth. `mistyped`: its check symbol does not fit, so it is no code at all;
 * `opens-nothing`: a code, but not this vault's.
 */
export const codeVerdictSchema = z.enum(['opens', 'opens-nothing', 'mistyped'])
export type CodeVerdict = z.infer<typeof codeVerdictSchema>

export const renewalFailureCodeSchema = z.enum([
  'damaged-record',
  'damaged-private',
  'disk-full',
  'not-writable',
  'in-use',
  'change-unsettled',
])
export type RenewalFailureCode = z.infer<typeof renewalFailureCodeSchema>

/**
 * Why databases are encrypted under new keys. `renew`: for the keys themselves, all of them; `revoke`: a reviewer is not to
 * come in any more; `erase`: charts are erased; `destroy`: private notes are destroyed.
 */
export const renewalActSchema = z.enum(['renew', 'revoke', 'erase', 'destroy'])
export type RenewalAct = z.infer<typeof renewalActSchema>

/** In this order, for one database after the other. The first two only where something is taken away. */
export const renewalStepSchema = z.enum(['copy', 'alter', 'encrypt', 'check'])
export type RenewalStep = z.infer<typeof renewalStepSchema>

/** How far it is. `totalBytes` counts every byte once in each of the steps. */
export const renewalStateSchema = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('idle') }),
  z.strictObject({
    stage: z.literal('running'),
    act: renewalActSchema,
    step: renewalStepSchema,
    doneBytes: z.int().min(0),
    totalBytes: z.int().min(0),
  }),
  z.strictObject({ stage: z.literal('done'), act: renewalActSchema }),
  z.strictObject({ stage: z.literal('cancelled'), act: renewalActSchema }),
  z.strictObject({ stage: z.literal('failed'), act: renewalActSchema, code: renewalFailureCodeSchema }),
])
export type RenewalState = z.infer<typeof renewalStateSchema>

/**
 * The author's own ways in. After the fifth wrong try in a row the vault locks; a running session goes on. Where the disk
 * failed after the new lock had its name, but perhaps not for good, the failure is `change-unsettled`: either secret may
 * open the vault.
 */
export const keyCalls = {
  /**
   * Wraps the same keys under another passphrase; nothing is encrypted anew. `proof` shows that it is the author: the present
   * passphrase, or the recovery code where that is lost. Fails with `weak-passphrase`, `same-passphrase` (it opens this
   * vault already), or `wrong-secret` when the proof opens nothing.
   */
  'keys.change-passphrase': call(
    'vault',
    z.strictObject({
      proof: z.strictObject({ kind: z.enum(['passphrase', 'recovery']), secret: secretSchema }),
      passphrase: secretSchema,
    }),
    z.null(),
  ),
  /** Changes nothing. */
  'keys.test-recovery-code': call('vault', z.strictObject({ recoveryCode: secretSchema }), codeVerdictSchema),
  /** A fresh code to be written down; it opens nothing until `keys.change-recovery-code`. Fails with `wrong-secret`. */
  'keys.propose-recovery-code': call('vault', z.strictObject({ authorPassphrase: secretSchema }), z.string()),
  /** From now on this code opens the vault, and the one before nothing. Fails with `wrong-secret`, or `bad-input` for what is no code. */
  'keys.change-recovery-code': call(
    'vault',
    z.strictObject({ authorPassphrase: secretSchema, recoveryCode: secretSchema }),
    z.null(),
  ),
  /**
   * Draws all keys anew and encrypts both databases under them, behind the two secrets that are given and were given before.
   * Answers once it has begun, and nothing else is answered until it has ended; `keys.renewal-changed` tells how far it is.
   * Anything but `opens` is what the recovery code is worth, and then nothing has begun. Fails with `wrong-secret` (the
   * passphrase), `session-open` and `in-use`.
   */
  'keys.renew': call(
    'vault',
    z.strictObject({ authorPassphrase: secretSchema, recoveryCode: secretSchema }),
    codeVerdictSchema,
  ),
  /** Answered while one runs, for whatever act, when the vault is nobody's. */
  'keys.renewal': call('nothing', z.strictObject({}), renewalStateSchema),
  /** The vault is then what it was, under its old keys. Without effect when none is running. */
  'keys.cancel-renewal': call('nothing', z.strictObject({}), z.null()),
} as const
