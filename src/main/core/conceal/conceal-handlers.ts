import { pinSchema, type concealCalls } from '../../../shared/ipc/conceal-calls.ts'
import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { checkSecret } from '../vault/unlock-vault.ts'
import type { WritableDb } from '../vault/database.ts'
import { deletePin, readPin, savePin } from './conceal-repository.ts'
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
    'conceal.reveal': (input) => reveal(sources, input),
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

async function reveal(
  { record, state, vaultDir }: Sources,
  { kind, secret }: ParsedInputOf<'conceal.reveal'>,
): Promise<Answer<'conceal.reveal'>> {
  const pin = readPin(record)
  const isRight =
    state.triesLeft() > 0 &&
    (kind === 'pin'
      ? pin !== undefined && pinSchema.safeParse(secret).success && (await isPin(secret, pin))
      : await checkSecret(vaultDir, { kind, secret }))
  if (isRight) state.end()
  else state.miss()
  return succeed({ isRevealed: isRight, triesLeft: state.triesLeft() })
}

async function checkPassphrase(vaultDir: string, secret: string): Promise<Result<null, Failure>> {
  const isRight = await checkSecret(vaultDir, { kind: 'passphrase', secret })
  return isRight ? succeed(null) : fail({ code: 'wrong-secret' })
}
