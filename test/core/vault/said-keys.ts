import { argon2Sync, createDecipheriv, hkdfSync } from 'node:crypto'
import type { Derivation, SaidFormat } from './said-format.ts'
import { canonical, type Slot, type Wrapped } from './said-members.ts'

/** The bytes of what somebody types, as the document says that they are made. */
export function bytesOfSecret(kind: string, typed: string, { secrets }: SaidFormat): Buffer {
  if (kind !== 'recovery') return Buffer.from(typed.normalize(secrets.normalisation))
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (code.length !== secrets.symbolCount[0] || checkOf(code, secrets) !== 0)
    throw new Error('no recovery code')
  return Buffer.from(code, 'ascii')
}

function checkOf(code: string, { alphabet, polynomial }: SaidFormat['secrets']): number {
  const [degree = 0, middle = 0] = polynomial
  let sum = 0
  for (const symbol of code) {
    sum <<= 1
    if (sum >= 1 << degree) sum ^= (1 << degree) | (1 << middle) | 1
    sum ^= alphabet.indexOf(symbol)
  }
  return sum
}

/** Keys that were derived here already: deriving one takes long on purpose. */
const derived = new Map<string, Buffer>()

/** A slot's key, by Node's own Argon2: not the library that the program derives with. */
export function deriveSlotKey({ kind, argon2id }: Slot, typed: string, said: SaidFormat): Buffer {
  const { name, version, bytes } = said.secrets.argon2
  // The one version of Argon2 that there is in Node.
  if (name !== 'argon2id' || version[0] !== 0x13) throw new Error('not as the document says')
  const { lanes, memoryKiB, passes, salt } = argon2id
  const message = bytesOfSecret(kind, typed, said)
  const input = canonical([message.toString('hex'), argon2id, bytes])
  const known = derived.get(input)
  if (known !== undefined) return known
  const key = argon2Sync(name, {
    message,
    nonce: Buffer.from(salt, 'base64'),
    memory: memoryKiB,
    passes,
    parallelism: lanes,
    tagLength: bytes[0] ?? 0,
  })
  derived.set(input, key)
  return key
}

export function derive(from: Buffer, { hash, info, bytes }: Derivation): Buffer {
  return Buffer.from(hkdfSync(hash, from, Buffer.alloc(0), info, bytes))
}

/**
 * Canonical JSON of an object of which the document shows the form: `{"format", "key": "record"}` has the `format` that is
 * given, and `key` as it stands.
 */
export function fillContext(form: string, given: object): string {
  const values = new Map<string, unknown>(Object.entries(given))
  const filled = form.replaceAll(/([{,]\s*)"(\w+)"(?=\s*[,}])/g, (_, before: string, name: string) => {
    if (!values.has(name)) throw new Error(`the document does not say what ${name} is`)
    return `${before}"${name}": ${JSON.stringify(values.get(name))}`
  })
  return canonical(JSON.parse(filled))
}

/** The key that was wrapped; null where it is not under this one, or not in this context. */
export function unwrap(
  under: Buffer,
  wrapped: Wrapped | undefined,
  context: string,
  { wrapping, header: { keyAndTagBytes } }: SaidFormat,
): Buffer | null {
  if (wrapped === undefined) throw new Error('no such key')
  const [keyBytes = 0, tagBytes = 0] = keyAndTagBytes
  const sealed = Buffer.from(wrapped.sealed, 'base64')
  if (wrapping !== 'aes-256-gcm' || sealed.length !== keyBytes + tagBytes)
    throw new Error('not as the document says')
  const decipher = createDecipheriv(wrapping, under, Buffer.from(wrapped.nonce, 'base64'))
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(keyBytes))
  const key = decipher.update(sealed.subarray(0, keyBytes))
  try {
    decipher.final()
    return key
  } catch {
    return null
  }
}
