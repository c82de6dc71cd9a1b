import { personIdSchema } from '../../shared/ids.ts'
import type { Access, vaultCalls } from '../../shared/ipc/vault-calls.ts'
import { fail, succeed } from '../../shared/result.ts'
import { proposeRecoveryCode } from '../../shared/vault/recovery-code.ts'
import type { Random } from './effects.ts'
import type { Handlers } from './handler.ts'
import type { Push } from './push.ts'
import { insertFacilitator, saveClinic } from './roster/roster-repository.ts'
import { createVault } from './vault/create-vault.ts'
import type { OpenVault } from './vault/open-vault.ts'
import { StoreError } from './vault/store-error.ts'
import { unlockVault, vaultExists } from './vault/unlock-vault.ts'

/** What works on an unlocked vault, and ends with it. */
export interface Unlocked {
  /** To be called last, while the vault is still open. */
  end(): void
}

/** The vault's one entrance: closed, or open with what works behind it. */
export interface VaultAccess<Inside extends Unlocked> {
  /** Undefined while the vault is locked. */
  inside(): Inside | undefined
  read(): Access
  /** Takes over an open vault. Throws, with the vault closed, when what works on it cannot begin. */
  open(vault: OpenVault): void
  /** Closes the databases, whose keys are wiped with them. Without effect on a locked vault. */
  lock(): void
}

interface AccessSources<Inside> {
  readonly vaultDir: string
  readonly push: Push
  readonly enter: (vault: OpenVault) => Inside
}

export function createVaultAccess<Inside extends Unlocked>(
  sources: AccessSources<Inside>,
): VaultAccess<Inside> {
  const { vaultDir, push, enter } = sources
  let current: { readonly vault: OpenVault; readonly inside: Inside } | undefined
  return {
    inside: () => current?.inside,
    read() {
      if (current !== undefined) return 'unlocked'
      return vaultExists(vaultDir) ? 'locked' : 'absent'
    },
    open(vault) {
      try {
        current = { vault, inside: enter(vault) }
      } catch (error) {
        vault.close()
        throw error
      }
      push('vault.access-changed', 'unlocked')
    },
    lock() {
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
    },
  }
}

interface HandlerSources {
  readonly vaultDir: string
  readonly random: Random
  readonly access: VaultAccess<Unlocked>
}

export function vaultHandlers({
  vaultDir,
  random,
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
        randomBytes: random.bytes,
        fill({ record }) {
          insertFacilitator(record, { id: personIdSchema.parse(random.uuid()), ...author, isAuthor: true })
          saveClinic(record, clinic)
        },
      })
      if (!created.ok) return created
      access.open(created.value)
      return succeed(null)
    },
    'vault.unlock': async (secret) => {
      if (access.inside() !== undefined) return succeed(null)
      const unlocked = await unlockVault(vaultDir, secret)
      if (!unlocked.ok) return unlocked
      access.open(unlocked.value)
      return succeed(null)
    },
    'vault.lock': () => {
      access.lock()
      return succeed(null)
    },
  }
}
