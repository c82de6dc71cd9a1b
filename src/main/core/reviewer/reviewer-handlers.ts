import type { PersonId } from '../../../shared/ids.ts'
import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { reviewerCalls } from '../../../shared/ipc/reviewer-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { VaultAccess, Unlocked } from '../access.ts'
import { insertAccess, readLetInAt } from '../access-log/access-repository.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import type { Renewal } from '../keys/renewal.ts'
import { listFacilitators } from '../roster/roster-repository.ts'
import { listActiveSessions } from '../session/session-repository.ts'
import { transact } from '../vault/database.ts'
import { drawRevoking, letReview, listReviewers } from '../vault/let-review.ts'
import type { RenewingPlan } from '../vault/renew-keys.ts'
import type { Strength } from '../vault/slot-key.ts'

interface Sources {
  readonly vaultDir: string
  readonly access: VaultAccess<Unlocked>
  readonly clock: Clock
  readonly random: Random
  readonly renewal: Renewal
  readonly chooseStrength: () => Promise<Strength>
}

/** Who may review: made, listed and taken away. They reach past the rooms behind the door, to the vault's own files. */
export function reviewerHandlers(
  sources: Sources,
): Handlers<Exclude<keyof typeof reviewerCalls, 'reviewer.co-sign'>> {
  const { access } = sources
  return {
    'reviewer.who': () => {
      const vault = access.vault()
      return succeed(vault?.role === 'reviewer' ? vault.personId : null)
    },
    'reviewer.list': () => list(sources),
    'reviewer.let-in': (input) => letIn(sources, input),
    'reviewer.revoke': (input) => revoke(sources, input),
  }
}

function list({ access, vaultDir }: Sources): Answer<'reviewer.list'> {
  const vault = access.vault()
  if (vault === undefined) return fail({ code: 'locked' })
  const reviewers = listReviewers(vaultDir)
  if (!reviewers.ok) return reviewers
  return succeed(
    reviewers.value.map((personId) => ({ personId, sinceMs: readLetInAt(vault.record, personId) ?? 0 })),
  )
}

async function letIn(
  { access, vaultDir, clock, random, chooseStrength }: Sources,
  { personId, passphrase, authorPassphrase }: ParsedInputOf<'reviewer.let-in'>,
): Promise<Answer<'reviewer.let-in'>> {
  const vault = access.vault()
  if (vault?.role !== 'author') return fail({ code: 'not-allowed' })
  const { record, header } = vault
  if (!mayBeLetIn(listFacilitators(record), personId)) return fail({ code: 'not-found' })
  return letReview(vaultDir, {
    personId,
    passphrase,
    authorPassphrase,
    strength: await chooseStrength(),
    randomBytes: random.bytes,
    // The account of it is on disk exactly when they can come in.
    entering: (writeHeaderNow) =>
      transact(record, () => {
        insertAccess(record, 'reviewer-let-in', { personId }, clock.read().wallMs)
        header.letChange(writeHeaderNow)
      }),
  })
}

async function revoke(
  { access, vaultDir, clock, random, renewal }: Sources,
  { personId, authorPassphrase }: ParsedInputOf<'reviewer.revoke'>,
): Promise<Answer<'reviewer.revoke'>> {
  const vault = access.vault()
  if (vault?.role !== 'author') return fail({ code: 'locked' })
  // It would stand still for as long as the record is written.
  if (listActiveSessions(vault.record).length > 0) return fail({ code: 'session-open' })
  const drawn = await drawRevoking(vaultDir, { personId, authorPassphrase, randomBytes: random.bytes })
  if (!drawn.ok) return drawn
  const plan: RenewingPlan = {
    stores: ['record'],
    alter: null,
    // The account of it and the key: both or neither.
    last: (writeTo) =>
      writeTo('record', (record) =>
        insertAccess(record, 'reviewer-revoked', { personId }, clock.read().wallMs),
      ),
  }
  return renewal.change({ act: 'revoke', fresh: drawn.value, plan })
}

function mayBeLetIn(
  facilitators: readonly { readonly id: PersonId; readonly isAuthor: boolean }[],
  personId: PersonId,
): boolean {
  return facilitators.some(({ id, isAuthor }) => id === personId && !isAuthor)
}
