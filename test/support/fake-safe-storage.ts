import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { SafeStorage } from 'electron'

type Backend = ReturnType<SafeStorage['getSelectedStorageBackend']>

/**
 * What a desktop's key store does for one person, where the machine has none: seals under a key of its own, and as Chromium
 * does it on Linux under one that everybody has where the key ring gives none, whatever its name.
 */
export interface FakeSafeStorage extends Pick<
  SafeStorage,
  'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
> {
  backend: Backend
  isAvailable: boolean
  /** Not while the key ring is locked, or where there is none. */
  hasKeyRing: boolean
  /** As after a change of the person's password: what was sealed before still opens, and is to be sealed anew. */
  isOutdated: boolean
  /** Another person signs in, or the key chain is made anew: nothing that was sealed opens. */
  reset(): void
}

const everybodysKey = Buffer.alloc(32, 'peanuts')
const tagLength = 3

/** `key`: 32 bytes. */
export function createFakeSafeStorage(key = randomBytes(32)): FakeSafeStorage {
  let own = key
  return {
    backend: 'gnome_libsecret',
    isAvailable: true,
    hasKeyRing: true,
    isOutdated: false,
    reset() {
      own = randomBytes(32)
    },
    getSelectedStorageBackend() {
      return this.backend
    },
    async isAsyncEncryptionAvailable() {
      return this.isAvailable
    },
    async encryptStringAsync(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', this.hasKeyRing ? own : everybodysKey, nonce)
      const sealed = [cipher.update(text, 'utf8'), cipher.final()]
      return Buffer.concat([
        Buffer.from(this.hasKeyRing ? 'v11' : 'v10'),
        nonce,
        cipher.getAuthTag(),
        ...sealed,
      ])
    },
    async decryptStringAsync(tagged) {
      const isEverybodys = tagged.subarray(0, tagLength).equals(Buffer.from('v10'))
      if (!isEverybodys && !this.hasKeyRing) throw new Error('Error while decrypting the ciphertext')
      const sealed = tagged.subarray(tagLength)
      const decipher = createDecipheriv(
        'aes-256-gcm',
        isEverybodys ? everybodysKey : own,
        sealed.subarray(0, 12),
        {
          authTagLength: 16,
        },
      )
      decipher.setAuthTag(sealed.subarray(12, 28))
      const result = decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8')
      return { result, shouldReEncrypt: this.isOutdated }
    },
  }
}
