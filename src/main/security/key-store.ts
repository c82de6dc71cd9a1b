import type { SafeStorage } from 'electron'
import { fail, succeed, type Result } from '../../shared/result.ts'

/** Keeps a short text for whoever is signed in on this computer, as the operating system does it for its programs. */
export interface KeyStore {
  /** What keeps secrets here; null where nothing does, or where anybody could read them. The system is asked for no key. */
  name(): string | null
  /** Whether it would seal now so that nobody else could read it. The system may ask the person to let it. */
  isAtHand(): Promise<boolean>
  /** Null when the computer refuses, or would seal so that anybody could read it. */
  seal(text: string): Promise<Uint8Array | null>
  /** Whether it was sealed so that not everybody who has the bytes can read it. */
  isWellSealed(sealed: Uint8Array): boolean
  /** Never opens what anybody could have opened. */
  unseal(sealed: Uint8Array): Promise<Result<Unsealed, WhySealed>>
}

interface Unsealed {
  readonly text: string
  /** The system would seal it otherwise now. */
  readonly isOutdated: boolean
}

/** `away`: the key is not given now, and may be another time. `lost`: what was sealed is not this computer's own. */
type WhySealed = 'away' | 'lost'

type Storage = Pick<
  SafeStorage,
  'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>

/**
 * Those of Linux that ask for a person's own password, as Electron names them. The name is what the desktop suggests, and not
 * what seals: it tells a computer that was changed, and `realTags` whether there is a key.
 * https://www.electronjs.org/docs/latest/api/safe-storage
 */
const backends: ReadonlySet<string> = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])

/**
 * What Chromium writes before the bytes that it has sealed on Linux, by whose key it was. `v11`: the Secret Service or KWallet;
 * `v12`: the desktop portal. Where neither gives a key it seals all the same, as `v10`, under a key that stands in its source.
 * Chromium, components/os_crypt/async: browser/freedesktop_secret_key_provider.cc, browser/secret_portal_key_provider.h,
 * browser/posix_key_provider.cc, and common/encryptor.cc for where it is written. On macOS and Windows `v10` is the system's own.
 */
const realTags: readonly Buffer[] = ['v11', 'v12'].map((tag) => Buffer.from(tag, 'latin1'))

/** What is sealed to see by whose key: a text that everybody may know. */
const trial = 'whose key'

/** The keychain of macOS and the data protection of Windows: each is its system's only one. */
const only = 'system'

export function createKeyStore(platform: NodeJS.Platform, storage: Storage): KeyStore {
  const isWellSealed = (sealed: Uint8Array): boolean =>
    platform !== 'linux' || realTags.some((tag) => tag.equals(sealed.subarray(0, tag.length)))

  function name(): string | null {
    if (platform === 'darwin' || platform === 'win32') return only
    if (platform !== 'linux') return null
    const backend = storage.getSelectedStorageBackend()
    return backends.has(backend) ? backend : null
  }

  async function seal(text: string): Promise<Uint8Array | null> {
    try {
      const sealed = new Uint8Array(await storage.encryptStringAsync(text))
      return isWellSealed(sealed) ? sealed : null
    } catch {
      return null
    }
  }

  const isAtHand = async (): Promise<boolean> =>
    name() !== null && (await storage.isAsyncEncryptionAvailable()) && (await seal(trial)) !== null

  return {
    name,
    isAtHand,
    seal,
    isWellSealed,
    async unseal(sealed) {
      if (!isWellSealed(sealed)) return fail('lost')
      try {
        const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(sealed))
        return succeed({ text: result, isOutdated: shouldReEncrypt })
      } catch (error) {
        // A key ring that stays locked is told by Chromium as one that there never was: then it seals as anybody could.
        return fail(isPassing(error) || !(await isAtHand()) ? 'away' : 'lost')
      }
    },
  }
}

/** Electron has no code for it: shell/browser/api/electron_api_safe_storage.cc. */
function isPassing(error: unknown): boolean {
  return error instanceof Error && error.message.includes('temporarily unavailable')
}
