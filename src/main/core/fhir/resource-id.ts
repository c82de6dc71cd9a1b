import { sha256 } from '../effects.ts'

/**
 * The id of a resource: the same for the same thing in every bundle, and none that the vault itself uses. A UUID of
 * version 8 (RFC 9562, 5.8), made of a hash.
 */
export function resourceId(kind: string, ...parts: readonly string[]): string {
  const bytes = Buffer.from(sha256(JSON.stringify([kind, ...parts]))).subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export function urnOf(id: string): string {
  return `urn:uuid:${id}`
}
