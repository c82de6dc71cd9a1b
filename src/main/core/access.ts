import { personIdSchema } from '../../shared/ids.ts'
import type { Access, vaultCalls } from '../../shared/ipc/vault-calls.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'
import type { Opener } from './access-log/access-repository.ts'
import type { Random } from './effects.ts'
import type { Handlers } from './handler.ts'
import type { ProposedCode } from './keys/proposed-code.ts'
import type { Push } from './push.ts'
import { insertFacilitator, saveClinic } from './roster/roster-repository.ts'
import { areProjectionsNew } from './session/rebuild.ts'
import type { Unwritten } from './session/unwritten.ts'
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
   * Gives the author's vault to work that goes on beside the calls, and that closes it: until `putBack`, `inside` and `vault`
   * are undefined, and nobody comes or goes. A lock meanwhile is told to `onLock`, and then there is nothing to put back.
   * Undefined where it is not the author's, or not open.
   */
  setAside(onLock: () => void): OpenVault | undefined
  /** Whether the vault was set aside. */
  isAside(): boolean
  /** Lets in again whoever was in. Throws, with the vault closed, when what works on it cannot begin. */
  putBack(vault: OpenVault): void
  /** Whether a vault was ever open, or was set aside. */
  wasOpen(): boolean
  /** Tells of work on the vault's files that goes on beside the calls, and that a lock does not end at once. */
  workOn(work: Promise<unknown>): void
  /** Whether any of that is not over yet, to its last file. */
  isWorkedOn(): boolean
  /** Resolves when that has ended. */
  worked(): Promise<unknown>
  /** Closes the databases, whose keys are wiped with them. Without effect on a locked vault. */
  lock(): void
}

interface AccessSources<Inside> {
  readonly vaultDir: string
  readonly push: Push
  readonly enter: (vault: AnyVault, opener: Opener | null) => Inside
}

/** Whose vault it is at the moment: nobody's, somebody's, or set aside. */
interface Held<Inside> {
  current: { readonly vault: AnyVault; readonly inside: Inside } | undefined
  aside: { readonly onLock: () => void } | undefined
  readonly works: Set<Promise<unknown>>
  wasOpen: boolean
}

export function createVaultAccess<Inside extends Unlocked>(
  sources: AccessSources<Inside>,
): VaultAccess<Inside> {
  const { vaultDir, push, enter } = sources
  const held: Held<Inside> = { current: undefined, aside: undefined, works: new Set(), wasOpen: false }
  const lock = () => {
    if (letGo(held)) push('vault.access-changed', 'locked')
  }
  const enterOrClose = (vault: AnyVault, opener: Opener | null) => {
    held.wasOpen = true
    held.current = { vault, inside: orClose(vault, () => enter(vault, opener)) }
  }
  return {
    inside: () => held.current?.inside,
    vault: () => held.current?.vault,
    read() {
      if (held.aside !== undefined) return 'unlocked'
      if (held.current !== undefined) return accessOf(held.current.vault.role)
      return vaultExists(vaultDir) ? 'locked' : 'absent'
    },
    open(vault, opener) {
      enterOrClose(vault, opener)
      push('vault.access-changed', accessOf(vault.role))
    },
    setAside: (onLock) => setAside(held, onLock),
    isAside: () => held.aside !== undefined,
    putBack(vault) {
      enterOrClose(vault, null)
      held.aside = undefined
    },
    wasOpen: () => held.wasOpen,
    workOn: (work) => follow(held.works, work),
    isWorkedOn: () => held.works.size > 0,
    worked: () => Promise.allSettled(held.works),
    lock,
  }
}

function follow(works: Set<Promise<unknown>>, work: Promise<unknown>): void {
  const over = () => void works.delete(work)
  works.add(work)
  work.then(over, over)
}

/** Lets go of the vault, and answers whether there was anything to let go of. */
function letGo(held: Held<Unlocked>): boolean {
  const { current, aside } = held
  held.current = undefined
  held.aside = undefined
  aside?.onLock()
  if (current === undefined) return aside !== undefined
  try {
    endOrLeave(current.inside)
  } finally {
    current.vault.close()
  }
  return true
}

function setAside(held: Held<Unlocked>, onLock: () => void): OpenVault | undefined {
  if (held.current?.vault.role !== 'author') return undefined
  const { vault, inside } = held.current
  held.current = undefined
  held.aside = { onLock }
  endOrLeave(inside)
  return vault
}

function endOrLeave(inside: Unlocked): void {
  try {
    inside.end()
  } catch (error) {
    // A disk that takes no last heartbeat must not keep the vault open.
    if (!(error instanceof StoreError)) throw error
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
  readonly proposed: ProposedCode
  readonly unwritten: Pick<Unwritten, 'read'>
  /** Whether there was a vault here before. */
  readonly hadVault: () => boolean
}

export function vaultHandlers({
  vaultDir,
  random,
  chooseStrength,
  access,
  proposed,
  unwritten,
  hadVault,
}: HandlerSources): Handlers<keyof typeof vaultCalls> {
  return {
    'vault.access': () => {
      const found = access.read()
      return found === 'absent' && hadVault() ? fail({ code: 'vault-gone' }) : succeed(found)
    },
    'vault.propose-recovery-code': () => succeed(proposed.propose()),
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
      proposed.forget()
      access.open(created.value, { openedBy: 'passphrase' })
      return succeed(null)
    },
    'vault.unlock': async ({ setsLogAside = false, ...secret }) => {
      if (access.inside() !== undefined) return succeed(null)
      const unlocked = await unlockVault(vaultDir, secret, setsLogAside ? 'set-aside' : 'refused')
      if (!unlocked.ok) {
        if (unlocked.error.code === 'no-vault' && hadVault()) return fail({ code: 'vault-gone' })
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
    'vault.unwritten': () => succeed(unwritten.read()),
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
