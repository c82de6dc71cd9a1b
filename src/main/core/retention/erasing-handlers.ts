import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { Erasure } from '../../../shared/ipc/retention-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Unlocked, VaultAccess } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import { deleteFile } from '../export/delete-export.ts'
import type { Handlers } from '../handler.ts'
import { destroyPrivateNotes } from '../private/destroy-private.ts'
import { countPrivate, listDestructions } from '../private/destroyed-repository.ts'
import type { Push } from '../push.ts'
import { findAuthor } from '../roster/roster-repository.ts'
import { listActiveSessions } from '../session/session-repository.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { rewriteStore } from '../vault/rewrite-store.ts'
import { checkSecret } from '../vault/unlock-vault.ts'
import { eraseRecord } from './erase-record.ts'
import { planErasing, type ErasingPlan } from './plan-erasing.ts'
import { readPrivatePast } from './read-charts.ts'
import { listErasures } from './retention-repository.ts'

interface Sources {
  readonly vaultDir: string
  readonly exportsDir: string
  readonly access: VaultAccess<Unlocked>
  readonly clock: Clock
  readonly random: Random
  readonly push: Push
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
 * In this order, so that a crash in between leaves what the same act, done again, finishes: private notes, files, the
 * record. Of the record all is erased or nothing: it is erased in a copy, which then takes its place under another key.
 */
async function erase(
  sources: Sources,
  { personIds, authorPassphrase }: ParsedInputOf<'retention.erase'>,
): Promise<Answer<'retention.erase'>> {
  const { access, vaultDir, clock, push } = sources
  let answer: Answer<'retention.erase'> = fail({ code: 'locked' })
  const exchanged = await access.exchange(async (vault): Promise<Result<OpenVault, Failure>> => {
    const planned = planErasing({ record: vault.record, clock }, personIds)
    if (!planned.ok) return planned
    // Before anything goes; each step that follows asks for it again.
    if (!(await checkSecret(vaultDir, { kind: 'passphrase', secret: authorPassphrase })))
      return fail({ code: 'wrong-secret' })
    push('retention.step', 'private-notes')
    const opened = await withoutPrivateNotes(sources, vault, planned.value, authorPassphrase)
    if (!opened.ok) return opened
    push('retention.step', 'files')
    const fileCount = deleteFiles(sources, opened.value, planned.value)
    const erased = await eraseCharts(sources, opened.value, { ...planned.value, fileCount, authorPassphrase })
    answer = erased.ok ? succeed(erased.value.erasure) : erased
    if (erased.ok) return succeed(erased.value.vault)
    // The vault without those private notes is the one that is open now.
    return opened.value !== vault && opened.value.isOpen() ? opened : erased
  })
  return exchanged.ok ? answer : exchanged
}

/** The vault as it is when the private notes of the sessions that go are gone: the same where there are none. */
async function withoutPrivateNotes(
  { vaultDir, clock, random }: Sources,
  vault: OpenVault,
  { sessionIds }: ErasingPlan,
  authorPassphrase: string,
): Promise<Result<OpenVault, Failure>> {
  const { noteCount, touchCount } = countPrivate(vault.private, sessionIds)
  if (noteCount + touchCount === 0) return succeed(vault)
  return destroyPrivateNotes(vaultDir, {
    vault,
    authorPassphrase,
    sessionIds,
    destroyedAtMs: clock.read().wallMs,
    randomBytes: random.bytes,
  })
}

/** How many could be deleted; what was moved or changed is left to its owner. */
function deleteFiles({ exportsDir, clock }: Sources, { record }: OpenVault, { files }: ErasingPlan): number {
  return files.filter((file) => deleteFile({ record, clock, exportsDir }, file, false).ok).length
}

interface Erasing extends Pick<ErasingPlan, 'personIds'> {
  readonly fileCount: number
  readonly authorPassphrase: string
}

async function eraseCharts(
  { vaultDir, clock, random, push }: Sources,
  vault: OpenVault,
  { personIds, fileCount, authorPassphrase }: Erasing,
): Promise<Result<{ readonly vault: OpenVault; readonly erasure: Erasure }, Failure>> {
  const author = findAuthor(vault.record)
  if (author === undefined) return fail({ code: 'not-found' })
  push('retention.step', 'record')
  const rewritten = await rewriteStore(vaultDir, 'record', {
    vault,
    authorPassphrase,
    randomBytes: random.bytes,
    alter(record) {
      eraseRecord({ record, clock, personIds, erasedById: author.id, fileCount })
      push('retention.step', 'compact')
    },
    compacts: true,
    onStep: () => undefined,
  })
  if (!rewritten.ok) return rewritten
  const [erasure] = listErasures(rewritten.value.record)
  return erasure === undefined
    ? fail({ code: 'damaged-record' })
    : succeed({ vault: rewritten.value, erasure })
}

async function destroyPrivate(
  { access, vaultDir, clock, random, push }: Sources,
  { sessionIds, authorPassphrase }: ParsedInputOf<'retention.destroy-private'>,
): Promise<Answer<'retention.destroy-private'>> {
  const exchanged = await access.exchange(async (vault): Promise<Result<OpenVault, Failure>> => {
    const refusal = refuseDestroying(vault, clock, sessionIds)
    if (refusal !== null) return fail(refusal)
    push('retention.step', 'private-notes')
    const destroyedAtMs = clock.read().wallMs
    const randomBytes = random.bytes
    return destroyPrivateNotes(vaultDir, { vault, authorPassphrase, sessionIds, destroyedAtMs, randomBytes })
  })
  if (!exchanged.ok) return exchanged
  const vault = access.vault()
  const destruction = vault?.role === 'author' ? listDestructions(vault.private)[0] : undefined
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
