import type { Failure } from '../../shared/ipc/failure.ts'
import type { ComputerKeyState } from '../../shared/ipc/computer-key-calls.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'
import type { KeyStore } from '../security/key-store.ts'

/** The calls that need the operating system's key store. The secret goes between it and the core, and to no window. */
export interface ComputerKey {
  state(): Promise<Result<ComputerKeyState, Failure>>
  open(): Promise<Result<null, Failure>>
  turnOn(authorPassphrase: string): Promise<Result<null, Failure>>
}

interface Sources {
  readonly core: Pick<CoreClient, 'run'>
  readonly store: KeyStore
  /** Whether the vault is. */
  readonly isOpen: () => boolean
  readonly randomBytes: (size: number) => Buffer
}

const secretBytes = 32

export function createComputerKey({ core, store, isOpen, randomBytes }: Sources): ComputerKey {
  return {
    async state() {
      const kept = await core.run('computer-key.read', null)
      if (!kept.ok) return kept
      // Before somebody is in, nothing could be turned on: whoever starts the console is not asked to let it at their keys.
      if (kept.value === null) return succeed(!isOpen() || (await store.isAtHand()) ? 'off' : 'not-here')
      if (store.name() !== kept.value.keptBy || !store.isWellSealed(kept.value.sealed))
        return succeed('changed')
      return succeed(kept.value.mayOpen ? 'ready' : 'passphrase-first')
    },
    async open() {
      const kept = await core.run('computer-key.read', null)
      if (!kept.ok) return kept
      if (kept.value === null) return fail({ code: 'computer-key-lost' })
      if (!kept.value.mayOpen) return fail({ code: 'passphrase-first' })
      const place = store.name()
      if (place === null) return fail({ code: 'no-key-store' })
      if (place !== kept.value.keptBy || !store.isWellSealed(kept.value.sealed))
        return fail({ code: 'key-store-changed' })
      const unsealing = await store.unseal(kept.value.sealed)
      if (!unsealing.ok)
        return fail({ code: unsealing.error === 'away' ? 'key-store-away' : 'computer-key-lost' })
      const unsealed = unsealing.value
      const opened = await core.run('computer-key.open', { secret: unsealed.text })
      if (opened.ok && unsealed.isOutdated) await sealAnew(core, store, place, unsealed.text)
      return opened
    },
    async turnOn(authorPassphrase) {
      const keptBy = store.name()
      if (keptBy === null) return fail({ code: 'no-key-store' })
      const secret = randomBytes(secretBytes).toString('base64')
      const sealed = await store.seal(secret)
      // What cannot be had again is found out now, and not at the door.
      const unsealed = sealed === null ? null : await store.unseal(sealed)
      if (sealed === null || unsealed?.ok !== true || unsealed.value.text !== secret)
        return fail({ code: 'no-key-store' })
      return core.run('computer-key.keep', { authorPassphrase, secret, keptBy, sealed })
    },
  }
}

// What was sealed before still opens: where this fails, the next opening tries again.
async function sealAnew(
  core: Sources['core'],
  store: KeyStore,
  keptBy: string,
  secret: string,
): Promise<void> {
  const sealed = await store.seal(secret)
  if (sealed !== null) await core.run('computer-key.seal-anew', { keptBy, sealed })
}
