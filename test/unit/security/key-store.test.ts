import { describe, expect, it } from 'vitest'
import { createKeyStore } from '../../../src/main/security/key-store.ts'
import { createFakeSafeStorage } from '../../support/fake-safe-storage.ts'

const refuse = () => {
  throw new Error('not asked on this system')
}

describe('where a secret would be kept', () => {
  it.each(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'] as const)(
    'on Linux by %s',
    async (backend) => {
      const storage = { ...createFakeSafeStorage(), backend }
      expect(await createKeyStore('linux', storage).place()).toBe(backend)
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
      expect(await createKeyStore('linux', storage).place()).toBeNull()
    },
  )

  it.each(['darwin', 'win32'] as const)(
    'on %s by the system’s only one, whose name is not asked',
    async (platform) => {
      const storage = { ...createFakeSafeStorage(), getSelectedStorageBackend: refuse }
      expect(await createKeyStore(platform, storage).place()).toBe('system')
    },
  )

  it.each(['linux', 'darwin', 'win32'] as const)(
    'nowhere on %s while the system has none at hand',
    async (platform) => {
      const storage = { ...createFakeSafeStorage(), isAvailable: false }
      expect(await createKeyStore(platform, storage).place()).toBeNull()
    },
  )

  it('nowhere on a system that nobody has thought about', async () => {
    expect(await createKeyStore('freebsd', createFakeSafeStorage()).place()).toBeNull()
  })
})

describe('a secret that was sealed', () => {
  it('is had again, and it is told when it would be sealed otherwise now', async () => {
    const storage = createFakeSafeStorage()
    const store = createKeyStore('linux', storage)
    const sealed = (await store.seal('a secret')) ?? new Uint8Array()
    expect(Buffer.from(sealed).includes('a secret')).toBe(false)
    expect(await store.unseal(sealed)).toEqual({ text: 'a secret', isOutdated: false })
    storage.isOutdated = true
    expect(await store.unseal(sealed)).toEqual({ text: 'a secret', isOutdated: true })
  })

  it('is null, and no error with anybody’s words, where the system refuses', async () => {
    const storage = createFakeSafeStorage()
    const store = createKeyStore('linux', storage)
    const sealed = (await store.seal('a secret')) ?? new Uint8Array()
    storage.reset()
    expect(await store.unseal(sealed)).toBeNull()
    storage.encryptStringAsync = () => Promise.reject(new Error('the key chain is locked'))
    expect(await store.seal('a secret')).toBeNull()
  })
})
