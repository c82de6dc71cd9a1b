import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { tagBytes, type WrappedKey } from './header.ts'
import { keyBytes } from './slot-key.ts'

const authorInfo = 'circlekeeper-vault 2 author key'

/** The key that only the author's slots lead to, for whatever the author alone may change. The caller zeroes it. */
export function deriveAuthorKey(root: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), authorInfo, keyBytes))
}

/** Wraps a key under another, bound to its context. */
export function wrapKey(under: Buffer, nonce: Buffer, key: Buffer, context: Buffer): WrappedKey {
  const cipher = createCipheriv('aes-256-gcm', under, nonce)
  cipher.setAAD(context)
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') }
}

/** The key that was wrapped; null when it is not under this one, or not of this context. The caller zeroes it. */
export function unwrapKey(under: Buffer, wrapped: WrappedKey, context: Buffer): Buffer | null {
  const sealed = Buffer.from(wrapped.sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', under, Buffer.from(wrapped.nonce, 'base64'), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(context)
  decipher.setAuthTag(sealed.subarray(keyBytes))
  const key = decipher.update(sealed.subarray(0, keyBytes))
  try {
    decipher.final()
    return key
  } catch {
    // What was deciphered before the tag failed is noise of a wrong key, or of a right one over changed bytes.
    key.fill(0)
    return null
  }
}
