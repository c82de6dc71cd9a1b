/** A value as it travels between a window and main: JSON, in which what JSON has no word for is tagged. */
export type Encoded = string | number | boolean | null | { readonly t: string; readonly v?: unknown }

export interface Base64 {
  toText(bytes: Uint8Array): string
  toBytes(text: string): Uint8Array
}

const nodeBase64: Base64 = {
  toText: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  toBytes: (text) => new Uint8Array(Buffer.from(text, 'base64')),
}

/** Throws at what the structured clone algorithm would refuse. */
export function encode(value: unknown): Encoded {
  return encodeValue(value, nodeBase64, [])
}

export function decode(encoded: Encoded): unknown {
  return decodeValue(encoded, nodeBase64)
}

function encodeValue(value: unknown, base64: Base64, within: readonly object[]): Encoded {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      if (Object.is(value, -0)) return { t: 'number', v: '-0' }
      return Number.isFinite(value) ? value : { t: 'number', v: String(value) }
    case 'undefined':
      return { t: 'undefined' }
    case 'bigint':
      return { t: 'bigint', v: String(value) }
    case 'object':
      return value === null ? null : encodeObject(value, base64, within)
    default:
      throw new TypeError('An object could not be cloned.')
  }
}

function encodeObject(value: object, base64: Base64, outer: readonly object[]): Encoded {
  // Most of what travels is JSON as it stands, and a whole session's log has many thousand parts.
  if (isJson(value, outer)) return { t: 'json', v: value }
  if (outer.includes(value)) throw new TypeError('A value within itself is not carried by the stand-in.')
  const within = [...outer, value]
  const each = (items: Iterable<unknown>) => Array.from(items, (item) => encodeValue(item, base64, within))
  if (Array.isArray(value)) return { t: 'array', v: each(value) }
  if (value instanceof Date) return { t: 'date', v: String(value.getTime()) }
  if (value instanceof Map) return { t: 'map', v: Array.from(value, (entry) => each(entry)) }
  if (value instanceof Set) return { t: 'set', v: each(value) }
  if (value instanceof Error) return { t: 'error', v: `${value.name}:${value.message}` }
  if (value instanceof ArrayBuffer) return { t: 'buffer', v: base64.toText(new Uint8Array(value)) }
  if (value instanceof Uint8Array) return { t: 'bytes', v: base64.toText(value) }
  if (ArrayBuffer.isView(value) || value instanceof Promise || value instanceof WeakMap) {
    throw new TypeError('An object could not be cloned.')
  }
  return {
    t: 'record',
    v: Object.entries(value).map(([key, item]) => [key, encodeValue(item, base64, within)]),
  }
}

/** Whether JSON has a word for every part of it. */
function isJson(value: unknown, outer: readonly object[]): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' || typeof value === 'boolean' || value === null
  }
  if (outer.includes(value)) return false
  const within = [...outer, value]
  if (Array.isArray(value))
    return Object.keys(value).length === value.length && value.every((item) => isJson(item, within))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  // A function of this name would be called in place of the value.
  return !('toJSON' in value) && Object.values(value).every((item) => isJson(item, within))
}

function decodeValue(encoded: Encoded, base64: Base64): unknown {
  if (typeof encoded !== 'object' || encoded === null) return encoded
  if (encoded.t === 'json') return encoded.v
  const text = String(encoded.v)
  const items: readonly Encoded[] = Array.isArray(encoded.v) ? encoded.v : []
  const pairs: readonly (readonly [Encoded, Encoded])[] = Array.isArray(encoded.v) ? encoded.v : []
  const fields: readonly (readonly [string, Encoded])[] = Array.isArray(encoded.v) ? encoded.v : []
  switch (encoded.t) {
    case 'number':
      return Number(text)
    case 'bigint':
      return BigInt(text)
    case 'array':
      return items.map((item) => decodeValue(item, base64))
    case 'date':
      return new Date(Number(text))
    case 'map':
      return new Map(pairs.map(([key, item]) => [decodeValue(key, base64), decodeValue(item, base64)]))
    case 'set':
      return new Set(items.map((item) => decodeValue(item, base64)))
    case 'error':
      return Object.assign(new Error(text.slice(text.indexOf(':') + 1)), {
        name: text.slice(0, text.indexOf(':')),
      })
    case 'buffer':
      return base64.toBytes(text).slice().buffer
    case 'bytes':
      return base64.toBytes(text)
    case 'record':
      return Object.fromEntries(fields.map(([key, item]) => [key, decodeValue(item, base64)]))
    default:
      return undefined
  }
}

/** The same functions as text, for the script that runs in a window: they refer to nothing but one another. */
export const codecText = [encodeValue, encodeObject, isJson, decodeValue].map(String).join('\n')
