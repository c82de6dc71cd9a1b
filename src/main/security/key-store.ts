import type { SafeStorage } from 'electron'

/** Keeps a short text for whoever is signed in on this computer, as the operating system does it for its programs. */
export interface KeyStore {
  /** What it would be kept by now; null where nothing is, or where anybody could read it. */
  place(): Promise<string | null>
  /** Null when the computer refuses. */
  seal(text: string): Promise<Uint8Array | null>
  /** Null when the computer refuses, or what was sealed is not its own. `isOutdated`: it would seal it otherwise now. */
  unseal(sealed: Uint8Array): Promise<{ readonly text: string; readonly isOutdated: boolean } | null>
}

type Storage = Pick<
  SafeStorage,
  'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>

/**
 * Those of Linux that ask for a person's own password. `basic_text` seals with a password that stands in Chromium's source.
 * https://www.electronjs.org/docs/latest/api/safe-storage
 */
const backends: ReadonlySet<string> = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])

/** The keychain of macOS and the data protection of Windows: each is its system's only one. */
const only = 'system'

export function createKeyStore(platform: NodeJS.Platform, storage: Storage): KeyStore {
  function selected(): string | null {
    if (platform === 'darwin' || platform === 'win32') return only
    if (platform !== 'linux') return null
    const backend = storage.getSelectedStorageBackend()
    return backends.has(backend) ? backend : null
  }
  return {
    async place() {
      const place = selected()
      return place !== null && (await storage.isAsyncEncryptionAvailable()) ? place : null
    },
    async seal(text) {
      try {
        return new Uint8Array(await storage.encryptStringAsync(text))
      } catch {
        return null
      }
    },
    async unseal(sealed) {
      try {
        const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(sealed))
        return { text: result, isOutdated: shouldReEncrypt }
      } catch {
        return null
      }
    },
  }
}
