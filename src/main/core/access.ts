import { personIdSchema } from '../../shared/ids.ts'
import type { Access, vaultCalls } from '../../shared/ipc/vault-calls.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'
import { proposeRecoveryCode } from '../../shared/vault/recovery-code.ts'
import type { Opener } from './access-log/access-repository.ts'
import type { Random } from './effects.ts'
import type { Handlers } from './handler.ts'
import type { Push } from './push.ts'
import { insertFacilitator, saveClinic } from './roster/roster-repository.ts'
import { areProjectionsNew } from './session/rebuild.ts'
import { createVault } from './vault/create-vault.ts'
import type { OpenVault } from './vault/open-vault.ts'
import { reviewVault, type ReviewedVault } from './vault/review-vault.ts'
import type { Strength } from './vault/slot-key.ts'
import { StoreError } from './vault/store-error.ts'
import { unlockVault, vaultExists } from './vault/unlock-vault.ts'
import type { VaultFailure } from './vault/vault-failure.ts'

/** A vault that is open, as whoever opened it has it. */
export type AnyVault = OpenVault | ReviewedVault

/** What works on an unlocked vault, and ends with it. */
export interface Unlocked {
  readonly role: AnyVault['role']
  /** To be called last, while the vault is still open. */
  end(): void
}

/** The vault's one entrance: closed, or open with what works behind it. */
export interface VaultAccess<Inside extends Unlocked> {
  /** Undefined while the vault is locked. */
  inside(): Inside | undefined
  /** The same of the vault itself, for what works on its files. */
  vault(): AnyVault | undefined
  read(): Access
  /** Takes over an open vault. Throws, with the vault closed, when what works on it cannot begin. */
  open(vault: AnyVault, opener: Opener): void
  /**
   * Puts another opening of the author's vault in the place of this one, which `change` closes when it succeeds: nobody
   * comes or goes. Where there is nothing to go back to, the vault is locked.
   */
  exchange<Reason>(
    change: (vault: OpenVault) => Promise<Result<OpenVault, Reason>>,
  ): Promise<Result<null, Reason | { readonly code: 'locked' }>>
  /** Closes the databases, whose keys are wiped with them. Without effect on a locked vault. */
  lock(): void
}

interface AccessSources<Inside> {
  readonly vaultDir: string
  readonly push: Push
  readonly enter: (vault: AnyVault, opener: Opener | null) => Inside
}

export function createVaultAccess<Inside extends Unlocked>(
  sources: AccessSources<Inside>,
): VaultAccess<Inside> {
  const { vaultDir, push, enter } = sources
  let current: { readonly vault: AnyVault; readonly inside: Inside } | undefined
  const lock = () => {
    if (current === undefined) return
    const { vault, inside } = current
    current = undefined
    try {
      inside.end()
    } catch (error) {
      // A disk that takes no last heartbeat must not keep the vault open.
      if (!(error instanceof StoreError)) throw error
    } finally {
      vault.close()
    }
    push('vault.access-changed', 'locked')
  }
  const enterOrClose = (vault: AnyVault, opener: Opener | null) => {
    current = { vault, inside: orClose(vault, () => enter(vault, opener)) }
  }
  return {
    inside: () => current?.inside,
    vault: () => current?.vault,
    read() {
      if (current !== undefined) return accessOf(current.vault.role)
      return vaultExists(vaultDir) ? 'locked' : 'absent'
    },
    open(vault, opener) {
      enterOrClose(vault, opener)
      push('vault.access-changed', accessOf(vault.role))
    },
    async exchange(change) {
      if (current?.vault.role !== 'author') return fail({ code: 'locked' })
      const { vault } = current
      try {
        const changed = await change(vault)
        if (changed.ok) enterOrClose(changed.value, null)
        else if (!vault.isOpen()) lock()
        return changed.ok ? succeed(null) : changed
      } catch (error) {
        lock()
        throw error
      }
    },
    lock,
  }
}

function orClose<Value>(vault: AnyVault, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    vault.close()
    throw error
  }
}

function accessOf(role: AnyVault['role']): Access {
  return role === 'author' ? 'unlocked' : 'reviewing'
}

interface HandlerSources {
  readonly vaultDir: string
  readonly random: Random
  readonly chooseStrength: () => Promise<Strength>
  readonly access: VaultAccess<Unlocked>
}

export function vaultHandlers({
  vaultDir,
  random,
  chooseStrength,
  access,
}: HandlerSources): Handlers<keyof typeof vaultCalls> {
  return {
    'vault.access': () => succeed(access.read()),
    'vault.propose-recovery-code': () => succeed(proposeRecoveryCode(random.bytes)),
    'vault.create': async ({ passphrase, recoveryCode, author, clinic }) => {
      if (access.inside() !== undefined) return fail({ code: 'vault-exists' })
      const created = await createVault(vaultDir, {
        passphrase,
        recoveryCode,
        strength: await chooseStrength(),
        randomBytes: random.bytes,
        fill({ record }) {
          insertFacilitator(record, { id: personIdSchema.parse(random.uuid()), ...author, isAuthor: true })
          saveClinic(record, clinic)
        },
      })
      if (!created.ok) return created
      access.open(created.value, { openedBy: 'passphrase' })
      return succeed(null)
    },
    'vault.unlock': async (secret) => {
      if (access.inside() !== undefined) return succeed(null)
      const unlocked = await unlockVault(vaultDir, secret)
      if (!unlocked.ok) {
        const mayBeReviewers = unlocked.error.code === 'wrong-secret' && secret.kind === 'passphrase'
        return mayBeReviewers ? review(vaultDir, access, secret.secret) : unlocked
      }
      access.open(unlocked.value, { openedBy: secret.kind })
      return succeed(null)
    },
    'vault.lock': () => {
      access.lock()
      return succeed(null)
    },
  }
}

// Whoever types a passphrase does not say whose it is: after the author's slots, the reviewers' are tried.
async function review(
  vaultDir: string,
  access: VaultAccess<Unlocked>,
  passphrase: string,
): Promise<Result<null, VaultFailure>> {
  const reviewed = await reviewVault(vaultDir, passphrase)
  if (!reviewed.ok) return reviewed
  const { record, personId } = reviewed.value
  if (!areProjectionsNew(record)) {
    reviewed.value.close()
    return fail({ code: 'older-version' })
  }
  access.open(reviewed.value, { openedBy: 'reviewer', reviewerId: personId })
  return succeed(null)
}
