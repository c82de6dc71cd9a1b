// Loaded with --import beside the stand-in, in tests alone: the key store of a desktop, which no test machine has. What it is,
// and the key that it seals with, stand in a file, so that a test can change it and it outlives the console.
import { readFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { createFakeSafeStorage } from './fake-safe-storage.ts'

// Electron is main's alone.
if (isMainThread) keep((await import('electron')).safeStorage, process.env.TEST_KEY_STORE)

function keep(safeStorage, path) {
  const present = () => {
    const { key, ...kept } = JSON.parse(readFileSync(path, 'utf8'))
    return Object.assign(createFakeSafeStorage(Buffer.from(key, 'hex')), kept)
  }
  safeStorage.getSelectedStorageBackend = () => present().getSelectedStorageBackend()
  safeStorage.isAsyncEncryptionAvailable = () => present().isAsyncEncryptionAvailable()
  safeStorage.encryptStringAsync = (text) => present().encryptStringAsync(text)
  safeStorage.decryptStringAsync = (sealed) => present().decryptStringAsync(sealed)
}
