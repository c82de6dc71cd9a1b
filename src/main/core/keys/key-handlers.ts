import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { keyCalls } from '../../../shared/ipc/key-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import { parseRecoveryCode } from '../../../shared/vault/recovery-code.ts'
import type { Unlocked, VaultAccess } from '../access.ts'
import { insertAccess } from '../access-log/access-repository.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { changeSecret, type SecretChange } from '../vault/change-secret.ts'
import { transact } from '../vault/database.ts'
import type { Strength } from '../vault/slot-key.ts'
import { checkSecret } from '../vault/unlock-vault.ts'
import type { ProposedCode } from './proposed-code.ts'
import type { Renewal } from './renewal.ts'
import type { Tries } from './tries.ts'

interface Sources {
  readonly vaultDir: string
  readonly access: VaultAccess<Unlocked>
  readonly clock: Clock
  readonly random: Random
  readonly chooseStrength: () => Promise<Strength>
  readonly proposed: ProposedCode
  readonly tries: Tries
  readonly renewal: Renewal
}

/** The author's own ways in: tried and changed. They are the vault's files, past the rooms behind the door. */
export function keyHandlers(sources: Sources): Handlers<keyof typeof keyCalls> {
  const { renewal } = sources
  return {
    'keys.change-passphrase': ({ proof, passphrase }) =>
      change(sources, { proof, next: { kind: 'passphrase', secret: passphrase } }),
    'keys.test-recovery-code': (input) => testCode(sources, input),
    'keys.propose-recovery-code': (input) => proposeCode(sources, input),
    'keys.change-recovery-code': async ({ authorPassphrase, recoveryCode }) => {
      const changed = await change(sources, {
        proof: { kind: 'passphrase', secret: authorPassphrase },
        next: { kind: 'recovery', secret: recoveryCode },
      })
      if (changed.ok) sources.proposed.forget()
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

const whatChanged = { passphrase: 'passphrase-changed', recovery: 'recovery-code-changed' } as const

async function change(
  { vaultDir, access, clock, random, chooseStrength }: Sources,
  secrets: Pick<SecretChange, 'proof' | 'next'>,
): Promise<Answer<'keys.change-passphrase'>> {
  const vault = access.vault()
  if (vault?.role !== 'author') return fail({ code: 'locked' })
  const { record, header } = vault
  return changeSecret(vaultDir, {
    ...secrets,
    chooseStrength,
    randomBytes: random.bytes,
    // The account of it is on disk exactly when the secret is another one.
    entering: (writeHeaderNow) =>
      transact(record, () => {
        insertAccess(record, whatChanged[secrets.next.kind], {}, clock.read().wallMs)
        header.letChange(writeHeaderNow)
      }),
  })
}

async function testCode(
  { vaultDir, tries }: Sources,
  { recoveryCode }: ParsedInputOf<'keys.test-recovery-code'>,
): Promise<Answer<'keys.test-recovery-code'>> {
  // A slip of the pen is no try: its check symbol tells it from a code.
  if (parseRecoveryCode(recoveryCode) === null) return succeed('mistyped')
  const isRight = await checkSecret(vaultDir, { kind: 'recovery', secret: recoveryCode })
  if (isRight) tries.forgive()
  else tries.miss()
  return succeed(isRight ? 'opens' : 'opens-nothing')
}

async function proposeCode(
  { vaultDir, proposed }: Sources,
  { authorPassphrase }: ParsedInputOf<'keys.propose-recovery-code'>,
): Promise<Answer<'keys.propose-recovery-code'>> {
  const isRight = await checkSecret(vaultDir, { kind: 'passphrase', secret: authorPassphrase })
  return isRight ? succeed(proposed.propose()) : fail({ code: 'wrong-secret' })
}
