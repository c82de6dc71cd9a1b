import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Unlocked, VaultAccess } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import { deleteFile } from '../export/delete-export.ts'
import type { Handlers } from '../handler.ts'
import type { Renewal } from '../keys/renewal.ts'
import { countPrivate, listDestructions } from '../private/destroyed-repository.ts'
import { findAuthor } from '../roster/roster-repository.ts'
import { listActiveSessions } from '../session/session-repository.ts'
import { connect } from '../vault/connect.ts'
import { toWritableDb } from '../vault/database.ts'
import type { NewKeys } from '../vault/new-keys.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { RenewingPlan } from '../vault/renew-keys.ts'
import { StoreError, type Store } from '../vault/store-error.ts'
import { drawStoreKeys } from '../vault/store-keys.ts'
import { databasePath } from '../vault/vault-files.ts'
import { alterInThread } from './alter-in-thread.ts'
import type { Alteration, Taken } from './alteration.ts'
import { planErasing, type ErasingPlan } from './plan-erasing.ts'
import { readPrivatePast } from './read-charts.ts'
import { insertErasure, listErasures } from './retention-repository.ts'

interface Sources {
  readonly vaultDir: string
  readonly exportsDir: string
  readonly access: VaultAccess<Unlocked>
  readonly clock: Clock
  readonly random: Random
  readonly renewal: Renewal
  readonly alteringThread?: string
}

type ErasingCallName = 'retention.erase' | 'retention.destroy-private'

/** What takes something away for good. It works on the vault's files, past the rooms behind the door. */
export function erasingHandlers(sources: Sources): Handlers<ErasingCallName> {
  return {
    'retention.erase': (input) => erase(sources, input),
    'retention.destroy-private': (input) => destroyPrivate(sources, input),
  }
}

/**
 * The record and, where there are private notes that go, private.db are written anew without them; in the last moment the
 * files are deleted, and then both new databases count at once. A crash in that moment leaves what the same act, done again,
 * finishes.
 */
async function erase(
  sources: Sources,
  { personIds, authorPassphrase }: ParsedInputOf<'retention.erase'>,
): Promise<Answer<'retention.erase'>> {
  const { access, vaultDir, clock, random, renewal } = sources
  const vault = access.vault()
  if (vault?.role !== 'author') return fail({ code: 'locked' })
  const planned = planErasing({ record: vault.record, clock }, personIds)
  if (!planned.ok) return planned
  const author = findAuthor(vault.record)
  if (author === undefined) return fail({ code: 'not-found' })
  const stores = storesWith(vault, planned.value)
  const drawn = await drawStoreKeys(vaultDir, { stores, authorPassphrase, randomBytes: random.bytes })
  if (!drawn.ok) return drawn
  const fresh = drawn.value
  const plan = erasingPlan(sources, { ...planned.value, stores, erasedById: author.id, fresh })
  const changed = await renewal.change({ act: 'erase', fresh, plan })
  if (!changed.ok) return changed
  const now = access.vault()
  const erasure = now?.role === 'author' ? listErasures(now.record)[0] : undefined
  return erasure === undefined ? fail({ code: 'locked' }) : succeed(erasure)
}

/** The databases that hold something of what goes: private.db where there are notes or counts. */
function storesWith(vault: OpenVault, { sessionIds }: ErasingPlan): readonly Store[] {
  const { noteCount, touchCount } = countPrivate(vault.private, sessionIds)
  return noteCount + touchCount > 0 ? ['private', 'record'] : ['record']
}

interface Erasing extends ErasingPlan {
  readonly stores: readonly Store[]
  readonly erasedById: ReturnType<typeof listErasures>[number]['erasedById']
  readonly fresh: NewKeys
}

function erasingPlan(sources: Sources, erasing: Erasing): RenewingPlan {
  const { clock, alteringThread } = sources
  const { stores, personIds, sessionIds, erasedById } = erasing
  let taken: Taken = { sessionCount: 0, textCount: 0 }
  const stamp = clock.read()
  const alterations: Readonly<Record<Store, Alteration>> = {
    private: { kind: 'destroy-private', sessionIds, destroyedAtMs: stamp.wallMs },
    record: { kind: 'erase-charts', personIds, stamp, uptimeMs: clock.uptimeMs() },
  }
  return {
    stores,
    alter(copy) {
      // Both tell what they took, and the record comes last.
      return alterInThread(copy, alterations[copy.store], (told) => (taken = told), alteringThread)
    },
    last(writeTo) {
      const fileCount = deleteFiles(sources, erasing)
      writeTo('record', (record) =>
        insertErasure(record, {
          erasedAtMs: stamp.wallMs,
          erasedById,
          chartCount: personIds.length,
          ...taken,
          fileCount,
        }),
      )
    },
  }
}

/** How many could be deleted; what was moved or changed is left to its owner. They are on the list of the old record alone. */
function deleteFiles({ vaultDir, exportsDir, clock }: Sources, { files, fresh }: Erasing): number {
  if (files.length === 0) return 0
  const connected = connect('record', databasePath(vaultDir, 'record'), fresh.keys.record)
  if (!connected.ok) throw new StoreError('record', 'in-use', null)
  try {
    const record = toWritableDb('record', connected.value)
    return files.filter((file) => deleteFile({ record, clock, exportsDir }, file, false).ok).length
  } finally {
    connected.value.close()
  }
}

async function destroyPrivate(
  { access, vaultDir, clock, random, renewal, alteringThread }: Sources,
  { sessionIds, authorPassphrase }: ParsedInputOf<'retention.destroy-private'>,
): Promise<Answer<'retention.destroy-private'>> {
  const vault = access.vault()
  if (vault?.role !== 'author') return fail({ code: 'locked' })
  const refusal = refuseDestroying(vault, clock, sessionIds)
  if (refusal !== null) return fail(refusal)
  const stores: readonly Store[] = ['private']
  const drawn = await drawStoreKeys(vaultDir, { stores, authorPassphrase, randomBytes: random.bytes })
  if (!drawn.ok) return drawn
  const destroying = { kind: 'destroy-private', sessionIds, destroyedAtMs: clock.read().wallMs } as const
  const plan: RenewingPlan = {
    stores,
    alter: (copy) => alterInThread(copy, destroying, () => undefined, alteringThread),
    last: () => undefined,
  }
  const changed = await renewal.change({ act: 'destroy', fresh: drawn.value, plan })
  if (!changed.ok) return changed
  const now = access.vault()
  const destruction = now?.role === 'author' ? listDestructions(now.private)[0] : undefined
  return destruction === undefined ? fail({ code: 'locked' }) : succeed(destruction)
}

function refuseDestroying(
  { record, private: privateStore }: OpenVault,
  clock: Clock,
  sessionIds: ParsedInputOf<'retention.destroy-private'>['sessionIds'],
): Failure | null {
  if (listActiveSessions(record).length > 0) return { code: 'session-open' }
  const past = new Map(readPrivatePast({ record, clock }, privateStore).map((one) => [one.sessionId, one]))
  const chosen = sessionIds.map((sessionId) => past.get(sessionId))
  if (chosen.includes(undefined)) return { code: 'not-past' }
  return chosen.some((one) => one?.isHeld === true) ? { code: 'on-hold' } : null
}
