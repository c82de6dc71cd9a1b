import { pinSchema, type concealCalls } from '../../../shared/ipc/conceal-calls.ts'
import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { checkSecret } from '../vault/unlock-vault.ts'
import type { WritableDb } from '../vault/database.ts'
import type { Secret } from '../vault/key-slots.ts'
import { deletePin, readPin, savePin, type PinRow } from './conceal-repository.ts'
import type { ConcealState } from './concealment.ts'
import { hashPin, isPin } from './pin-hash.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly random: Random
  readonly state: ConcealState
  readonly vaultDir: string
}

export function concealHandlers(sources: Sources): Handlers<keyof typeof concealCalls> {
  const { record, random, state, vaultDir } = sources
  const describe = () => succeed(state.describe(readPin(record) !== undefined))
  return {
    'conceal.read': describe,
    'conceal.begin': () => {
      state.begin()
      return describe()
    },
    'conceal.reveal': (input) =>
      reveal(state, input, readPin(record), (secret) => checkSecret(vaultDir, secret)),
    'conceal.set-pin': async ({ pin, passphrase }) => {
      const checked = await checkPassphrase(vaultDir, passphrase)
      if (!checked.ok) return checked
      savePin(record, await hashPin(pin, random))
      return succeed(null)
    },
    'conceal.remove-pin': async ({ passphrase }) => {
      const checked = await checkPassphrase(vaultDir, passphrase)
      if (!checked.ok) return checked
      deletePin(record)
      return succeed(null)
    },
  }
}

/** What a reviewer is asked: their own passphrase alone, since the PIN is the author's. */
export function concealForReviewer(
  state: ConcealState,
  isTheirs: (passphrase: string) => Promise<boolean>,
): Handlers<'conceal.read' | 'conceal.begin' | 'conceal.reveal'> {
  const describe = () => succeed(state.describe(false))
  return {
    'conceal.read': describe,
    'conceal.begin': () => {
      state.begin()
      return describe()
    },
    'conceal.reveal': (input) => reveal(state, input, undefined, ({ secret }) => isTheirs(secret)),
  }
}

async function reveal(
  state: ConcealState,
  { kind, secret }: ParsedInputOf<'conceal.reveal'>,
  pin: PinRow | undefined,
  isSecret: (secret: Secret) => Promise<boolean>,
): Promise<Answer<'conceal.reveal'>> {
  const isRight =
    state.triesLeft() > 0 &&
    (kind === 'pin'
      ? pin !== undefined && pinSchema.safeParse(secret).success && (await isPin(secret, pin))
      : await isSecret({ kind, secret }))
  if (isRight) state.end()
  else state.miss()
  return succeed({ isRevealed: isRight, triesLeft: state.triesLeft() })
}

async function checkPassphrase(vaultDir: string, secret: string): Promise<Result<null, Failure>> {
  const isRight = await checkSecret(vaultDir, { kind: 'passphrase', secret })
  return isRight ? succeed(null) : fail({ code: 'wrong-secret' })
}
