import { randomBytes as systemRandomBytes } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { takeNotes, type Destroying } from '../../../src/main/core/private/destroy-private.ts'
import { insertAccess } from '../../../src/main/core/access-log/access-repository.ts'
import { writeAltered, type AlterCopy } from '../../../src/main/core/vault/alter-copy.ts'
import { drawRevoking } from '../../../src/main/core/vault/let-review.ts'
import { forgetNewKeys, type NewKeys } from '../../../src/main/core/vault/new-keys.ts'
import { openWithKeys, type OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { renewKeys, type Renewing, type RenewingPlan } from '../../../src/main/core/vault/renew-keys.ts'
import { settleDatabase } from '../../../src/main/core/vault/settle-database.ts'
import { drawStoreKeys, type StoreKeysAsked } from '../../../src/main/core/vault/store-keys.ts'
import type { PersonId } from '../../../src/shared/ids.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import type { Result } from '../../../src/shared/result.ts'

type Watch = Partial<Pick<Renewing, 'onBytes' | 'goesOn'>> & {
  readonly onBegin?: () => void
  readonly onEnd?: () => void
}

export interface Rewriting extends Partial<RenewingPlan>, Watch {
  readonly vault: OpenVault
  readonly authorPassphrase: string
  readonly randomBytes?: StoreKeysAsked['randomBytes']
}

type Rewritten = Result<OpenVault, Failure>

/**
 * Gives databases of a vault another key as the core does, without a core around it: the vault is closed once the keys are
 * drawn, and the one that comes of it is opened. Where it fails after that, nothing is open.
 */
export async function rewriteStores(folder: string, rewriting: Rewriting): Promise<Rewritten> {
  const { vault, authorPassphrase, stores = ['record'], randomBytes = systemRandomBytes } = rewriting
  const drawn = await drawStoreKeys(folder, { stores, authorPassphrase, randomBytes })
  return drawn.ok ? rewriteWith(folder, drawn.value, { ...rewriting, vault, stores, randomBytes }) : drawn
}

/** The same with keys that were drawn before. */
export async function rewriteWith(folder: string, fresh: NewKeys, rewriting: Rewriting): Promise<Rewritten> {
  const { vault, stores = ['record'], alter = null, last = () => undefined } = rewriting
  vault.close()
  try {
    rewriting.onBegin?.()
    const renewed = await renewKeys({
      folder,
      fresh,
      plan: { stores, alter, last },
      randomBytes: rewriting.randomBytes ?? systemRandomBytes,
      onBytes: rewriting.onBytes ?? (() => undefined),
      pause: () => nextTurn(),
      goesOn: rewriting.goesOn ?? (() => true),
    })
    rewriting.onEnd?.()
    if (!renewed.ok) return renewed
    for (const store of stores) settleDatabase(folder, store, fresh.newKeys[store])
    return openWithKeys(folder, fresh.newKeys, 'kept')
  } finally {
    forgetNewKeys(fresh)
  }
}

/** Takes a reviewer's slot away, as `reviewer.revoke` does. */
export async function revokeReview(
  folder: string,
  { personId, ...rewriting }: Rewriting & { readonly personId: PersonId },
): Promise<Rewritten> {
  const { authorPassphrase, randomBytes = systemRandomBytes } = rewriting
  const drawn = await drawRevoking(folder, { personId, authorPassphrase, randomBytes })
  if (!drawn.ok) return drawn
  const last: RenewingPlan['last'] = (writeTo) =>
    writeTo('record', (record) => insertAccess(record, 'reviewer-revoked', { personId }, 1))
  return rewriteWith(folder, drawn.value, { last, ...rewriting })
}

/** Destroys the private notes of some sessions, as `retention.destroy-private` does, in this thread. */
export function destroyPrivateNotes(
  folder: string,
  { sessionIds, destroyedAtMs, ...rewriting }: Rewriting & Destroying,
): Promise<Rewritten> {
  const alter: AlterCopy = async (copy) =>
    writeAltered('private', copy, (db) => takeNotes(db, { sessionIds, destroyedAtMs }))
  return rewriteStores(folder, { ...rewriting, stores: ['private'], alter })
}
