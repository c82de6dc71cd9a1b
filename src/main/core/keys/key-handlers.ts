import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { keyCalls } from '../../../shared/ipc/key-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import { parseRecoveryCode } from '../../../shared/vault/recovery-code.ts'
import type { Unlocked, VaultAccess } from '../access.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import type { Push } from '../push.ts'
import { changeSecret, type SecretChange } from '../vault/change-secret.ts'
import type { Secret } from '../vault/key-slots.ts'
import type { Strength } from '../vault/slot-key.ts'
import { checkSecret } from '../vault/unlock-vault.ts'
import type { ProposedCode } from './proposed-code.ts'
import { createRenewal } from './renewal.ts'
import { createTries, type Tries } from './tries.ts'

interface Sources {
  readonly vaultDir: string
  readonly access: VaultAccess<Unlocked>
  readonly random: Random
  readonly chooseStrength: () => Promise<Strength>
  readonly proposed: ProposedCode
  readonly push: Push
}

interface Given extends Sources {
  readonly tries: Tries
}

/** The author's own ways in: tried and changed. They are the vault's files, past the rooms behind the door. */
export function keyHandlers(sources: Sources): Handlers<keyof typeof keyCalls> {
  const given = { ...sources, tries: createTries(sources.access) }
  const renewal = createRenewal(given)
  return {
    'keys.change-passphrase': ({ proof, passphrase }) =>
      change(given, { proof, next: { kind: 'passphrase', secret: passphrase } }),
    'keys.test-recovery-code': (input) => testCode(given, input),
    'keys.propose-recovery-code': (input) => proposeCode(given, input),
    'keys.change-recovery-code': async ({ authorPassphrase, recoveryCode }) => {
      const changed = await change(given, {
        proof: { kind: 'passphrase', secret: authorPassphrase },
        next: { kind: 'recovery', secret: recoveryCode },
      })
      if (changed.ok) given.proposed.forget()
      return changed
    },
    'keys.renew': (secrets) => renewal.begin(secrets),
    'keys.renewal': () => succeed(renewal.state()),
    'keys.cancel-renewal': () => {
      renewal.cancel()
      return succeed(null)
    },
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
  return isRight ? succeed(given.proposed.propose()) : fail({ code: 'wrong-secret' })
}

async function tryOut({ vaultDir, tries }: Given, secret: Secret): Promise<boolean> {
  const isRight = await checkSecret(vaultDir, secret)
  if (isRight) tries.forgive()
  else tries.miss()
  return isRight
}
