import { maxTries } from '../../../shared/ipc/conceal-calls.ts'
import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { keyCalls } from '../../../shared/ipc/key-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import { parseRecoveryCode, proposeRecoveryCode } from '../../../shared/vault/recovery-code.ts'
import type { AnyVault, Unlocked, VaultAccess } from '../access.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { changeSecret, type SecretChange } from '../vault/change-secret.ts'
import type { Secret } from '../vault/key-slots.ts'
import type { Strength } from '../vault/slot-key.ts'
import { checkSecret } from '../vault/unlock-vault.ts'

interface Sources {
  readonly vaultDir: string
  readonly access: VaultAccess<Unlocked>
  readonly random: Random
  readonly chooseStrength: () => Promise<Strength>
}

interface Given extends Sources {
  readonly tries: Tries
}

/** The author's own ways in: tried and changed. They are the vault's files, past the rooms behind the door. */
export function keyHandlers(sources: Sources): Handlers<keyof typeof keyCalls> {
  const given = { ...sources, tries: createTries(sources.access) }
  return {
    'keys.change-passphrase': ({ proof, passphrase }) =>
      change(given, { proof, next: { kind: 'passphrase', secret: passphrase } }),
    'keys.test-recovery-code': (input) => testCode(given, input),
    'keys.propose-recovery-code': (input) => proposeCode(given, input),
    'keys.change-recovery-code': ({ authorPassphrase, recoveryCode }) =>
      change(given, {
        proof: { kind: 'passphrase', secret: authorPassphrase },
        next: { kind: 'recovery', secret: recoveryCode },
      }),
  }
}

async function change(
  { vaultDir, random, chooseStrength, tries }: Given,
  secrets: Pick<SecretChange, 'proof' | 'next'>,
): Promise<Answer<'keys.change-passphrase'>> {
  const changed = await changeSecret(vaultDir, { ...secrets, chooseStrength, randomBytes: random.bytes })
  if (changed.ok) tries.forgive()
  else if (changed.error.code === 'wrong-secret') tries.miss()
  return changed
}

async function testCode(
  given: Given,
  { recoveryCode }: ParsedInputOf<'keys.test-recovery-code'>,
): Promise<Answer<'keys.test-recovery-code'>> {
  // A slip of the pen is no try: its check symbol tells it from a code.
  if (parseRecoveryCode(recoveryCode) === null) return succeed('mistyped')
  const isRight = await tryOut(given, { kind: 'recovery', secret: recoveryCode })
  return succeed(isRight ? 'opens' : 'opens-nothing')
}

async function proposeCode(
  given: Given,
  { authorPassphrase }: ParsedInputOf<'keys.propose-recovery-code'>,
): Promise<Answer<'keys.propose-recovery-code'>> {
  const isRight = await tryOut(given, { kind: 'passphrase', secret: authorPassphrase })
  return isRight ? succeed(proposeRecoveryCode(given.random.bytes)) : fail({ code: 'wrong-secret' })
}

async function tryOut({ vaultDir, tries }: Given, secret: Secret): Promise<boolean> {
  const isRight = await checkSecret(vaultDir, secret)
  if (isRight) tries.forgive()
  else tries.miss()
  return isRight
}

interface Tries {
  /** Counts a wrong try; with the last of them the vault locks. */
  readonly miss: () => void
  /** A right try forgives the wrong ones. */
  readonly forgive: () => void
}

/** Wrong tries since the vault was opened, so that whoever finds it open does not guess on. */
function createTries(access: VaultAccess<Unlocked>): Tries {
  const misses = new WeakMap<AnyVault, number>()
  return {
    miss() {
      const vault = access.vault()
      if (vault === undefined) return
      const count = (misses.get(vault) ?? 0) + 1
      misses.set(vault, count)
      if (count >= maxTries) access.lock()
    },
    forgive() {
      const vault = access.vault()
      if (vault !== undefined) misses.delete(vault)
    },
  }
}
