import { describe, expect, it } from 'vitest'
import { createKeyStore } from '../../../src/main/security/key-store.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { createFakeSafeStorage } from '../../support/fake-safe-storage.ts'

const refuse = () => {
  throw new Error('not asked on this system')
}

describe('where a secret would be kept', () => {
  it.each(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'] as const)(
    'on Linux by %s',
    async (backend) => {
      const storage = { ...createFakeSafeStorage(), backend }
      const store = createKeyStore('linux', storage)
      expect(store.name()).toBe(backend)
      expect(await store.isAtHand()).toBe(true)
    },
  )

  it.each(['basic_text', 'unknown', 'something_new'])(
    'nowhere on Linux by %s, which is not even asked',
    async (backend) => {
      const storage = {
        ...createFakeSafeStorage(),
        // A later Electron may name what this one does not know.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        getSelectedStorageBackend: () => backend as 'unknown',
        isAsyncEncryptionAvailable: refuse,
      }
      const store = createKeyStore('linux', storage)
      expect(store.name()).toBeNull()
      expect(await store.isAtHand()).toBe(false)
    },
  )

  it.each(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'] as const)(
    'nowhere on Linux by %s whose key ring gives no key: the bytes count, and not the name',
    async (backend) => {
      const storage = { ...createFakeSafeStorage(), backend, hasKeyRing: false }
      const store = createKeyStore('linux', storage)
      expect(store.name()).toBe(backend)
      expect(await storage.isAsyncEncryptionAvailable()).toBe(true)
      expect(await store.isAtHand()).toBe(false)
      expect(await store.seal('a secret')).toBeNull()
    },
  )

  it.each(['darwin', 'win32'] as const)(
    'on %s by the system’s only one, whose name is not asked',
    async (platform) => {
      // What the system itself seals begins there as what anybody could read does on Linux.
      const storage = { ...createFakeSafeStorage(), hasKeyRing: false, getSelectedStorageBackend: refuse }
      const store = createKeyStore(platform, storage)
      expect(store.name()).toBe('system')
      expect(await store.isAtHand()).toBe(true)
      const sealed = (await store.seal('a secret')) ?? new Uint8Array()
      expect(await store.unseal(sealed)).toEqual(succeed({ text: 'a secret', isOutdated: false }))
    },
  )

  it.each(['linux', 'darwin', 'win32'] as const)(
    'nowhere on %s while the system has none at hand',
    async (platform) => {
      const storage = { ...createFakeSafeStorage(), isAvailable: false }
      expect(await createKeyStore(platform, storage).isAtHand()).toBe(false)
    },
  )

  it('nowhere on a system that nobody has thought about', async () => {
    const store = createKeyStore('freebsd', createFakeSafeStorage())
    expect(store.name()).toBeNull()
    expect(await store.isAtHand()).toBe(false)
  })
})

describe('a secret that was sealed', () => {
  it('is had again, and it is told when it would be sealed otherwise now', async () => {
    const storage = createFakeSafeStorage()
    const store = createKeyStore('linux', storage)
    const sealed = (await store.seal('a secret')) ?? new Uint8Array()
    expect(Buffer.from(sealed).includes('a secret')).toBe(false)
    expect(await store.unseal(sealed)).toEqual(succeed({ text: 'a secret', isOutdated: false }))
    storage.isOutdated = true
    expect(await store.unseal(sealed)).toEqual(succeed({ text: 'a secret', isOutdated: true }))
  })

  it('as anybody could have sealed it is not opened on Linux, though the system would', async () => {
    const storage = { ...createFakeSafeStorage(), hasKeyRing: false }
    const sealed = new Uint8Array(await storage.encryptStringAsync('a secret'))
    const asked = Object.assign(storage, { decryptStringAsync: refuse })
    const store = createKeyStore('linux', asked)
    expect(store.isWellSealed(sealed)).toBe(false)
    expect(await store.unseal(sealed)).toEqual(fail('lost'))
  })

  it('has no tag but those of a key ring: a shorter text or another tag is as anybody’s', () => {
    const store = createKeyStore('linux', createFakeSafeStorage())
    const tagged = ['v11 and on', 'v12 and on', 'v1', '', 'v10v11', 'V11', 'v1 1', ' v11']
    const well = tagged.filter((text) => store.isWellSealed(Buffer.from(text)))
    expect(well).toEqual(['v11 and on', 'v12 and on'])
  })

  it('is null or lost, and no error with anybody’s words, where the system refuses', async () => {
    const storage = createFakeSafeStorage()
    const store = createKeyStore('linux', storage)
    const sealed = (await store.seal('a secret')) ?? new Uint8Array()
    storage.reset()
    expect(await store.unseal(sealed)).toEqual(fail('lost'))
    storage.encryptStringAsync = () => Promise.reject(new Error('the key chain is locked'))
    expect(await store.seal('a secret')).toBeNull()
  })

  it('is away and not lost while the key ring of Linux is locked', async () => {
    const storage = createFakeSafeStorage()
    const store = createKeyStore('linux', storage)
    const sealed = (await store.seal('a secret')) ?? new Uint8Array()
    storage.hasKeyRing = false
    expect(await store.unseal(sealed)).toEqual(fail('away'))
    storage.hasKeyRing = true
    expect(await store.unseal(sealed)).toEqual(succeed({ text: 'a secret', isOutdated: false }))
  })

  it.each(['linux', 'darwin', 'win32'] as const)(
    'is away and not lost on %s where Electron says that it may be tried again',
    async (platform) => {
      const storage = createFakeSafeStorage()
      const store = createKeyStore(platform, storage)
      const sealed = (await store.seal('a secret')) ?? new Uint8Array()
      storage.decryptStringAsync = () =>
        Promise.reject(
          new Error('safeStorage.decryptStringAsync is temporarily unavailable. Please try again.'),
        )
      expect(await store.unseal(sealed)).toEqual(fail('away'))
    },
  )
})
