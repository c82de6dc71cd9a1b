import { z } from '../zod.ts'
import { call } from './call.ts'
import { secretSchema } from './vault-calls.ts'

/**
 * What the computer's own key store does for the vault. `not-here`: this computer keeps no secret well, and nothing is offered.
 * `passphrase-first`: it is on, and the passphrase is typed once before it opens. `changed`: it is on, and the computer keeps
 * secrets in another way now than when it was turned on, or kept it then so that anybody could read it.
 */
export const computerKeyStateSchema = z.enum(['not-here', 'off', 'ready', 'passphrase-first', 'changed'])
export type ComputerKeyState = z.infer<typeof computerKeyStateSchema>

/**
 * A way in beside the passphrase, never instead of it: the operating system keeps a secret for whoever is signed in. It never
 * comes to a window.
 */
export const computerKeyCalls = {
  'computer-key.state': call('nothing', z.strictObject({}), computerKeyStateSchema),
  /**
   * Opens the vault for its author. Fails with `no-key-store`, `key-store-changed`, `key-store-away` (the computer does not give
   * it now), `computer-key-lost` (nor ever again, or it opens nothing any more), `passphrase-first`, and as `vault.unlock` does.
   */
  'computer-key.open': call('nothing', z.strictObject({}), z.null()),
  /** In the place of one that is on. Fails with `wrong-secret`, `no-key-store` and `computer-key-lost`. */
  'computer-key.turn-on': call('vault', z.strictObject({ authorPassphrase: secretSchema }), z.null()),
  /** Also where the computer keeps no secrets any more. Fails with `wrong-secret`. */
  'computer-key.turn-off': call('vault', z.strictObject({ authorPassphrase: secretSchema }), z.null()),
} as const
